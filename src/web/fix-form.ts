import { toOptionsText } from '../order/option-text';
import type { Order, OrderItem } from '../order/schema';
import { wallClock } from '../order/time';

/** A line of an order as somebody can write it into a form. */
export type FixLine = { name: string; quantity: string; options_text: string; notes: string };
export type FixForm = { lines: FixLine[]; wanted: string; allergy_note: string; notes: string };

export const BLANK: FixLine = { name: '', quantity: '', options_text: '', notes: '' };

/** An order as a form. `wanted` is the shop's wall clock, as browsers write it. */
export function toFixForm(order: Order, timezone: string): FixForm {
  const { requested_at } = order.timing;
  return {
    lines: order.items.map(toLine),
    wanted: requested_at === null ? '' : localTime(requested_at, timezone),
    allergy_note: order.allergy_note ?? '',
    notes: order.notes ?? '',
  };
}

function toLine({ name, quantity, options, notes }: OrderItem): FixLine {
  return { name, quantity, options_text: toOptionsText(options), notes: notes ?? '' };
}

function localTime(rfc3339: string, timezone: string): string {
  const { date, time } = wallClock(rfc3339, { timezone, locale: 'en-GB' });
  return `${date}T${time.padStart(5, '0')}`;
}

/** What was posted, whatever it is, as a form: fields that were left empty do not arrive. */
export function readFixForm(body: unknown): FixForm {
  const { items, wanted, allergy_note, notes } = fieldsOf(body);
  const lines: FixLine[] = [];
  for (const [index, line] of Object.entries(fieldsOf(items))) {
    if (/^\d{1,2}$/.test(index)) lines[Number(index)] = toPosted(line);
  }
  const filled = Array.from(lines, (line) => line ?? BLANK);
  return { lines: filled, wanted: text(wanted), allergy_note: text(allergy_note), notes: text(notes) };
}

function toPosted(line: unknown): FixLine {
  const { name, quantity, options_text, notes } = fieldsOf(line);
  return { name: text(name), quantity: text(quantity), options_text: text(options_text), notes: text(notes) };
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** What is other in the form than in the order, as a change of it names it: empty where nothing is. A line without a name is taken out. */
export function changesIn(form: FixForm, order: Order, timezone: string): Record<string, unknown> {
  const before = toFixForm(order, timezone);
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const lines = form.lines.filter(({ name }) => name !== '');
  return {
    ...(!isSame(lines, before.lines) && { items: newItems(form.lines, order) }),
    ...(form.notes !== before.notes && { notes: form.notes || null }),
    ...(form.allergy_note !== before.allergy_note && { allergy_note: form.allergy_note || null }),
    ...(form.wanted !== before.wanted && { timing: { requested_at: form.wanted || null } }),
  };
}

/** A line that nobody touched stays as it is; one with the same dish keeps its price. */
function newItems(lines: FixLine[], { items }: Order): object[] {
  return lines.flatMap((line, index): object[] => {
    const old = items[index];
    if (line.name === '') return [];
    if (old && JSON.stringify(toLine(old)) === JSON.stringify(line)) return [old];
    const { name, quantity, options_text, notes } = line;
    const unit_price = old?.name === name ? old.unit_price : null;
    return [
      {
        name,
        quantity: quantity || '1',
        options_text: options_text || null,
        notes: notes || null,
        unit_price,
      },
    ];
  });
}
