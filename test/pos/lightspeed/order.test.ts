import { parseOrder } from '../../../src/order/parse';
import { sampleOrder } from '../../../src/order/sample';
import { toOrderBody } from '../../../src/pos/lightspeed/api';
import { instructionPos } from '../../../src/pos/lightspeed/instruction';
import { orderPath, toLightspeedOrder } from '../../../src/pos/lightspeed/order';
import type { PosItem, PosOption, PosOrder } from '../../../src/pos/pos-order';

const SHOP = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
const NOW = '2030-11-29T22:00:00Z';
const item = (part: Partial<PosItem> = {}): PosItem => ({
  name: 'cheeseburger',
  quantity: '1',
  unit_price: 1095,
  notes: null,
  allergy: false,
  menu_item_id: null,
  variation_id: null,
  options: [],
  pos: 'CHEESEBURGER',
  ...part,
});
const option = (part: Partial<PosOption> = {}): PosOption => ({
  name: 'onions',
  action: 'add',
  portion: 'whole',
  quantity: 1,
  unit_price: null,
  option_id: null,
  ...part,
});
const order = (part: Partial<PosOrder> = {}): PosOrder => ({
  ...parseOrder({ external_ref: 'CA1', items: [{ name: 'x', quantity: '1' }] }, SHOP),
  timezone: SHOP.timezone,
  country: 'US',
  items: [item()],
  ...part,
});
const convert = (
  part: Partial<PosOrder> = {},
  settings: Record<string, string> = {},
  now: string | null = NOW,
) =>
  toLightspeedOrder(order(part), {
    posLocation: '45454565682155',
    endpointId: 'ORDERWIRE',
    settings,
    now: now ?? undefined,
  });
const money = (amount: number) => ({ type: 'delivery' as const, name: 'Delivery fee', amount });

describe('an order becomes exactly this request', () => {
  it('for the smallest order', () => {
    expect(convert()).toEqual({
      order: {
        thirdPartyReference: expect.stringMatching(/^ow[0-9a-f]{18}$/),
        endpointId: 'ORDERWIRE',
        customerInfo: { firstName: 'Phone', lastName: 'guest' },
        orderNote: 'PICKUP\nWANTED: ASAP\nUNPAID, collect at the POS price',
        collectionCode: expect.stringMatching(/^[0-9A-Z]{8}$/),
        maxTimeToAttemptOrderDeliverToPos: 300_000,
        items: [{ sku: 'CHEESEBURGER', quantity: 1 }],
      },
      warnings: [],
    });
  });

  it('for the sample order, with every word in its place', () => {
    const said = parseOrder(sampleOrder, SHOP);
    const pos = ['PEPPERONI-L', 'CHEESEBURGER', 'COKE-ZERO'];
    const options = ['EXTRA-CHEESE', 'MUSHROOMS', instructionPos('No Onions', '236025632784601')];
    const items = said.items.map((line, at) => ({
      ...line,
      pos: pos[at],
      options: line.options.map((one) => ({ ...one, pos: options.shift() })),
    }));
    const { order: body, warnings } = convert({ ...said, items }, { delivery_fee_sku: 'FEE' });
    const pizza = {
      sku: 'PEPPERONI-L',
      quantity: 1,
      subItems: [
        { sku: 'EXTRA-CHEESE', quantity: 1 },
        { sku: 'MUSHROOMS', quantity: 1 },
      ],
    };
    expect(warnings).toEqual([]);
    expect(body).toMatchObject({
      customerInfo: {
        firstName: 'Ann',
        lastName: 'Lee',
        email: 'ann_lee@example.com',
        contactNumberAsE164: '+16175550123',
      },
      orderCollectionTimeAsIso8601: '2030-11-30T00:15:00.000+00:00',
      deliveryAddress: { addressLine1: '12 Oak Street', addressLine2: 'Apt 4', zip: '02215', city: 'Boston' },
      items: [
        pizza,
        pizza,
        { sku: 'CHEESEBURGER', quantity: 1, modifiers: [{ modifierId: '236025632784601' }] },
        { sku: 'COKE-ZERO', quantity: 3 },
        { sku: 'FEE', quantity: 1, customItemPrice: 3 },
      ],
    });
    expect(body).not.toHaveProperty('payment');
    expect(body.orderNote.split('\n')).toEqual([
      'DELIVERY',
      'WANTED: Fri 29 Nov, 7:15 PM',
      'UNPAID, collect at the POS price',
      '2 × large pepperoni pizza: LEFT HALF: mushrooms',
      '1 × cheeseburger: well done',
      'Ann Lee  +1 617 555 0123',
      '12 Oak Street Apt 4, Boston, MA 02215',
      'Ring twice',
      'Please send napkins',
    ]);
  });

  it.each([
    ['45454565682155', '{"businessLocationId":45454565682155,"'],
    ['9223372036854775807', '{"businessLocationId":9223372036854775807,"'],
  ])('writes the 64-bit location %s digit by digit', (id, start) => {
    expect(toOrderBody(id, convert().order).startsWith(start)).toBe(true);
  });

  it.each([
    ['pickup', '/o/op/1/order/toGo'],
    ['curbside', '/o/op/1/order/toGo'],
    ['delivery', '/o/op/1/order/toGo'],
    ['dine_in', '/o/op/1/order/local'],
  ] as const)('sends %s to %s', (type, path) => {
    expect(orderPath(order({ service: { type, table: null, party_size: null } }))).toBe(path);
  });

  it('names table and party when dining in, and no account, which would change another check', () => {
    const { order: body } = convert({ service: { type: 'dine_in', table: '12', party_size: 4 } });
    expect(body).toMatchObject({ tableNumber: '12', clientCount: 4 });
    expect(Object.keys(body).filter((key) => key.startsWith('account'))).toEqual([]);
  });
});

