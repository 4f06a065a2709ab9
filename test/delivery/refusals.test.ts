import { buildMenuIndex } from '../../src/menu/menu-index';
import { parseMenu } from '../../src/menu/schema';
import { degrade } from '../../src/pos/degrade';
import { prepareOrder } from '../../src/pos/prepare';
import { findVendor } from '../../src/pos/vendors';
import { DeliveryHouse } from '../support/delivery-house';
import { seedMenu } from '../support/menus';
import { sample, shop } from '../support/vendor-doors';

jest.setTimeout(60_000);

let house: DeliveryHouse | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

describe('a POS that no longer lets us in', () => {
  it('stops all its orders with one mail, and everything goes on by itself once it does again', async () => {
    house = await DeliveryHouse.open('square');
    house.fault('square', 'read_only', 1000);
    const first = await house.order();
    await house.reached(first, 'blocked');
    const others = [await house.order({ external_ref: 'CA-2' }), await house.order({ external_ref: 'CA-3' })];
    await new Promise((resolve) => setTimeout(resolve, 300));
    house.sandbox.reset();
    for (const id of [first, ...others]) await house.reached(id, 'delivered', 'delivered_degraded');
    expect(house.tickets('square')).toHaveLength(3);
    await house.mail(/Square/, 'destination_blocked');
    expect(
      house.mailbox.list().filter(({ message_id }) => message_id.startsWith('<destination')),
    ).toHaveLength(1);
  });
});

describe('a question that only the guest can answer', () => {
  it('holds the order, says so by mail, and sends it once the order is changed', async () => {
    house = await DeliveryHouse.open('square', {
      settings: { unpaid_orders: 'external_tender', unknown_items: 'hold' },
    });
    const id = await house.order({ items: [{ name: 'dragon egg', quantity: '1', unit_price: 500 }] });
    const held = await house.reached(id, 'held');
    expect(held.reason?.message).toContain('"dragon egg" is not on the menu');
    expect((await house.mail(/dragon egg/, 'alert')).text).toContain('is not on the menu');
    expect(house.tickets('square')).toEqual([]);
    await house.api.call('POST', `/v1/orders/${id}/changes`, {
      body: { items: [{ name: 'Coke', quantity: '1' }] },
    });
    await house.api.call('POST', `/v1/deliveries/${held.id}/retry`);
    await house.reached(id, 'delivered', 'delivered_degraded');
    expect(house.tickets('square')).toHaveLength(1);
  });
});

const square = findVendor('square');
if (!square) throw new Error('no square');
const prepared = () =>
  prepareOrder(sample(), {
    vendor: square,
    settings: {},
    menu: buildMenuIndex(parseMenu(seedMenu, shop)),
    shop,
  }).order;

describe('an order that the POS refuses', () => {
  it('keeps every word on each rung of the ladder', () => {
    const order = prepared();
    for (const rung of ['note', 'open_item', 'attention'] as const) {
      const lesser = degrade(order, rung, { vendor: square, settings: {}, refusal: 'No.' });
      const words = JSON.stringify(lesser?.order.items);
      if (!lesser) continue;
      for (const item of order.items) {
        expect(words).toContain(item.name);
        for (const option of item.options) expect(words).toContain(option.name);
      }
    }
  });

  it('changes only the line that the POS names', () => {
    const order = prepared();
    const name = order.items[1]?.name ?? '';
    const lesser = degrade(order, 'attention', {
      vendor: square,
      settings: {},
      refusal: `Bad line: ${name}`,
    });
    expect(lesser?.degraded).toEqual([{ path: 'items[1]', rung: 'attention' }]);
    expect(lesser?.order.items).toHaveLength(order.items.length);
  });
});

/** A menu that names an item which Square does not have. */
const drifted = {
  currency: 'USD',
  items: [{ id: 'calzone', name: 'Calzone', price: 1100, pos: { square: 'GONE1' } }],
  option_groups: [],
};

describe('a dish that the POS no longer knows', () => {
  it('goes as words, a rung at a time, marked and recorded', async () => {
    house = await DeliveryHouse.open('square');
    await house.api.call('PUT', '/v1/menu?location_id=loc_1', { body: drifted });
    const id = await house.order({
      items: [{ name: 'calzone', quantity: '1', unit_price: 1100, options: [{ name: 'no onions' }] }],
    });
    const delivery = await house.reached(id, 'delivered_degraded');
    expect(delivery.degraded).toEqual([{ path: 'items[0]', rung: 'open_item' }]);
    const [ticket] = house.tickets('square');
    expect(JSON.stringify(ticket?.lines)).toMatch(/calzone.*onions/i);
    expect(ticket?.reference).toMatch(/-r\d$/);
  });

  it('never sends an allergy in a lesser form: a person gets the ticket', async () => {
    house = await DeliveryHouse.open('square');
    await house.api.call('PUT', '/v1/menu?location_id=loc_1', { body: drifted });
    const items = [{ name: 'calzone', quantity: '1', notes: 'no nuts', allergy: true }];
    const id = await house.order({ items });
    await house.reached(id, 'needs_attention');
    expect(house.tickets('square')).toEqual([]);
    expect((await house.mail(/calzone/, 'fallback')).text).toMatch(/NO NUTS/i);
  });
});
