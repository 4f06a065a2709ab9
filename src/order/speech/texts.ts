import { en } from './en';
import { es } from './es';

/** Everything said to a guest at call time; a language is one dictionary. */
export type Speech = typeof en;

const LANGUAGES: Record<string, Speech> = { en, es };

/** The dictionary of a language tag ("es-MX"); English where there is none. */
export function speechFor(language: string): Speech {
  return LANGUAGES[language.toLowerCase().split(/[-_]/)[0] ?? ''] ?? en;
}
