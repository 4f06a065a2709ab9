import { changesSince } from '../../src/intake/receptionist/changes';
import type { Reading } from '../../src/intake/receptionist/reading';
import { routeCall } from '../../src/intake/receptionist/route';
import { fitText, momentOf, quotedTotal } from '../../src/intake/receptionist/row-values';
import { saidItems } from '../../src/intake/receptionist/said-items';
import { ageOf, isSettled } from '../../src/intake/receptionist/standing';
import { toOrder } from '../../src/intake/receptionist/to-order';
import { parseOrder } from '../../src/order/parse';
import { readStoredShop } from '../../src/order/shop';
import type { ReceptionistCall, ReceptionistRow } from '../../src/store/receptionist/records';

const shop = { id: 'loc_1', ...readStoredShop({ name: "Mario's", timezone: 'America/New_York' }) };
const row = (given: Partial<ReceptionistRow> = {}): ReceptionistRow => ({
  row_id: 1,
  caller_phone: '+16175550123',
  phone: null,
  name: 'Ann Lee',
  pickup_name: null,
  items: '2 large pepperoni',
  order_type: 'pickup',
  address: null,
  instructions: null,
  payment_method: null,
  total: null,
  total_in: 'units',
  wanted: null,
  status: 'pending',
  created_at: '2026-11-27 18:31:07',
  created_in: 'utc',
  ...given,
});
const callOf = (...rows: ReceptionistRow[]): ReceptionistCall => ({
  key: 'CA1',
  rows,
  ended: true,
  ended_at: '2026-11-27 13:33:00.123456',
  business: { name: "Mario's", phone: '+16175550100' },
  businesses: 1,
});
const sure = {
  status: 'sure',
  item_id: 'pepperoni',
  variation_id: 'l',
  option_id: null,
  reason: '',
} as const;
const reading: Reading = {
  items: [{ name: 'large pepperoni', quantity: '2', notes: null, match: sure, options: [] }],
  unsure: [],
};
const ordered = (given: Partial<ReceptionistRow> = {}, readings: Reading[] = [reading]) => {
  const one = row(given);
  return toOrder(callOf(one), { shop, said: saidItems(one), readings });
};

describe('a row of a call as an order', () => {
  it('is one that the order core takes, under the Call SID, at the time it was said', () => {
    const { order, questions } = ordered({
      total: '$21.95',
      payment_method: 'cash',
      instructions: 'ring twice',
    });
    expect(questions).toEqual([]);
    expect(parseOrder(order, shop)).toMatchObject({
      external_ref: 'CA1',
      source: { channel: 'receptionist', call_sid: 'CA1', transcript: '2 large pepperoni' },
      service: { type: 'pickup' },
      timing: { requested_at: null, placed_at: '2026-11-27T18:31:07Z' },
      customer: { name: 'Ann Lee', phone: '+16175550123' },
      items: [{ name: 'large pepperoni', quantity: '2', menu_item_id: 'pepperoni', variation_id: 'l' }],
      payment: { state: 'unpaid', method: 'cash' },
      notes: 'ring twice',
      quoted_total: 2195,
    });
  });

  it('is taken with nothing but NULLs in it, as a question', () => {
    const empty = { items: null, name: null, caller_phone: 'Unknown', order_type: null, created_at: null };
    const { order, questions } = ordered(empty, []);
    expect(questions).toEqual([expect.stringContaining('was not understood')]);
    expect(parseOrder(order, shop)).toMatchObject({
      customer: { name: null, phone: null },
      items: [{ name: '?', quantity: '1' }],
      // Where the row tells no time, the end of the call does: by the wall clock of the shop.
      timing: { placed_at: '2026-11-27T18:33:00Z' },
    });
  });

  it('takes the number that was said where it is one, else the one that called', () => {
    const phone = (said: string) => (ordered({ phone: said }).order.customer as { phone: string }).phone;
    expect(phone('617 555 0199')).toBe('617 555 0199');
    expect(phone('the same one')).toBe('+16175550123');
  });

  it('asks what a person must settle: the doubtful dish, the missing address, the number that is none', () => {
    const doubtful = {
      ...reading,
      unsure: [{ path: 'items[0]', said: 'coke', question: 'Coke or Coke Zero?' }],
    };
    expect(ordered({}, [doubtful]).questions).toEqual(['Coke or Coke Zero?']);
    expect(ordered({ order_type: 'delivery' }).questions).toEqual([expect.stringContaining('Where to?')]);
    expect(ordered({ order_type: 'teleport' }).questions).toEqual(['Pickup or delivery?']);
    const items = '[{"name": "Coke", "qty": "some"}]';
    expect(ordered({ items }, []).questions).toEqual(['How many Coke?']);
  });

  it('prints an allergy first, and keeps what no dish carries', () => {
    const { order } = ordered({ instructions: 'Allergic to nuts' }, [
      { ...reading, leftover: ['extra napkins'] },
    ]);
    expect(order).toMatchObject({
      allergy_note: 'Allergic to nuts',
      notes: 'Allergic to nuts\nAlso said: extra napkins',
    });
  });

  it('never takes a card number along', () => {
    const { order } = ordered({ instructions: 'card 4111 1111 1111 1111 please' });
    expect(order.notes).toBe('card [card number removed] please');
    expect(() => parseOrder(order, shop)).not.toThrow();
    expect(fitText('abcdef', 4)).toBe('abc…');
  });
});

