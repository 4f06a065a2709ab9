import { en, type Phrases } from './phrases/en';
import { es } from './phrases/es';

export type { Phrases };
export type Channel = 'sms' | 'voice';

/** Everything that a line says by itself; a language is one dictionary. */
export const PHRASES = { en, es } satisfies Record<string, Record<Channel, Phrases>>;
export type Language = keyof typeof PHRASES;

/** What a conversation is led with. */
export const phrasesOf = ({ language, channel }: { language: Language; channel: Channel }): Phrases =>
  PHRASES[language][channel];

/** The language of a tag ("es-MX"); English where we do not speak it. */
export function languageOf(tag: string): Language {
  const language = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  return language in PHRASES ? (language as Language) : 'en';
}
