import type { Order, OrderItem, OrderOption } from './schema';

/** So soon after another, the same order from the same phone may be the same wish. */
export const TWIN_MS = 5 * 60_000;

const SPOKEN = new Set<Order['source']['channel']>(['phone', 'sms', 'receptionist', 'bridge']);

/** Whether a guest said or texted it: such an order may come twice under two references. */
export function isSpoken({ source }: Pick<Order, 'source'>): boolean {
  return SPOKEN.has(source.channel) || source.call_sid !== null || source.message_sid !== null;
}

/** Whether two orders are for the same dishes, however they are worded, in whatever order. */
export function hasSameItems(one: Pick<Order, 'items'>, other: Pick<Order, 'items'>): boolean {
  return [byId, byName].some((named) => listOf(one, named) === listOf(other, named));
}

type Named = (item: OrderItem) => string;
/** By the menu's ids where they are known: another wording of the same dish is the same. */
const byId: Named = ({ menu_item_id, variation_id, name }) =>
  menu_item_id === null ? plain(name) : `${menu_item_id}/${variation_id ?? ''}`;
const byName: Named = ({ name }) => plain(name);

function listOf({ items }: Pick<Order, 'items'>, named: Named): string {
  const lines = items.map((item) =>
    [item.quantity, named(item), ...item.options.map(optionOf).sort()].join('|'),
  );
  return lines.sort().join('\n');
}

const optionOf = ({ name, action, portion, quantity }: OrderOption) =>
  [action, portion, quantity, plain(name)].join(' ');

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
