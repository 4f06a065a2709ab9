import { PosError } from './errors';

export type Json = Record<string, unknown>;

/** JSON text to a value; throws on what is none. Whole numbers too large for JavaScript stay text: no digit of a 64-bit id may change. */
export function parseJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => {
    const isTooLarge = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
    return isTooLarge && /^-?\d+$/.test(context?.source ?? '') ? context?.source : value;
  });
}

/** A value of a vendor's reply as an object; `{}` where it is none, so that reading on finds nothing instead of crashing. */
export function asObject(value: unknown): Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : {};
}

/** A value of a vendor's reply as a list of objects; empty where it is none. */
export function asList(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}

/** Text, or undefined. Numbers become text: ids arrive as either. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** A whole number, or undefined. */
export function asInteger(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}

/** The id that a successful write must carry; without it the reply is `unclear`. */
export function requireText(value: unknown, vendor: string, what: string): string {
  const text = asText(value);
  if (text === undefined)
    throw new PosError(
      'unclear',
      vendor,
      `${vendor}'s reply has no ${what}. The ticket may exist: look it up before sending again.`,
    );
  return text;
}
