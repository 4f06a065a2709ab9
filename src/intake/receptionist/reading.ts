import { LIMITS } from '../../order/schema';
import { fitText } from './row-values';

/** What was made of a sentence, as `POST /v1/orders/parse` answers it, as far as an order needs it. */
export type Reading = {
  items: ReadItem[];
  unsure: { path: string; said: string; question: string }[];
  service_type?: string | null;
  /** The wanted time, as said: when it was said only the row knows. */
  requested_text?: string | null;
  allergy_note?: string | null;
  /** Words that belong to no dish. */
  leftover?: string[];
};
type ReadMatch = {
  status: 'sure' | 'unsure' | 'none';
  item_id: string | null;
  variation_id: string | null;
  option_id: string | null;
  reason: string;
};
type ReadItem = {
  name: string;
  quantity: string;
  notes?: string | null;
  match?: ReadMatch;
  options?: { name: string; action?: string; portion?: string; quantity?: number; match?: ReadMatch }[];
};

/** Understands what a guest said, against the menu of the shop. */
export type ReadText = (text: string, location_id: string) => Promise<Reading>;

/** Lines of an order as the API takes them, and what must be asked about them. */
export type Lines = { items: Record<string, unknown>[]; questions: string[]; leftover: string[] };

/** A reading as lines. What is sure carries the menu's ids, so that nothing is looked up a second time with another result. */
export function linesOf({ items, unsure, leftover = [] }: Reading): Lines {
  const asked = unsure.filter(({ path }) => path !== 'requested_at').map(({ question }) => question);
  const doubted = items
    .filter(({ match }) => match?.status === 'unsure')
    .map(({ match }) => match?.reason ?? '');
  return {
    items: items.map(({ name, quantity, notes, match, options = [] }) => ({
      name,
      quantity,
      notes: notes ?? null,
      ...(match?.status === 'sure' && { menu_item_id: match.item_id, variation_id: match.variation_id }),
      options: options.map(({ match: found, ...option }) => ({
        ...option,
        ...(found?.status === 'sure' && { option_id: found.option_id }),
      })),
    })),
    questions: asked.length > 0 ? asked : doubted,
    leftover,
  };
}

/** What is made of a sentence where no menu is known: it travels as it was said. */
export function unread(text: string): Reading {
  const notes = text.length > LIMITS.name ? fitText(text, 1_000) : null;
  return { items: [{ name: fitText(text, LIMITS.name) ?? '', quantity: '1', notes }], unsure: [] };
}
