import { Temporal } from 'temporal-polyfill';

const TIME =
  /^(?<date>\d{4}-\d{2}-\d{2})[T ](?<clock>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(?<offset>Z|[+-]\d{2}:?\d{2})?$/i;

/** Whether this runtime knows the IANA zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * A time as orders write it, to RFC 3339 with offset. With an offset it is kept; without one it is the shop's wall clock:
 * a time that happens twice means the first, one that does not exist moves forward. Throws `RangeError`.
 */
export function readTime(text: string, timezone: string): string {
  const { date, clock, offset } = TIME.exec(text.trim())?.groups ?? {};
  if (!date) throw new RangeError('is not a time');
  const wall = Temporal.PlainDateTime.from(`${date}T${clock}`);
  if (offset?.toUpperCase() === 'Z') return toUtc(`${wall}Z`);
  const zone = offset ? `${offset.slice(0, 3)}:${offset.slice(-2)}` : timezone;
  return wall
    .toZonedDateTime(zone, { disambiguation: 'compatible' })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The moment as a JavaScript date, from a stored RFC 3339 text. */
export function toDate(rfc3339: string): Date {
  return new Date(Temporal.Instant.from(rfc3339).epochMilliseconds);
}

/** The same moment in UTC, whole seconds, ending in Z. */
export function toUtc(rfc3339: string): string {
  return withoutFraction(Temporal.Instant.from(rfc3339).toString());
}

const PARTS = {
  day: { weekday: 'short' },
  month: { month: 'short' },
  time: { hour: 'numeric', minute: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Part = keyof typeof PARTS;
type Clock = { timezone: string; locale: string };
const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, as making one takes longer than all else that a ticket needs. */
function formatOf(part: Part, { timezone, locale }: Clock): Intl.DateTimeFormat {
  const key = `${part} ${timezone} ${locale}`;
  const made = () => new Intl.DateTimeFormat(locale, { timeZone: timezone, ...PARTS[part] });
  const format = formats.get(key) ?? made();
  formats.set(key, format);
  return format;
}

/** A moment on the shop's wall clock, part by part; `offset` only on a day when the clock changes, when an hour may come twice. */
export type WallClock = { date: string; day: string; time: string; offset: string | null };

/** What a wall clock in the shop shows: `Fri 27 Nov`, `7:15 PM` in the words of `locale`. */
export function wallClock(rfc3339: string, clock: Clock): WallClock {
  const zoned = Temporal.Instant.from(rfc3339).toZonedDateTimeISO(clock.timezone);
  const moment = new Date(zoned.epochMilliseconds);
  const part = (name: Part) => formatOf(name, clock).format(moment).replaceAll(/\s/g, ' ');
  return {
    date: zoned.toPlainDate().toString(),
    day: `${part('day')} ${zoned.day} ${part('month')}`,
    time: part('time'),
    offset: clockChangesAround(zoned) ? `UTC${zoned.offset}` : null,
  };
}

/** A moment on the shop's wall clock: `Fri 27 Nov, 7:15 PM`, with the offset on a day when the clock changes. */
export function localText(rfc3339: string, timezone: string): string {
  const { day, time, offset } = wallClock(rfc3339, { timezone, locale: 'en-US' });
  return `${day}, ${time}${offset ? ` (${offset})` : ''}`;
}

function clockChangesAround(zoned: Temporal.ZonedDateTime): boolean {
  const night = Temporal.Duration.from({ hours: 12 });
  return zoned.subtract(night).offset !== zoned.add(night).offset;
}

function withoutFraction(utc: string): string {
  return utc.replace(/\.\d+Z$/, 'Z');
}
