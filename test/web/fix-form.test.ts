import { parseOrder } from '../../src/order/parse';
import { sampleOrder } from '../../src/order/sample';
import { BLANK, changesIn, type FixForm, readFixForm, toFixForm } from '../../src/web/fix-form';

const shop = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
const order = parseOrder({ ...sampleOrder, allergy_note: 'nuts' }, shop);
const before = toFixForm(order, shop.timezone);
const changed = (changes: Partial<FixForm>) => changesIn({ ...before, ...changes }, order, shop.timezone);
const line = (at: number) => before.lines[at] ?? BLANK;

it('shows an order as somebody would write it, its time on the clock of the shop', () => {
  expect(before.wanted).toBe('2030-11-29T19:15');
  expect(before.lines[0]).toEqual({
    name: 'large pepperoni pizza',
    quantity: '2',
    options_text: 'add extra cheese; left half mushrooms',
    notes: '',
  });
});

it('changes nothing where nothing was written, however the browser sends it back', () => {
  const fields = { wanted: before.wanted, allergy_note: 'nuts', notes: before.notes };
  const items = before.lines.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([, value]) => value !== '')),
  );
  expect(changesIn(readFixForm({ ...fields, items }), order, shop.timezone)).toEqual({});
  // Empty lines in between and behind leave holes.
  const holes = Object.fromEntries(items.map((one, index) => [String(index), one]));
  expect(changesIn(readFixForm({ ...fields, items: { ...holes, 7: {} } }), order, shop.timezone)).toEqual({});
});

it('keeps the lines that nobody touched as they are, with their prices', () => {
  const { items } = changed({ lines: [line(0), { ...line(1), notes: 'rare' }, line(2)] }) as {
    items: object[];
  };
  expect([items[0], items[2]]).toEqual([order.items[0], order.items[2]]);
  expect(items[1]).toEqual({
    ...{ name: 'cheeseburger', quantity: '1', options_text: 'no onions', notes: 'rare', unit_price: 1095 },
  });
});

it('drops the price of a dish that became another, and a line that has no dish', () => {
  const { items } = changed({ lines: [{ ...line(0), name: 'large supreme pizza' }, BLANK, line(2)] }) as {
    items: { name: string; unit_price: number | null }[];
  };
  expect(items.map(({ name, unit_price }) => [name, unit_price])).toEqual([
    ['large supreme pizza', null],
    ['coke zero', 299],
  ]);
});

it('takes a further line, as one where no number was written', () => {
  const { items } = changed({ lines: [...before.lines, { ...BLANK, name: 'tiramisu' }] }) as {
    items: object[];
  };
  expect(items).toHaveLength(4);
  expect(items[3]).toMatchObject({ name: 'tiramisu', quantity: '1' });
});

it('takes out what was emptied', () => {
  expect(changed({ wanted: '', allergy_note: '', notes: '' })).toEqual({
    timing: { requested_at: null },
    allergy_note: null,
    notes: null,
  });
});

it('reads whatever is posted without harm', () => {
  for (const body of [
    null,
    'text',
    { items: 'x' },
    { items: { __proto__: {}, 999: {}, a: {} } },
    { notes: {} },
  ]) {
    expect(readFixForm(body).notes).toBe('');
  }
});