describe('options', () => {
  const one = (given: PosOption, settings = {}) =>
    convert({ items: [item({ options: [given] })] }, settings).order;
  const words = (given: PosOption, settings = {}) =>
    one(given, settings)
      .orderNote.split('\n')
      .find((line) => line.startsWith('1 × cheeseburger'));
  const no = instructionPos('NO Onions', '77');

  it.each([
    ['what is added', option({ pos: 'ONIONS', quantity: 2 }), [{ sku: 'ONIONS', quantity: 2 }], undefined],
    [
      'an extra',
      option({ pos: 'ONIONS', action: 'extra' }),
      [{ sku: 'ONIONS', quantity: 1 }],
      'EXTRA onions',
    ],
    [
      'a half',
      option({ pos: 'ONIONS', portion: 'left' }),
      [{ sku: 'ONIONS', quantity: 1 }],
      'LEFT HALF: onions',
    ],
    ['what is not on the menu', option(), undefined, 'onions'],
    [
      '"no onions" where only the add-on exists',
      option({ pos: 'ONIONS', action: 'remove' }),
      undefined,
      'NO onions',
    ],
  ])('%s', (_, given, subItems, text) => {
    expect(one(given).items[0]?.subItems).toEqual(subItems);
    expect(words(given)).toBe(text && `1 × cheeseburger: ${text}`);
  });

  it('"no onions" goes by the production instruction that says it', () => {
    const given = option({ pos: no, action: 'remove' });
    expect(one(given).items[0]).toMatchObject({ modifiers: [{ modifierId: '77' }] });
    expect(words(given)).toBeUndefined();
  });
  it('goes in words where the restaurant wants that', () => {
    const given = option({ pos: no, action: 'remove' });
    expect(one(given, { production_instructions: 'note' }).items[0]).not.toHaveProperty('modifiers');
    expect(words(given, { production_instructions: 'note' })).toBe('1 × cheeseburger: NO onions');
  });
  it('never says the opposite: "no onions" does not take the instruction "Onions"', () => {
    const given = option({ pos: instructionPos('Onions', '78'), action: 'remove' });
    expect(one(given).items[0]).toEqual({ sku: 'CHEESEBURGER', quantity: 1 });
    expect(words(given)).toBe('1 × cheeseburger: NO onions');
  });
  it('makes single lines of a line with product modifiers: the vendor does not say what their quantity counts', () => {
    const items = [item({ quantity: '3', options: [option({ pos: 'ONIONS' })] })];
    expect(convert({ items }).order.items).toEqual(
      Array(3).fill({ sku: 'CHEESEBURGER', quantity: 1, subItems: [{ sku: 'ONIONS', quantity: 1 }] }),
    );
  });
});

