import { readLeftOver } from '../menu/left-over';
import type { Parsed, ParsedItem } from '../menu/parse';
import { LIMITS } from '../order/schema';
import type { Reading } from './spoken-time';

/** What the words of an order say, as fields of an order: whatever is filled in beside them wins, but an allergy is never dropped. */
export type SpokenFields = {
  items: object[];
  service_type: Parsed['service_type'];
  /** The wanted time where it is sure, RFC 3339. */
  requested_at: string | null;
  /** The same as said. */
  requested_text: string | null;
  address: string | null;
  allergy: string | null;
  /** Words that belong to no dish: the kitchen reads them. */
  also: string | null;
};

/** What was understood of the words, line by line. Only what is sure gets the menu's id; all else travels as it was said. */
export function spokenFields({ items, ...said }: Reading): SpokenFields {
  const { address, service, others } = readLeftOver(said);
  return {
    items: items.map(toLine),
    service_type: service,
    requested_at: said.requested_at,
    requested_text: said.requested_text,
    address,
    allergy: said.allergy_note,
    also: others.length > 0 ? `Also said: ${others.join(', ')}` : null,
  };
}

/** Words for which there is no menu: one line, and all of them in the note where a line is too short. */
export function asSaid(words: string): SpokenFields {
  const name = words.replaceAll(/\s+/g, ' ').slice(0, LIMITS.name);
  const also = words.length > LIMITS.name ? words : null;
  return {
    items: [{ name, quantity: '1' }],
    service_type: null,
    requested_at: null,
    requested_text: null,
    address: null,
    allergy: null,
    also,
  };
}

function toLine({ name, quantity, notes, match, options }: ParsedItem): object {
  const isSure = match.status === 'sure';
  return {
    name: name.slice(0, LIMITS.name),
    quantity,
    notes,
    menu_item_id: isSure ? match.item_id : null,
    variation_id: isSure ? match.variation_id : null,
    options: options.map(({ match: found, ...option }) => ({
      ...option,
      option_id: found.status === 'sure' ? found.option_id : null,
    })),
  };
}