it.each<[string, ReceptionistRow['items'], ReturnType<typeof saidItems>]>([
  ['a sentence', ' 2 large pepperoni ', { texts: ['2 large pepperoni'], lines: [] }],
  ['a list of sentences', '["2 Coke", "a salad"]', { texts: ['2 Coke', 'a salad'], lines: [] }],
  [
    'a list of things',
    '[{"name":"Pizza","qty":2,"size":"Large","modifiers":["no onions"],"price":15.99,"notes":"well done"}]',
    {
      texts: [],
      lines: [
        { name: 'Large Pizza', quantity: '2', notes: 'well done', options: ['no onions'], price: '15.99' },
      ],
    },
  ],
  [
    'things without a count',
    '{"items":[{"name":"2 large pepperoni"}]}',
    { texts: ['2 large pepperoni'], lines: [] },
  ],
  [
    'things inside things',
    '[{"name":"Pizza","quantity":1,"variant":{"name":"Large","price":9},"options":[{"name":"Crust","choice":"Thin"}]}]',
    { texts: [], lines: [{ name: 'Large Pizza', quantity: '1', notes: null, options: ['Thin'] }] },
  ],
  ['nothing', null, { texts: [], lines: [] }],
  ['nothing understood', 'Order details from conversation (extraction failed)', { texts: [], lines: [] }],
  ['a broken list', '["2 Coke", ', { texts: ['["2 Coke",'], lines: [] }],
])('finds the items in %s', (_form, items, said) => {
  expect(saidItems({ items, total_in: 'units' })).toEqual(said);
});

it('takes whole prices for cents where the file counts cents', () => {
  const items = '[{"name":"Coke","quantity":1,"price":250}]';
  expect(saidItems({ items, total_in: 'minor' }).lines).toMatchObject([{ unit_price: 250 }]);
  expect(saidItems({ items, total_in: 'units' }).lines).toMatchObject([{ price: '250' }]);
});

it.each([
  ['$21.95', 'units', 2195],
  ['21.9', 'units', 2190],
  ['about $1,021', 'units', 102_100],
  ['2195', 'minor', 2195],
  ['1', 'units', null],
  ['20 or 25', 'units', null],
  ['not sure', 'units', null],
  [null, 'units', null],
] as const)('reads the total %j in %s as %j', (total, total_in, expected) => {
  expect(quotedTotal({ total, total_in }, 'USD')).toBe(expected);
});

