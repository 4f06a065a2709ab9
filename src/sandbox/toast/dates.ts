import { SEED_RESTAURANT } from '../seed-menu';
import { invalid } from './errors';

/** The hour at which one business day ends and the next begins. */
export const CLOSEOUT_HOUR = 4;

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?)(Z|[+-]\d{2}:?\d{2})$/;

/** A timestamp as Toast writes it: UTC, milliseconds, an offset without a colon. */
export function toTimestamp(date: Date): string {
  return date.toISOString().replace('Z', '+0000');
}

/** Reads a timestamp with an offset; one whose `+` was not URL-encoded arrives as a space and is refused. */
export function readTimestamp(value: unknown, path: string): Date {
  const [, local, offset] = (typeof value === 'string' && TIMESTAMP.exec(value)) || [];
  const date = new Date(`${local}${offset === 'Z' ? 'Z' : `${offset?.slice(0, 3)}:${offset?.slice(-2)}`}`);
  if (Number.isNaN(date.getTime()))
    throw invalid(`${path} must be an ISO-8601 date and time, such as 2026-11-24T18:00:00.000+0000`);
  return date;
}

/** The business day (yyyyMMdd) in the restaurant's own time: what happens before the closeout hour belongs to the day before. */
export function businessDate(date: Date): number {
  const shifted = new Date(date.getTime() - CLOSEOUT_HOUR * 3_600_000);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: SEED_RESTAURANT.timezone, dateStyle: 'short' });
  return Number(day.format(shifted).replaceAll('-', ''));
}

/** `PT15M` in minutes: above zero and a multiple of five. */
export function readPrepMinutes(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  const parts = typeof value === 'string' ? /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(value) : null;
  const minutes = parts ? Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0) : 0;
  if (minutes <= 0 || minutes % 5 !== 0)
    throw invalid('requiredPrepTime must be an ISO-8601 duration above zero in steps of five minutes');
  return minutes;
}
