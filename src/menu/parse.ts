import type { OrderOption } from '../order/schema';
import { english } from './language/english';
import type { LanguagePack } from './language/pack';
import { spanish } from './language/spanish';
import type { Match } from './match';
import type { MenuIndex } from './menu-index';
import { toAnswer } from './spoken/answer';
import { buildLexicon, type Lexicon } from './spoken/lexicon';
import { listen } from './spoken/listen';
import { Scope } from './spoken/scope';
import { segment } from './spoken/segment';
import { spotsIn } from './spoken/spots';
import { toWords } from './words';

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

const PACKS: LanguagePack[] = [english, spanish];
const known = new WeakMap<MenuIndex['phrases'], { lexicons: Lexicon[]; scope: Scope }>();

/** What a spoken or texted order asks for, held against a menu. Never a guess: what is not sure is asked, what is not known is kept. */
export function parseOrderText(text: string, index: MenuIndex): Parsed {
  const { lexicons, scope } = readerOf(index);
  const words = toWords(text);
  const readings = lexicons.map((lexicon) => {
    const spots = spotsIn(words, lexicon);
    return { ...segment(words, text, { lexicon, spots }), kinds: lexicon.kinds };
  });
  const best = readings.reduce((a, b) => (b.cost < a.cost ? b : a));
  return toAnswer(listen(best.pieces, scope, best.kinds), { text, words, index, scope });
}

function readerOf(index: MenuIndex) {
  const found = known.get(index.phrases);
  if (found) return found;
  const made = { lexicons: PACKS.map((pack) => buildLexicon(index, pack)), scope: new Scope(index.menu) };
  known.set(index.phrases, made);
  return made;
}
