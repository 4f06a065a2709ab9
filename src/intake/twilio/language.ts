import { normalise } from '../../menu/words';
import type { Language } from './phrases';

const listed = (text: string) => new Set(text.trim().split(/\s+/).map(normalise));

/** What each word weighs for Spanish; words that both languages or menus share weigh nothing. */
const WEIGHTS: [weight: number, words: Set<string>][] = [
  [
    2,
    listed(`hola buenas buenos quiero quisiera queremos necesito dame deme ponme póngame mándame mándeme pedido pedir ayuda favor
      gracias estado domicilio recoger llevar está dónde`),
  ],
  [1, listed('un una dos tres cuatro cinco con sin para por y grande mediana chica mañana')],
  [
    -2,
    listed(`i an the and with without for of to at in please can could would like want get have hi hello hey two three four
      five large small medium yes order my`),
  ],
];
const PLAINLY = 2;

/** The language of a guest's first words: Spanish where they are plainly that, else the shop's own. */
export function languageIn(text: string, shop: Language): Language {
  const words = text
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean)
    .map(normalise);
  const weigh = (word: string) => WEIGHTS.find(([, known]) => known.has(word))?.[0] ?? 0;
  const weight = words.reduce((sum, word) => sum + weigh(word), 0);
  return weight >= PLAINLY ? 'es' : shop;
}
