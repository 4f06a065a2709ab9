import fc from 'fast-check';
import { holdsCardNumber } from '../../src/order/card-number';
import { parseOption } from '../../src/order/option-text';
import { type Order, OrderSchema } from '../../src/order/schema';

type Node = {
  type?: string;
  anyOf?: Node[];
  enum?: string[];
  properties?: Record<string, Node>;
  items?: Node;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  'x-read'?: string;
};

const words = fc.constantFrom(
  ...'large pizza no onions extra left half x2 a;b \\ ぬき 🍕 👨‍👩‍👧 é "quoted" <b> {{bundle.x}} ALLERGY ½'.split(
    ' ',
  ),
);
const sentence = fc.array(words, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
const anyText = (maxLength: number) =>
  fc
    .oneof(sentence, fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 120 }))
    .map((text) => text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, ''))
    .filter((text) => text.trim() !== '' && !holdsCardNumber(text));

const whole = fc.integer({ min: 1, max: 999 }).map(String);
const fraction = fc.integer({ min: 1, max: 999 }).map((tenths) => String(tenths / 10));
const moment = fc
  .date({ min: new Date('2001-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19));

const byReader: Record<string, fc.Arbitrary<unknown>> = {
  money: fc.nat(99_999_999),
  quantity: fc.oneof(whole, fraction),
  time: fc.tuple(moment, fc.constantFrom('Z', '-05:00', '+05:30', '+00:00')).map(([at, zone]) => at + zone),
  currency: fc.constantFrom('USD', 'JPY', 'KWD', 'EUR'),
  service: fc.constantFrom('pickup', 'delivery', 'dine_in', 'curbside'),
};

function anyOf(node: Node): fc.Arbitrary<unknown> {
  const inner = node.anyOf?.find((one) => one.type !== 'null');
  if (inner) return fc.option(anyOf(inner), { freq: 3 });
  const reader = byReader[node['x-read'] ?? ''];
  if (reader) return reader;
  if (node.enum) return fc.constantFrom(...node.enum);
  if (node.type === 'array') {
    return fc.array(anyOf(node.items ?? {}), { minLength: node.minItems ?? 0, maxLength: 3 });
  }
  if (node.type === 'integer') return fc.integer({ min: node.minimum, max: node.maximum });
  if (node.type === 'boolean') return fc.boolean();
  if (node.type === 'string') return anyText(node.maxLength ?? 100);
  const fields = Object.entries(node.properties ?? {}).map(([key, child]) => [key, anyOf(child)]);
  return fc.record(Object.fromEntries(fields));
}

/** Whole orders as answers carry them: every field present, unknowns null. */
export const anyOrder = (anyOf(OrderSchema as object as Node) as fc.Arbitrary<Order>).filter(isSettled);

/** What no parsed order holds: a name that says "no", a delivery of nothing. */
function isSettled(order: Order): boolean {
  const saysNo = order.items.some((item) =>
    item.options.some((option) => parseOption(option.name).action === 'remove'),
  );
  return (
    !saysNo && (order.delivery === null || Object.values(order.delivery).some((value) => value !== null))
  );
}

/** Orders as callers write them: parts left out or null, options in words, prices in text. */
export const anyInput = fc.tuple(anyOrder, fc.infiniteStream(fc.nat(5))).map(([order, dice]) => {
  const roll = () => dice.next().value;
  const items = order.items.map(({ options, ...item }) => ({
    ...thinned(item, roll, ['name', 'quantity']),
    options: options.map((option) => (roll() === 0 ? option.name : thinned(option, roll, ['name']))),
    ...(roll() === 0 && { options_text: options.map(({ name }) => name).join('; ') }),
  }));
  return { ...thinned(order, roll, []), items };
});

function thinned(fields: object, roll: () => number, kept: string[]): object {
  const some = Object.entries(fields).filter(([key]) => kept.includes(key) || roll() > 1);
  return Object.fromEntries(
    some.map(([key, value]) => [key, !kept.includes(key) && roll() === 0 ? null : value]),
  );
}
