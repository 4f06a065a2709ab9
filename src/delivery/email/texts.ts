import type { Shop } from '../../order/shop';
import { en } from './en';
import { es } from './es';

/** Everything a mail says by itself; a language is one dictionary. */
export type Texts = typeof en;

const LANGUAGES: Record<string, Texts> = { en, es };

/** The dictionary of a language tag ("es", "es-MX"); English where there is none. */
export function textsFor(language: string): Texts {
  return LANGUAGES[languageOf(language)] ?? en;
}

/** How dates and times are written: English as on every ticket, other languages as in the shop's country. */
export function localeOf({ language, country }: Pick<Shop, 'language' | 'country'>): string {
  const spoken = languageOf(language);
  return spoken !== 'en' && LANGUAGES[spoken] ? `${spoken}-${country}` : 'en-US';
}

function languageOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}
