import { collectionCode } from '../../src/pos/lightspeed/order';
import type { PosOrder } from '../../src/pos/pos-order';
import { touchbistro } from '../../src/pos/touchbistro';
import type { Session, Vendor } from '../../src/pos/vendor';
import { openWay } from '../support/touchbistro-doors';
import { directClient, openStage, sample, send, ticketsLater } from '../support/vendor-doors';

type Door = { vendor: Vendor; session: Session; texts: () => string[]; first: () => Promise<unknown> };
const FALLBACKS = { toast: 'fallback_item_id', lightspeed: 'fallback_item_id', deliverect: 'open_item_plu' };
type Name = keyof typeof FALLBACKS;

async function openDoor(name: Name): Promise<Door> {
  if (name === 'deliverect') {
    const way = await openWay('deliverect');
    return {
      vendor: touchbistro,
      session: way.session,
      texts: () => way.tickets().map((ticket) => JSON.stringify(ticket)),
      first: () => way.send(order()),
    };
  }
  const stage = await openStage(name, directClient);
  const session = await stage.open();
  return {
    vendor: stage.vendor,
    session,
    texts: () => ticketsLater(stage).map((ticket) => JSON.stringify(ticket)),
    first: () => send(stage, session, order()),
  };
}

const order = () => sample({ service: { type: 'pickup' }, delivery: null, charges: [] });
const LONG = Array.from({ length: 40 }, (_, index) => `${index + 1} × pepperoni pizza with the works`).join(
  '; ',
);

/** What tells the kitchen about a ticket that it has already: one line at no price, its words in the note. */
const notice = (name: string, reference_suffix: string, notes = LONG): PosOrder => ({
  ...order(),
  charges: [],
  discounts: [],
  tip: 0,
  quoted_total: null,
  items: [
    {
      name,
      quantity: '1',
      unit_price: 0,
      notes,
      allergy: false,
      menu_item_id: null,
      variation_id: null,
      options: [],
      check: true,
    },
  ],
  reference_suffix,
});

describe.each<Name>(['toast', 'lightspeed', 'deliverect'])('a ticket about a ticket, at %s', (name) => {
  it('stands beside the first one, with all its words', async () => {
    const { vendor, session, texts, first } = await openDoor(name);
    await first();
    const receipts = [];
    for (const [title, suffix] of [
      ['CHANGE to #0123', '-c1'],
      ['CHANGE to #0123', '-c2'],
      ['CANCELLED #0123 - DO NOT MAKE', '-x'],
    ] as const) {
      const receipt = await vendor.submitOrder(notice(title, suffix), session);
      expect(receipt).toMatchObject({ replayed: false, reference: expect.stringMatching(`${suffix}$`) });
      receipts.push(receipt);
    }
    expect(texts()).toHaveLength(4);
    expect(texts().filter((text) => text.includes('CHANGE to #0123'))).toHaveLength(2);
    const [cancelled = ''] = texts().filter((text) => text.includes('CANCELLED #0123 - DO NOT MAKE'));
    expect(cancelled).toContain('40 × pepperoni pizza with the works');
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(3);
  });

  it('is made once, however often it is sent', async () => {
    const { vendor, session, texts } = await openDoor(name);
    for (const _attempt of [1, 2, 3]) await vendor.submitOrder(notice('CHANGE to #0123', '-c1'), session);
    expect(texts()).toHaveLength(1);
  });

  it('is refused with the next step where no item stands for words', async () => {
    const { vendor, session, texts } = await openDoor(name);
    const settings = { ...session.settings, [FALLBACKS[name]]: undefined };
    const refused = vendor.submitOrder(notice('CHANGE to #0123', '-c1'), { ...session, settings });
    await expect(refused).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringMatching(/Fallback Item|Open Item (SKU|PLU)/),
    });
    expect(texts()).toEqual([]);
  });
});

it.each(['-c1', '-x', '-r2'])(
  'is never taken for the order itself, nor the order for it (%s)',
  async (suffix) => {
    const { vendor, session, first } = await openDoor('toast');
    const about = notice('CHANGE to #0123', suffix, 'one more cola');
    await first();
    expect(await vendor.findOrder?.(about, session)).toBeUndefined();
    const made = await vendor.submitOrder(about, session);
    expect((await vendor.findOrder?.(about, session))?.pos_order_id).toBe(made.pos_order_id);
    expect((await vendor.findOrder?.(order(), session))?.pos_order_id).not.toBe(made.pos_order_id);
  },
);

it('has a collection code of its own at Lightspeed, which takes each once', () => {
  const suffixes = ['', '-r2', '-r3', '-c1', '-c2', '-c12', '-x'];
  const codes = suffixes.map((suffix) => collectionCode(`ow0123456789abcdef01${suffix}`));
  expect(new Set(codes).size).toBe(suffixes.length);
  for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{8}$/);
});