it.each([
  ['2026-11-27 18:31:07', 'utc', '2026-11-27T18:31:07Z'],
  ['2026-11-27 13:31:07.123456', 'local', '2026-11-27T18:31:07Z'],
  // The hour that comes twice means the first, the one that never comes moves forward.
  ['2026-11-01 01:30:00', 'local', '2026-11-01T05:30:00Z'],
  ['2026-03-08 02:30:00', 'local', '2026-03-08T07:30:00Z'],
  ['2026-11-27T18:31:07+00:00', 'local', '2026-11-27T18:31:07Z'],
  ['1795804267', 'local', '2026-11-27T18:31:07Z'],
  ['half past seven', 'local', null],
] as const)('reads the time %s, written in %s, as %s', (text, written_in, expected) => {
  expect(momentOf(text, written_in, 'America/New_York')).toBe(expected);
});

describe('whose call it was', () => {
  const north = {
    ...shop,
    id: 'loc_n',
    name: 'North',
    phone: '617 555 0100',
    twilio_numbers: ['+16175550200'],
  };
  const south = { ...shop, id: 'loc_s', name: 'South', phone: null, twilio_numbers: ['(617) 555-0100'] };
  const called = (phone: string | null, businesses = 2) => ({
    ...callOf(row()),
    business: phone === null ? null : { name: null, phone },
    businesses,
  });

  it('is the shop on whose number it came, where Twilio answers before the shop itself', () => {
    expect(routeCall(called('+16175550100'), [north, south]).shop?.id).toBe('loc_s');
    expect(routeCall(called('+16175550100'), [north]).shop?.id).toBe('loc_n');
  });

  it('is never guessed', () => {
    expect(routeCall(called(null), [north, south]).why).toContain('does not say which number');
    expect(routeCall(called('+16175550999'), [north, south]).why).toContain(
      '+16175550999 is the number of no shop',
    );
    expect(
      routeCall(called('+16175550200'), [north, { ...south, twilio_numbers: ['+16175550200'] }]).why,
    ).toContain('North (loc_n) and South (loc_s)');
    expect(routeCall(called('+16175550999', 1), [north]).shop).toBeNull();
  });

  it('is the only shop there is, where the file knows only one restaurant and nothing speaks against it', () => {
    expect(routeCall(called(null, 1), [north]).shop?.id).toBe('loc_n');
    expect(routeCall(called(null, 2), [north]).shop).toBeNull();
    const bare = { ...north, phone: null, twilio_numbers: [] };
    expect(routeCall(called('+16175550999', 1), [bare]).shop?.id).toBe('loc_n');
  });
});

describe('when a call is taken', () => {
  const talking = { ...callOf(row()), ended: false, ended_at: null };
  const written = Date.parse('2026-11-27T18:31:07Z');

  it('is at its end, or when nothing more has come for a while', () => {
    expect(isSettled(callOf(row()), { now: written, since: written })).toBe(true);
    expect(isSettled(talking, { now: written + 60_000, since: written })).toBe(false);
    expect(isSettled(talking, { now: written + 91_000, since: written + 90_000 })).toBe(true);
  });

  it('is not hurried by a clock of another zone', () => {
    const local = { ...talking, rows: [row({ created_in: 'local' })] };
    expect(isSettled(local, { now: written + 91_000, since: written + 90_000 })).toBe(false);
    expect([ageOf(local, written + 3_600_000), ageOf(talking, written + 3_600_000)]).toEqual([0, 3_600_000]);
    expect(ageOf(local, written + 72 * 3_600_000)).toBeGreaterThan(48 * 3_600_000);
  });
});

it('names what a later row says otherwise, and nothing where it says the same', () => {
  const before = ordered().order;
  expect(changesSince(before, ordered({ created_at: '2026-11-27 18:40:00', row_id: 2 }).order)).toBeNull();
  const moved = ordered({ order_type: 'delivery', address: '12 Oak St' }).order;
  expect(changesSince(before, moved)).toEqual({
    service: { type: 'delivery' },
    delivery: { text: '12 Oak St' },
  });
});
