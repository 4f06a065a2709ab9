import { asText } from './json';

/** A vendor's time with an offset (`2026-11-24T18:00:00.000+0000`) as RFC 3339 in UTC; undefined for anything else. */
export function toInstant(value: unknown): string | undefined {
  const text = asText(value) ?? '';
  const moment = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}
