import { creates } from '../../creates';
import { type VendorId, vendorIds } from '../../src/pos/vendors';
import { failureOf, openZap, type Zap } from '../support/zapier-door';

describe.each(vendorIds)('create_%s_order', (vendor: VendorId) => {
  let zap: Zap;
  beforeEach(async () => {
    zap = await openZap(vendor);
  });
  afterEach(() => zap.close());

  it('makes a ticket from two mappings: order reference and order data', async () => {
    const output = await zap.run();
    expect(output).toMatchObject({ vendor, sent_to_kitchen: true, replayed: false, quoted_total: 6190 });
    expect(Object.keys(output)[0]).toBe('status_text');
    const { sample } = creates[`create_${vendor}_order`].operation;
    expect(Object.keys(output).sort()).toEqual(Object.keys(sample).sort());
    const [ticket, ...more] = zap.tickets();
    expect(more).toHaveLength(0);
    expect(ticket).toMatchObject({ visible: true, reference: expect.stringContaining(output.reference) });
  });

  it('makes no ticket when Test is pressed in the editor, and shows what would be sent', async () => {
    const output = await zap.run({}, { testing: true });
    expect(output).toMatchObject({ state: 'preview', sent_to_kitchen: false });
    // The next step, tried as well, would text it to a guest.
    expect(output.reply_text).toMatch(/^Test: nothing was ordered\./);
    expect(JSON.parse(output.request_preview ?? '')).not.toHaveLength(0);
    expect(zap.tickets()).toHaveLength(0);
  });

  it('makes a ticket marked TEST, DO NOT MAKE when the editor is told to, apart from the true one', async () => {
    await zap.run({ editor_test: 'test_ticket' }, { testing: true });
    expect(JSON.stringify(zap.tickets())).toContain('TEST, DO NOT MAKE');
    await zap.run();
    expect(zap.tickets()).toHaveLength(2);
  });

  it('makes one ticket when the reply is lost twice', async () => {
    zap.arm('lose_reply', 2);
    expect(await failureOf(zap.run())).toMatchObject({ name: 'ThrottledError', delay: 60 });
    // A vendor that is looked at first is not written to a second time; any other loses the second reply as well.
    await zap.run().catch((error: Error) => expect(error.name).toBe('ThrottledError'));
    expect(await zap.run()).toMatchObject({ sent_to_kitchen: true, replayed: true });
    expect(zap.tickets()).toHaveLength(1);
  });

  it('makes one ticket when the vendor hangs for 29 seconds', async () => {
    zap.arm('hang');
    expect(await failureOf(zap.run({}, { budgetMs: 4_000 }))).toMatchObject({
      name: 'ThrottledError',
      delay: 60,
    });
    expect(await zap.run()).toMatchObject({ sent_to_kitchen: true });
    expect(zap.tickets()).toHaveLength(1);
  });

  it('waits as long as the vendor asks for', async () => {
    zap.arm('throttle');
    expect(await failureOf(zap.run())).toMatchObject({ name: 'ThrottledError', delay: 2 });
    expect(zap.tickets()).toHaveLength(0);
  });

  it('brings an order note that looks like a Zapier variable to the kitchen unchanged', async () => {
    await zap.run({ kitchen_note: 'see {{bundle.inputData.order_data}} on the door' });
    expect(JSON.stringify(zap.tickets())).toContain('see {{bundle.inputData.order_data}} on the door');
  });
});
