import { itemText } from './flat';
import type { Order } from './schema';
import { addressText, serviceTitle, wantedText } from './ticket-text';

/** What changed, a line each, in words that a cook understands: what goes, what comes, what else is different. */
export function changeText(before: Order, after: Order, timezone: string): string[] {
  const was = before.items.map(itemText);
  const is = after.items.map(itemText);
  const told: [label: string, say: (order: Order) => string][] = [
    ['NOW', (order) => serviceTitle(order)],
    ['WANTED', (order) => wantedText(order, timezone)],
    ['ADDRESS', (order) => addressText(order) ?? 'none'],
    ['GUEST', ({ customer }) => [customer.name, customer.phone].filter(Boolean).join(' ')],
    ['NOTE', (order) => order.notes ?? 'none'],
    ['ALLERGY', (order) => order.allergy_note ?? 'none'],
  ];
  const changes = [
    ...without(was, is).map((line) => `REMOVE ${line}`),
    ...without(is, was).map((line) => `ADD ${line}`),
    ...told.filter(([, say]) => say(before) !== say(after)).map(([label, say]) => `${label} ${say(after)}`),
  ];
  // A cook who has missed an earlier change ticket still knows what to make.
  return changes.length === 0 ? [] : [...changes, `IN FULL NOW: ${is.join(', ')}`];
}

/** The lines that the other list lacks; a line that is there twice must be there twice. */
function without(lines: string[], others: string[]): string[] {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
