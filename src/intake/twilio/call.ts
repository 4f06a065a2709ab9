import type { MenuIndex } from '../../menu/menu-index';
import type { Shop } from '../../order/shop';
import { languageOf, PHRASES } from './phrases';
import type { Turn } from './talk';
import type { Verb } from './twiml';

/** What Twilio speaks and listens in (https://www.twilio.com/docs/voice/twiml/say#attributes-language, read 2026-11-24). */
export function voiceOf({ language, country }: Pick<Shop, 'language' | 'country'>): string {
  if (languageOf(language) === 'en') return 'en-US';
  return country === 'ES' ? 'es-ES' : 'es-MX';
}

type Spoken = {
  /** Where the next turn is heard, beside this address. */
  next: string;
  /** Words that are likely to be said. */
  hints: string;
  /** Who takes over where we do not understand; null: nobody can be reached. */
  phone: string | null;
  /** Whose line it is. */
  shop: Pick<Shop, 'language' | 'country'>;
};

/** A turn of a call as Twilio carries it out (https://www.twilio.com/docs/voice/twiml/gather and …/dial, read 2026-11-24). */
export function toVerbs({ say, next: goes }: Pick<Turn, 'say' | 'next'>, spoken: Spoken): Verb[] {
  const { phone, shop } = spoken;
  const words: Verb = { name: 'Say', attributes: { language: voiceOf(shop) }, inside: say };
  if (goes === 'listen') return [gather(words, spoken)];
  if (goes === 'hang up') return [words, { name: 'Hangup' }];
  if (phone === null)
    return [{ ...words, inside: PHRASES[languageOf(shop.language)].voice.nobody }, { name: 'Hangup' }];
  return [words, { name: 'Dial', inside: phone }, { name: 'Hangup' }];
}

/** Listens while it speaks; silence comes back as a turn too, so that nobody is left on the line. */
function gather(words: Verb, { next, hints, shop }: Spoken): Verb {
  const attributes = {
    input: 'speech dtmf',
    action: next,
    method: 'POST',
    language: voiceOf(shop),
    hints,
    speechTimeout: 'auto',
    timeout: '6',
    numDigits: '1',
    actionOnEmptyResult: 'true',
  };
  const given = Object.entries(attributes).filter(([, value]) => value !== '');
  return { name: 'Gather', attributes: Object.fromEntries(given), inside: [words] };
}

/** Twilio takes 500 phrases of 100 characters (https://www.twilio.com/docs/voice/twiml/gather#hints, read 2026-11-24). */
const MOST_HINTS = 200;

/** The menu's words, for whoever listens. */
export function hintsOf(menu: MenuIndex | null): string {
  const items = menu?.menu.items ?? [];
  const options = menu?.menu.option_groups.flatMap((group) => group.options) ?? [];
  const names = new Set(
    [...items, ...options].map(({ name }) =>
      name
        .replaceAll(/[,\s]+/g, ' ')
        .trim()
        .slice(0, 100),
    ),
  );
  return [...names].slice(0, MOST_HINTS).join(',');
}
