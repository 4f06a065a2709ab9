import { fitText } from '../../pos/fit-text';

const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Everything that is not seen but acts: control characters but the line end, and marks that turn the writing round. */
const CONTROLS = /(?!\n)\p{Cc}/gu;
const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
/** "evil.example" and "https://…", which mail programs make a link of by themselves. */
const LINKISH = /(?<=[\p{L}\p{N}])\.(?=\p{L}{2})|:(?=\/\/)/gu;
/** What a spreadsheet takes for a formula when it is pasted there; a phone number is none. */
const FORMULA = /(?<!\S)(?=[=@])|^(?=[+-](?![\d ().-]*$))/gm;
/** Takes no room and parts what stands beside it. */
const NOTHING = '\u200C';

/** Text of unknown origin that reads as it was written and can do nothing: no link, no formula, no turned writing. */
export function inert(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(LINE_ENDS, '\n')
    .replaceAll(CONTROLS, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(LINKISH, (mark) => mark + NOTHING)
    .replaceAll(FORMULA, NOTHING);
}

/** The same for a header: one line, cut where it is too long. */
export function oneLine(text: string, longest: number): string {
  const line = inert(text).replaceAll(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${fitText(line, longest - 1)}…`;
}

/** Plain data with every text in it made inert, but for addresses that we made ourselves (`url`). */
export function cleaned<T>(value: T): T {
  if (typeof value === 'string') return inert(value) as T;
  if (Array.isArray(value)) return value.map((one) => cleaned(one)) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, one]) => [key, key === 'url' ? one : cleaned(one)]);
  return Object.fromEntries(entries) as T;
}
