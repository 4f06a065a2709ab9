import { en } from './en';
import { es } from './es';
import type { SaidTime, TimeLanguage } from './language';

/** A time may be said in either, whatever the shop speaks. */
const LANGUAGES = [en, es];

/** What was heard, and the words that named a day. */
type HeardTime = SaidTime & { dayWords: string[] };

/** What the words for a time say; null where one of them is not understood, so that nothing is read into half of them. */
export function hearTime(text: string): HeardTime | null {
  const plain = plainly(text);
  for (const language of LANGUAGES) {
    const said = hearIn(plain, language);
    if (said) return said;
  }
  return null;
}

/** Whether words are nothing but a time, also where nobody asked for one: "7:30 PM", "pickup at seven", but not "for two". */
export function isTime(text: string): boolean {
  const said = hearTime(text);
  if (!said) return false;
  const { clocks, parts, days, spans, soon } = said;
  const isExact = clocks.some(({ exact }) => exact);
  return (
    soon ||
    isExact ||
    parts.length + days.length + spans.length > 0 ||
    /\d:\d|\bat\b|\bby\b|\blas?\b/i.test(text)
  );
}

/** A time said in the place of another: a day that only the first names stays ("tomorrow at seven", "at eight"). */
export function withDayOf(before: string, after: string): string {
  const later = hearTime(after);
  if (!later || later.clocks.length === 0 || later.days.length > 0) return after;
  const days = hearTime(before)?.dayWords ?? [];
  return [after, ...days].join(' ');
}

/** Small letters without accents and punctuation: "7:30 p.m." is "7:30 pm". */
function plainly(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replaceAll(/(?<=\d)[.h](?=[0-5]\d(?!\d))/g, ':')
    .replaceAll(/\b([ap])\. ?m\b\.?/g, '$1m')
    .replaceAll(/(?<=\d)(?=[ap]m\b|h\b|hs\b|hrs\b)/g, ' ')
    .replaceAll(/\b([ap]) m\b/g, '$1m')
    .replaceAll(/[^\p{L}\p{N}:]+/gu, ' ')
    .trim();
}

function hearIn(plain: string, { numbers, rewrites, rules, filler }: TimeLanguage): HeardTime | null {
  const digits = plain
    .split(' ')
    .map((word) => numbers[word] ?? word)
    .join(' ');
  let rest = rewrites.reduce((text, [from, to]) => text.replaceAll(from, to), digits);
  const said: HeardTime = { clocks: [], days: [], parts: [], spans: [], soon: false, dayWords: [] };
  for (const [phrase, says] of rules) {
    rest = rest.replaceAll(phrase, (...found) => {
      const more = says(found.at(-1));
      add(said, more);
      if (more.days) said.dayWords.push(found[0]);
      // What stood on both sides belongs together no more.
      return ' | ';
    });
  }
  const left = rest.split(/[\s|]+/).filter((word) => word !== '' && !filler.has(word));
  return left.length === 0 && saysTime(said) ? said : null;
}

function add(said: SaidTime, more: Partial<SaidTime>): void {
  said.clocks.push(...(more.clocks ?? []));
  said.days.push(...(more.days ?? []));
  said.parts.push(...(more.parts ?? []));
  said.spans.push(...(more.spans ?? []));
  said.soon ||= more.soon ?? false;
}

function saysTime({ clocks, days, parts, spans, soon }: SaidTime): boolean {
  return soon || [clocks, days, parts, spans].some((one) => one.length > 0);
}
