import { createHash, createHmac } from 'node:crypto';
import { formatDate, parseDate } from './iml-dates';
import { isEmpty, isTrue, readPath, toDate, toNumber, toText } from './iml-values';

type ImlFunction = (values: unknown[], account: { timezone: string }) => unknown;

function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (isEmpty(value)) return [];
  throw new Error(`IML: ${JSON.stringify(value)} is no list.`);
}

function toFields(value: unknown): [string, unknown][] {
  return Object.entries((value ?? {}) as object);
}

/** `hash(text; [encoding]; [key])`: with a key it is the HMAC. */
function digest(algorithm: string): ImlFunction {
  return ([text, encoding, key]) => {
    const hash = isEmpty(key) ? createHash(algorithm) : createHmac(algorithm, toText(key));
    return hash
      .update(toText(text))
      .digest(isEmpty(encoding) ? 'hex' : (toText(encoding) as 'hex' | 'base64'));
  };
}

/** A search written `/…/flags` is a regular expression, any other is plain text of which every occurrence goes. */
function replace(text: string, search: string, replacement: string): string {
  const pattern = /^\/(.*)\/([a-z]*)$/s.exec(search);
  if (!pattern) return text.replaceAll(search, () => replacement);
  return text.replace(new RegExp(pattern[1] ?? '', pattern[2]), replacement);
}

const later =
  (milliseconds: number): ImlFunction =>
  ([date, count]) =>
    new Date(toDate(date).getTime() + toNumber(count) * milliseconds);

const SECOND = 1000;

/** The functions of https://help.make.com/functions (read 2026-11-24) that our files use; any other throws. */
export const FUNCTIONS: Record<string, ImlFunction> = {
  // General
  get: ([value, path]) => readPath(value, toText(path)),
  if: ([condition, yes, no]) => (isTrue(condition) ? yes : no),
  ifempty: ([value, otherwise]) => (isEmpty(value) ? otherwise : value),
  switch: ([value, ...cases]) => {
    for (let at = 0; at + 1 < cases.length; at += 2) if (cases[at] === value) return cases[at + 1];
    return cases.length % 2 ? cases.at(-1) : undefined;
  },
  omit: ([value, ...names]) => Object.fromEntries(toFields(value).filter(([name]) => !names.includes(name))),
  pick: ([value, ...names]) => Object.fromEntries(toFields(value).filter(([name]) => names.includes(name))),

  // Text
  base64: ([text]) => Buffer.from(toText(text)).toString('base64'),
  capitalize: ([text]) => toText(text).replace(/^./u, (first) => first.toUpperCase()),
  contains: ([value, part]) =>
    Array.isArray(value) ? value.includes(part) : toText(value).includes(toText(part)),
  encodeURL: ([text]) => encodeURIComponent(toText(text)),
  indexOf: ([text, part]) => toText(text).indexOf(toText(part)),
  length: ([value]) => (Array.isArray(value) ? value.length : toText(value).length),
  lower: ([text]) => toText(text).toLowerCase(),
  md5: digest('md5'),
  replace: ([text, search, replacement]) => replace(toText(text), toText(search), toText(replacement)),
  sha1: digest('sha1'),
  sha256: digest('sha256'),
  split: ([text, separator]) => toText(text).split(toText(separator)),
  substring: ([text, start, end]) => toText(text).substring(toNumber(start), toNumber(end)),
  toString: ([value]: unknown[]) => toText(value),
  trim: ([text]) => toText(text).trim(),
  upper: ([text]) => toText(text).toUpperCase(),

  // Numbers
  ceil: ([number]) => Math.ceil(toNumber(number)),
  floor: ([number]) => Math.floor(toNumber(number)),
  max: (values) => Math.max(...values.flat().map(toNumber)),
  min: (values) => Math.min(...values.flat().map(toNumber)),
  parseNumber: ([text]) => toNumber(text),
  round: ([number]) => Math.round(toNumber(number)),

  // Dates
  addDays: later(86_400 * SECOND),
  addHours: later(3600 * SECOND),
  addMinutes: later(60 * SECOND),
  addSeconds: later(SECOND),
  formatDate: ([date, format, zone], { timezone }) =>
    formatDate(toDate(date), toText(format), isEmpty(zone) ? timezone : toText(zone)),
  parseDate: ([text, format]) => parseDate(toText(text), toText(format)),

  // Lists
  add: ([list, ...values]) => [...toList(list), ...values],
  first: ([list]) => toList(list)[0],
  join: ([list, separator]) => toList(list).map(toText).join(toText(separator)),
  keys: ([value]) => toFields(value).map(([name]) => name),
  last: ([list]) => toList(list).at(-1),
  /** `map(list; field; [other field; values it may have])`. */
  map: ([list, field, filter, allowed]) =>
    toList(list)
      .filter(
        (one) =>
          isEmpty(filter) ||
          toText(allowed)
            .split(',')
            .includes(toText(readPath(one, toText(filter)))),
      )
      .map((one) => readPath(one, toText(field))),
  merge: (lists) => lists.flatMap(toList),
  slice: ([list, start, end]) =>
    toList(list).slice(toNumber(start), isEmpty(end) ? undefined : toNumber(end)),
  toArray: ([value]) => toFields(value).map(([key, one]) => ({ key, value: one })),
  toCollection: ([list, key, value]) =>
    Object.fromEntries(
      toList(list).map((one) => [toText(readPath(one, toText(key))), readPath(one, toText(value))]),
    ),
};
