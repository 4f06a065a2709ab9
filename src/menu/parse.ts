import type { OrderOption } from '../order/schema';
import type { Match } from './match';
import type { MenuIndex } from './menu-index';
import { toAnswer } from './spoken/answer';
import { listen } from './spoken/listen';
import { readerOf } from './spoken/reader';

export type ParsedOption = Pick<OrderOption, 'name' | 'action' | 'portion' | 'quantity'> & { match: Match };
export type ParsedItem = {
  name: string;
  quantity: string;
  notes: string | null;
  /** Where the words stand in the text. */
  span: [number, number];
  match: Match;
  options: ParsedOption[];
};
export type Choice = { item_id: string; variation_id?: string; option_id?: string; name: string };
export type Unsure = { path: string; said: string; question: string; choices: Choice[] };
export type Parsed = {
  items: ParsedItem[];
  unsure: Unsure[];
  service_type: 'pickup' | 'delivery' | 'dine_in' | 'curbside' | null;
  requested_at: string | null;
  /** Words about an allergy, which are nobody's option. */
  allergy_note: string | null;
  leftover: string[];
};

/** What a spoken or texted order asks for, held against a menu. Never a guess: what is not sure is asked, what is not known is kept. */
export function parseOrderText(text: string, index: MenuIndex): Parsed {
  const reader = readerOf(index);
  const { pieces, knows } = reader.read(text);
  return toAnswer(listen(pieces, reader.scope, knows), { index, scope: reader.scope });
}
