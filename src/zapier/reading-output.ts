import { createHash } from 'node:crypto';
import type { PlainOutputField } from 'zapier-platform-core';
import type { ParsedItem } from '../menu/parse';
import type { Menu } from '../menu/schema';
import { optionPhrase, toOptionsText } from '../order/option-text';
import { idOf, nameOf, placeOf, priceOf } from './menu-place';
import { spokenFields } from './spoken-fields';
import type { Reading } from './spoken-time';

/** What was understood of a guest's words, flat, under the creates' own keys wherever both have a field. */
export function toReadingOutput(words: string, menu: Menu, parsed: Reading) {
  const { items, unsure } = parsed;
  const { service_type, requested_at, requested_text, address, allergy } = spokenFields(parsed);
  const lines = items.map((item) => toLine(item, menu));
  const text = (item: ParsedItem, at: number) => lineText(item, lines[at]?.menu_item ?? item.name);
  return {
    id: createHash('sha256').update(words).digest('hex').slice(0, 16),
    is_clear: items.length > 0 && unsure.length === 0,
    question: unsure.map(({ said, question }) => `"${said}": ${question}`).join(' '),
    items_understood: items.map(text).join('; '),
    check_items: lines
      .flatMap(({ name, match_status }) => (match_status === 'sure' ? [] : [name]))
      .join('; '),
    items: lines,
    service_type,
    requested_time: requested_at,
    requested_text,
    delivery_address: address,
    allergy_note: allergy,
    other_words: parsed.leftover.filter((one) => one !== address).join(', '),
  };
}
export type ReadingOutput = ReturnType<typeof toReadingOutput>;

function toLine(item: ParsedItem, menu: Menu) {
  const place = placeOf(menu, item.match);
  return {
    name: item.name,
    quantity: item.quantity,
    options_text: toOptionsText(item.options),
    menu_item: place ? nameOf(place) : null,
    menu_item_id: place ? idOf(place) : null,
    menu_price: place ? priceOf(place, menu) : null,
    match_status: item.match.status,
  };
}

function lineText({ quantity, options, notes }: ParsedItem, name: string): string {
  const details = [...options.map(optionPhrase), ...(notes ? [notes] : [])].join(', ');
  return `${quantity} × ${name}${details ? ` (${details})` : ''}`;
}

export const readingOutputFields: PlainOutputField[] = [
  { key: 'id', label: 'Reading ID', type: 'string' },
  { key: 'is_clear', label: 'Nothing Has to Be Asked', type: 'boolean' },
  { key: 'question', label: 'What to Ask the Guest', type: 'string' },
  { key: 'items_understood', label: 'Items Understood', type: 'string' },
  { key: 'check_items', label: 'Items to Check', type: 'string' },
  { key: 'items[]name', label: 'Item Name', type: 'string' },
  { key: 'items[]quantity', label: 'Quantity', type: 'string' },
  { key: 'items[]options_text', label: 'Options', type: 'string' },
  { key: 'items[]menu_item', label: 'Name on the Menu', type: 'string' },
  { key: 'items[]menu_item_id', label: 'Menu Item', type: 'string' },
  { key: 'items[]menu_price', label: 'Price on the Menu', type: 'string' },
  { key: 'items[]match_status', label: 'Match', type: 'string' },
  { key: 'service_type', label: 'Pickup or Delivery', type: 'string' },
  { key: 'requested_time', label: 'Wanted At', type: 'string' },
  { key: 'requested_text', label: 'Wanted At, as Said', type: 'string' },
  { key: 'delivery_address', label: 'Delivery Address', type: 'string' },
  { key: 'allergy_note', label: 'Allergies', type: 'string' },
  { key: 'other_words', label: 'Other Words', type: 'string' },
];
