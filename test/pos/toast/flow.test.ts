import { sampleOrder } from '../../../src/order/sample';
import { openToastDoor, type ToastDoor } from '../../support/toast-door';

let door: ToastDoor;
beforeEach(async () => {
  door = await openToastDoor();
});

describe('an order', () => {
  it('arrives with every modifier, note, fee and time, at the price Toast itself makes', async () => {
    const receipt = await door.send(sampleOrder);
    expect(receipt).toMatchObject({
      vendor: 'toast',
      ticket_number: '1',
      state: 'accepted',
      pos_total: 6190,
      sent_to_kitchen: true,
      kitchen_confirmed: null,
      replayed: false,
      warnings: [],
    });
    expect(receipt.reference).toMatch(/^ow[0-9a-f]{18}$/);
    const [ticket] = door.tickets();
    expect(ticket).toMatchObject({
      service: 'delivery',
      requested_at: '2030-11-30T00:15:00.000Z',
      customer: 'Ann Lee',
      total: 6190,
      charges: [{ name: 'Delivery Fee', amount: 300 }],
      reference: `ORDERWIRE:${receipt.reference}`,
    });
    expect(ticket?.lines).toMatchObject([
      { quantity: '2', name: 'Pepperoni Pizza', options: ['Large', 'Extra Cheese', 'Mushrooms'] },
      { quantity: '1', name: 'Cheeseburger', options: ['Pickles', 'NO Onions'], note: 'well done' },
      { quantity: '3', name: 'Coke Zero', options: [] },
    ]);
    expect(ticket?.lines[0]?.note).toContain('LEFT HALF: mushrooms');
    expect(ticket?.lines[0]?.note).toContain('Please send napkins');
    expect(ticket?.lines[0]?.note).toContain('UNPAID, collect $61.90');
  });

  it('is priced, then posted; the first look costs one read', async () => {
    await door.send(
      {},
      door.session({
        settings: { ...door.session().settings, dining_option_id: door.fact('dining_option_take_out') },
      }),
    );
    expect(door.paths().slice(-3)).toEqual([
      expect.stringMatching(/^GET \/orders\/v2\/orders\/ORDERWIRE%3Aow/),
      'POST /orders/v2/prices',
      'POST /orders/v2/orders',
    ]);
  });

  it.each([
    ['pickup', {}, 'pickup'],
    ['curbside', {}, 'curbside'],
    ['dine_in', {}, 'dine_in'],
    ['delivery', { delivery: { text: '12 Oak St, Boston, MA 02215' } }, 'delivery'],
  ])('for %s takes the dining option of its behaviour', async (type, rest, service) => {
    await door.send({ service: { type }, ...rest });
    expect(door.tickets()).toMatchObject([{ service }]);
  });

  it('that is paid carries a payment for the total of Toast, the tip inside it', async () => {
    const receipt = await door.send({ payment: { state: 'paid', method: 'card' }, tip: 150 });
    expect(receipt.completed).toEqual(['order', 'payment']);
    expect(door.tickets()).toMatchObject([{ payment: 'paid', tip: 150, total: 650 }]);
  });

  it('takes an open discount off, and words off the menu ride on the open-price item', async () => {
    const items = [{ name: 'birthday cake', quantity: '2', price: '9.50', options_text: 'pink icing' }];
    const receipt = await door.send({ items, discounts: [{ name: 'Loyalty', amount: 500 }] });
    expect(receipt).toMatchObject({
      pos_total: 1400,
      unmatched: [{ path: 'items[0]', said: 'birthday cake', handled: 'open_item' }],
    });
    const [ticket] = door.tickets();
    expect(ticket).toMatchObject({ discounts: [{ amount: 500 }] });
    expect(ticket?.lines[0]?.note).toMatch(/^CHECK: birthday cake; pink icing; /);
  });

  it('keeps an allergy on each line and in the title', async () => {
    const items = [
      { name: 'garlic knots', quantity: '1' },
      { name: 'coke', quantity: '1' },
    ];
    await door.send({ items, allergy_note: 'peanuts' });
    const [ticket] = door.tickets();
    expect(ticket?.title).toMatch(/^ALLERGY Ann Lee/);
    for (const line of ticket?.lines ?? []) expect(line.note).toMatch(/^ALLERGY: PEANUTS/);
  });

  it('carries texts as long as orders allow', async () => {
    const notes = '🌶️ ring the bell twice '.repeat(83).trim();
    await door.send({
      notes,
      allergy_note: 'x'.repeat(500),
      customer: { name: 'Z'.repeat(200), phone: '6175550123' },
    });
    expect(door.tickets()[0]?.lines[0]?.note?.replaceAll('; ', ' ')).toContain(notes);
  });
});

describe('what the kitchen knows', () => {
  it('is no signal right after the order, and a proof once it has fired', async () => {
    expect((await door.send()).kitchen_confirmed).toBeNull();
    expect((await door.send()).kitchen_confirmed).toBe(true);
  });

  it('warns where no device fires orders by itself', async () => {
    const quiet = await openToastDoor({ autoFire: false });
    await quiet.send();
    const again = await quiet.send();
    expect(again.kitchen_confirmed).toBeNull();
    expect(again.warnings.join()).toContain('auto-firing device');
  });

  it('is no signal for an order still to come', async () => {
    const timing = { requested_at: '2026-11-25T18:00:00-05:00' };
    await door.send({ timing });
    expect(await door.send({ timing })).toMatchObject({ kitchen_confirmed: null, warnings: [] });
  });
});
