import { PosError } from '../../../src/pos/errors';
import { LENGTHS } from '../../../src/pos/square/api';
import { toSquareOrder } from '../../../src/pos/square/order';
import { details, pickupOrder, send } from '../../support/square-order';

const LONG = 'n'.repeat(200);
const ticketName = (changes: object) => send(changes).order.ticket_name;
const note = (changes: object) => details(changes).note;

it.each<[string, number, (changes: object) => string, object]>([
  ['ticket name', 30, ticketName, { customer: { name: LONG } }],
  ['pickup note', 500, note, { notes: 'n'.repeat(2000) }],
])('the %s is cut at %i', (_what, max, read, changes) => {
  expect(read(changes)).toHaveLength(max);
});

it.each<[string, (changes: object) => string, object, RegExp]>([
  ['ticket name', ticketName, { customer: { name: `${'n'.repeat(24)}🍕` } }, /^n{24} [0-9A-F]{4}$/],
  ['ticket name', ticketName, { customer: { name: '🍕'.repeat(50) } }, /^(🍕){12} [0-9A-F]{4}$/u],
  ['note', note, { notes: '🍕'.repeat(1000) }, /^[^\uD800-\uDFFF]*🍕+…$/u],
  ['note, one place further', note, { notes: `n${'🍕'.repeat(900)}` }, /^[^\uD800-\uDFFF]*🍕+…$/u],
])('no emoji is cut in half at the end of the %s', (_what, read, changes, pattern) => {
  expect(read(changes)).toMatch(pattern);
});

it('the longest line in words fits: name, options, wishes', () => {
  const option = { name: LONG, action: 'side', portion: 'right', quantity: 99 };
  const item = { name: LONG, quantity: '999', notes: 'n'.repeat(1000), options: Array(50).fill(option) };
  const [line] = send({ items: [item] }).order.line_items;
  expect(line?.name).toBe(LONG);
  expect(line?.note).toHaveLength(1000);
  expect(line?.modifiers).toHaveLength(50);
  for (const { name = '' } of line?.modifiers ?? []) {
    expect(name).toContain(`${LONG} ×99`);
    expect(name.length).toBeLessThanOrEqual(LENGTHS.modifierName);
  }
});

it('the longest line of the catalogue keeps its allergy and says which words are missing', () => {
  const options = Array.from({ length: 50 }, () => ({ name: LONG, action: 'light' }));
  const order = pickupOrder({
    items: [{ name: 'pizza', quantity: '1', options, notes: 'nuts', allergy: true }],
  });
  const items = order.items.map((item) => ({
    ...item,
    pos: 'V1',
    options: item.options.map((option) => ({ ...option, pos: 'M1' })),
  }));
  const { order: sent, warnings } = toSquareOrder({ ...order, items }, { posLocation: 'L', settings: {} });
  expect(sent.line_items[0]?.note).toHaveLength(LENGTHS.lineNote);
  expect(sent.line_items[0]?.note).toMatch(/^ALLERGY: NUTS; LIGHT n+/);
  expect(warnings).toEqual([expect.stringContaining('2000 characters')]);
});

it('a phone number has at most 17 characters; the words around it stand in the note', () => {
  const { recipient, note: text } = details({
    customer: { name: 'Ann', phone: '617 555 0123 ext. 12345678' },
  });
  expect(recipient.phone_number).toBe('+16175550123');
  expect(text).toContain('617 555 0123 ext. 12345678');
  const longest = details({ customer: { name: 'Ann', phone: '+49 1512 34567890123' } }).recipient
    .phone_number;
  expect((longest ?? '').length).toBeLessThanOrEqual(LENGTHS.phone);
});

it('what does not fit into the note becomes a warning that says it', () => {
  const { warnings } = send({ notes: `${'n'.repeat(600)} ring the bell` });
  expect(warnings).toEqual([
    expect.stringMatching(/500 characters .* ring the bell" is missing on the ticket/),
  ]);
});

it('an allergy that does not fit is refused, never cut', () => {
  const longest = { allergy_note: 'a'.repeat(490) };
  expect(note(longest)).toContain(`ALLERGY: ${'A'.repeat(490)}`);
  expect(() => send({ ...longest, test: true })).toThrow(PosError);
  expect(() => send({ allergy_note: 'a'.repeat(491) })).toThrow(/it is never cut/);
});
