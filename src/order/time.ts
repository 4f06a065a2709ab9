import { Temporal } from 'temporal-polyfill';

const OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/i;
const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;

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
  const trimmed = text.trim();
  if (OFFSET.test(trimmed)) {
    const instant = Temporal.Instant.from(trimmed.replace(' ', 'T'));
    return /Z$/i.test(trimmed) ? withoutFraction(instant.toString()) : keepOffset(trimmed, instant);
  }
  if (!LOCAL.test(trimmed)) throw new RangeError('is not a time');
  const local = Temporal.PlainDateTime.from(trimmed.replace(' ', 'T')).toZonedDateTime(timezone, {
    disambiguation: 'compatible',
  });
  return local.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The moment as a JavaScript date, from a stored RFC 3339 text. */
export function toDate(rfc3339: string): Date {
  return new Date(Temporal.Instant.from(rfc3339).epochMilliseconds);
}

/** The same moment in UTC, whole seconds, ending in Z. */
export function toUtc(rfc3339: string): string {
  return withoutFraction(Temporal.Instant.from(rfc3339).toString());
}

/** A moment on the shop's wall clock: `Fri 27 Nov, 7:15 PM`, with the offset on a day when the clock changes. */
export function localText(rfc3339: string, timezone: string): string {
  const zoned = Temporal.Instant.from(rfc3339).toZonedDateTimeISO(timezone);
  const date = new Date(zoned.epochMilliseconds);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { timeZone: timezone, ...options }).format(date).replace(' ', ' ');
  const day = part({ weekday: 'short' });
  const month = part({ month: 'short' });
  const time = part({ hour: 'numeric', minute: '2-digit' });
  const offset = clockChangesAround(zoned) ? ` (UTC${zoned.offset})` : '';
  return `${day} ${zoned.day} ${month}, ${time}${offset}`;
}

function clockChangesAround(zoned: Temporal.ZonedDateTime): boolean {
  const night = Temporal.Duration.from({ hours: 12 });
  return zoned.subtract(night).offset !== zoned.add(night).offset;
}

function keepOffset(text: string, instant: Temporal.Instant): string {
  const offset = (OFFSET.exec(text)?.[0] ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  return instant.toZonedDateTimeISO(offset).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function withoutFraction(utc: string): string {
  return utc.replace(/\.\d+Z$/, 'Z');
}