describe('dishes that are not on the menu', () => {
  const open = item({ pos: null, check: true, name: 'the works 🍕', options: [option({ unit_price: 150 })] });
  it('become the open item, with name and price, and stand in the note in case the item keeps its own name', () => {
    const { order: body } = convert({ items: [open] }, { fallback_item_id: 'OPEN' });
    expect(body.items).toEqual([
      { sku: 'OPEN', quantity: 1, customItemName: 'CHECK: the works 🍕', customItemPrice: 12.45 },
    ]);
    expect(body.orderNote).toContain('1 × the works 🍕: CHECK: not on the menu as said; onions');
  });
  it('say when nobody knows the price', () => {
    const { order: body, warnings } = convert(
      { items: [{ ...open, unit_price: null }] },
      { fallback_item_id: 'OPEN' },
    );
    expect(body.items[0]).not.toHaveProperty('customItemPrice');
    expect(warnings).toEqual([expect.stringContaining('without a price')]);
  });
  it('are refused where there is no open item', () => {
    expect(() => convert({ items: [open] })).toThrow('Open Item SKU');
  });
  it('half a portion is an open item too, since quantities are whole', () => {
    const half = item({ quantity: '0.5', unit_price: 1001 });
    expect(convert({ items: [half] }, { fallback_item_id: 'OPEN' }).order.items).toEqual([
      { sku: 'OPEN', quantity: 1, customItemName: '0.5 × cheeseburger', customItemPrice: 5.01 },
    ]);
    expect(() => convert({ items: [half] })).toThrow('items[0].quantity is 0.5');
  });
});

describe('money', () => {
  it.each([
    ['USD', 1, 0.01],
    ['USD', 99_999_999, 999_999.99],
    ['USD', 1010, 10.1],
    ['JPY', 500, 500],
    ['KWD', 1005, 1.005],
  ])('writes %s %i as %d', (currency, amount, decimal) => {
    const { order: body } = convert({ currency, charges: [money(amount)] }, { delivery_fee_sku: 'FEE' });
    expect(body.items[1]).toEqual({ sku: 'FEE', quantity: 1, customItemPrice: decimal });
  });
  it('names charges on the ticket where no item stands for them, and warns', () => {
    const bag = { type: 'bag' as const, name: 'Bag', amount: 10 };
    const { order: body, warnings } = convert({ charges: [money(300), bag] });
    expect(body.orderNote).toContain('CHARGE: Delivery fee $3.00\nCHARGE: Bag $0.10');
    expect(warnings).toEqual([
      expect.stringContaining('Set Delivery Fee SKU'),
      expect.stringContaining('Bag $0.10'),
    ]);
  });
  it('puts a discount on one item that costs as much, else on the ticket', () => {
    const discounts = [
      { name: 'Loyalty', amount: 500 },
      { name: 'Staff', amount: 9900 },
    ];
    const { order: body, warnings } = convert({ discounts }, { discount_code: 'PHONE' });
    expect(body.items).toEqual([
      { sku: 'CHEESEBURGER', quantity: 1, discountCode: 'PHONE', discountAmountOverride: 5 },
    ]);
    expect(body.orderNote).toContain('DISCOUNT: Staff -$99.00');
    expect(warnings).toEqual([expect.stringContaining('no single item costs as much')]);
  });
  const paid = {
    payment: { state: 'paid' as const, method: 'card', reference: null },
    quoted_total: 1895,
    tip: 200,
  };
  it('records what was paid, the tip inside the amount', () => {
    const { order: body, warnings } = convert(paid, { payment_method_code: 'OOPAYMENT' });
    expect(body.payment).toEqual({ paymentMethod: 'OOPAYMENT', paymentAmount: 20.95, tipAmount: 2 });
    expect(body.orderNote).toContain('PAID (card)');
    expect(warnings).toEqual([]);
  });
  it('says PAID on the ticket where no code is set, rather than fail the order with a wrong one', () => {
    const { order: body, warnings } = convert(paid);
    expect(body).not.toHaveProperty('payment');
    expect(body.orderNote).toContain('PAID (card), tip $2.00 paid');
    expect(warnings).toEqual([expect.stringContaining('no Payment Method Code is set')]);
  });
  it('books no payment of nothing, as on a ticket about a ticket', () => {
    const free = {
      payment: { state: 'paid' as const, method: 'card', reference: null },
      items: [item({ unit_price: 0 })],
    };
    const { order: body, warnings } = convert(free, { payment_method_code: 'OOPAYMENT' });
    expect(body).not.toHaveProperty('payment');
    expect(warnings).toEqual([]);
  });
  it('records no payment for an unpaid order, whatever is set', () => {
    const { order: body } = convert({ tip: 200 }, { payment_method_code: 'OOPAYMENT' });
    expect(body).not.toHaveProperty('payment');
    expect(body.orderNote).toContain('Tip promised: $2.00');
  });
});

