import type { ParsedItem, ParsedOption } from '../menu/parse';
import type { Match } from '../menu/verdict';
import type { TimedReading } from '../quote/spoken-time';

/** A reading of words as what `POST /v1/orders` takes; what is sure carries the menu's ids. */
export function orderFromWords(words: string, reading: TimedReading) {
  const { service_type, requested_at, requested_text, allergy_note, leftover } = reading;
  return {
    source: { channel: 'web', app: 'orderwire', transcript: words },
    service: { type: service_type ?? 'pickup' },
    timing: { requested_at, requested_text },
    items: reading.items.map(toItem),
    allergy_note,
    notes: leftover.length > 0 ? `Also said: ${leftover.join(', ')}`.slice(0, 2_000) : null,
  };
}

const isSure = ({ status }: Match) => status === 'sure';

function toItem({ name, quantity, notes, match, options }: ParsedItem) {
  const ids = isSure(match) ? { menu_item_id: match.item_id, variation_id: match.variation_id } : {};
  return { name: name.slice(0, 200), quantity, notes, ...ids, options: options.map(toOption) };
}

function toOption({ name, action, portion, quantity, match }: ParsedOption) {
  return {
    name: name.slice(0, 200),
    action,
    portion,
    quantity,
    option_id: isSure(match) ? match.option_id : null,
  };
}
