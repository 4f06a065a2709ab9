import { SquareRefusal } from './errors';

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const DURATION =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
/** Years and months by rule of thumb: "P5M" is five months, and whoever meant minutes shall see it on the ticket. */
const UNIT_SECONDS = [31_536_000, 2_592_000, 604_800, 86_400, 3600, 60, 1];

/** A time with seconds and zone (RFC 3339), as milliseconds since 1970. */
export function parseTime(value: string, field: string): number {
  const time = TIMESTAMP.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time))
    throw new SquareRefusal('INVALID_TIME', 'Timestamp must be in RFC 3339 format.', field);
  return time;
}

/** A duration ("PT20M") in milliseconds. */
export function parseDuration(value: string, field: string): number {
  const match = DURATION.exec(value);
  if (!match) throw new SquareRefusal('INVALID_VALUE', 'Duration must be in RFC 3339 format.', field);
  return match
    .slice(1)
    .reduce((total, count, unit) => total + Number(count ?? 0) * (UNIT_SECONDS[unit] ?? 0) * 1000, 0);
}
