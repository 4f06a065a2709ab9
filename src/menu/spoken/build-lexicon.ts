import type { LanguagePack } from '../language/pack';
import type { MenuIndex } from '../menu-index';
import { learnDishes } from './learn-dishes';
import { learnLanguage } from './learn-language';
import { learnGroup, learnOptions } from './learn-options';
import { Lexicon } from './lexicon';

/** A menu's and a language's phrases in one; what the language says of a word counts before a group's name does. */
export function buildLexicon(index: MenuIndex, pack: LanguagePack): Lexicon {
  const lexicon = new Lexicon(pack);
  learnDishes(lexicon, index, pack);
  for (const group of index.menu.option_groups) learnOptions(lexicon, group);
  learnLanguage(lexicon, pack);
  for (const group of index.menu.option_groups) learnGroup(lexicon, group);
  return lexicon;
}