describe('times', () => {
  const at = (requested_at: string) => ({ timing: { requested_at, requested_text: null, placed_at: null } });
  it('promises the wanted time and sends at once', () => {
    const { order: body } = convert(at('2030-11-29T19:15:00-05:00'));
    expect(body.orderCollectionTimeAsIso8601).toBe('2030-11-30T00:15:00.000+00:00');
    expect(body).not.toHaveProperty('scheduledTimeForOrderAsIso8601');
  });
  it('has Lightspeed hold the order where the restaurant wants that', () => {
    const { order: body } = convert(at('2030-11-29T19:15:00-05:00'), { send_ahead_minutes: '30' });
    expect(body.scheduledTimeForOrderAsIso8601).toBe('2030-11-29T23:45:00.000+00:00');
  });
  it.each([
    ['the moment to send has passed', '2030-11-29T22:20:00Z', NOW],
    ['nobody knows what time it is', '2030-11-29T23:59:00Z', ''],
  ])('sends at once when %s', (_, wanted, now) => {
    const { order: body } = convert(at(wanted), { send_ahead_minutes: '30' }, now || null);
    expect(body).toHaveProperty('orderCollectionTimeAsIso8601');
    expect(Boolean(body.scheduledTimeForOrderAsIso8601)).toBe(false);
  });
  it('leaves a time that has passed to the note: Lightspeed takes future ones only', () => {
    const { order: body, warnings } = convert(at('2030-11-29T22:00:30Z'));
    expect(body).not.toHaveProperty('orderCollectionTimeAsIso8601');
    expect(body.orderNote).toContain('WANTED: Fri 29 Nov, 5:00 PM');
    expect(warnings).toHaveLength(1);
  });
});

describe('longest texts', () => {
  it.each([
    ['a long name', 'x'.repeat(200), { firstName: 'x'.repeat(128), lastName: 'x'.repeat(72) }],
    ['many names', 'Ana María de la Cruz', { firstName: 'Ana', lastName: 'María de la Cruz' }],
    [
      'a name of emoji, none cut in half',
      `x${'🍕'.repeat(99)}`,
      { firstName: `x${'🍕'.repeat(63)}`, lastName: '🍕'.repeat(36) },
    ],
  ])('%s', (_, name, customerInfo) => {
    expect(convert({ customer: { name, phone: null, email: null } }).order.customerInfo).toEqual(
      customerInfo,
    );
  });
  it('puts the allergy before all else, and keeps it when the note is cut', () => {
    const items = Array.from({ length: 20 }, () => item({ notes: 'y'.repeat(1000) }));
    const { order: body, warnings } = convert({ allergy_note: 'peanuts', items });
    expect(body.orderNote).toMatch(/^ALLERGY: PEANUTS\nPICKUP/);
    expect(body.orderNote).toHaveLength(10_000);
    expect(warnings).toEqual([expect.stringContaining('was cut')]);
  });
});
