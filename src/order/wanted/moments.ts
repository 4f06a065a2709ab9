import { Temporal } from 'temporal-polyfill';
import { datesOf } from './dates';
import { DAY_PARTS, type DayPart, type SaidClock, type SaidTime } from './language';

const DAY = 24 * 60;
const NOON = 12 * 60;
/** Speaking takes a moment, and so does writing it down. */
const TOLERANCE = 2 * 60_000;

/** Every moment still to come that a time of day can mean, in order: "seven" is two on each day. */
export function momentsOf(
  clock: SaidClock,
  { days, parts }: Pick<SaidTime, 'days' | 'parts'>,
  now: Temporal.ZonedDateTime,
): number[] {
  const minutes = minutesOf(clock, parts);
  const moments = datesOf(days, now).flatMap((date) =>
    minutes.map((minute) => momentAt(date, minute, now.timeZoneId)),
  );
  const left = moments.filter((at) => at + TOLERANCE >= now.epochMilliseconds);
  return [...new Set(left)].sort((a, b) => a - b);
}

/** Minutes from the midnight before the day; beyond its end where a night goes on. */
function minutesOf({ hour, minute, exact }: SaidClock, parts: DayPart[]): number[] {
  if (minute > 59 || hour > 24) return [];
  const first = exact ? hour * 60 + minute : (hour % 12) * 60 + minute;
  const all = exact ? [first, first + DAY] : [first, first + NOON, first + DAY];
  if (parts.length > 0) return all.filter((at) => parts.every((part) => isIn(part, at)));
  if (exact) return [first];
  // "Twelve" is noon, or the midnight that ends the day.
  return all.filter((at) => (hour === 12 ? at >= NOON : at < DAY));
}

const isIn = (part: DayPart, at: number) => DAY_PARTS[part].some(([from, to]) => from <= at && at < to);

/** On the shop's clock: a time that comes twice means the first, one that does not exist moves forward. */
function momentAt(date: Temporal.PlainDate, minute: number, timezone: string): number {
  const clock = Temporal.PlainTime.from({ hour: Math.floor((minute % DAY) / 60), minute: minute % 60 });
  return date
    .add({ days: Math.floor(minute / DAY) })
    .toPlainDateTime(clock)
    .toZonedDateTime(timezone, { disambiguation: 'compatible' }).epochMilliseconds;
}
