import { Temporal } from 'temporal-polyfill';
import type { OpeningHours } from './shop';

/** Where a shop told us no hours, its night ends here. */
const NIGHT_ENDS = '04:00';

type Hours = Pick<OpeningHours, 'day' | 'open' | 'close'>[];

/**
 * The day a moment belongs to in a shop, as `2026-11-27`. A day ends at closing: half past midnight on Saturday, in a shop
 * open until one, is Friday.
 */
export function businessDay(at: number, shop: { timezone: string; hours: Hours }): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(shop.timezone)
    .toPlainDateTime();
  const today = local.toPlainDate();
  const yesterday = today.subtract({ days: 1 });
  const clock = local.toPlainTime().toString().slice(0, 5);
  return (clock < nightEnd(shop.hours, yesterday.dayOfWeek) ? yesterday : today).toString();
}

/** The last day that had ended at a moment. */
export function endedDay(at: number, shop: { timezone: string; hours: Hours }): string {
  return Temporal.PlainDate.from(businessDay(at, shop)).subtract({ days: 1 }).toString();
}

/** When the business day that a moment belongs to ends (milliseconds). */
export function businessDayEnd(at: number, shop: { timezone: string; hours: Hours }): number {
  const day = Temporal.PlainDate.from(businessDay(at, shop));
  const plainTime = Temporal.PlainTime.from(nightEnd(shop.hours, day.dayOfWeek));
  return day.add({ days: 1 }).toZonedDateTime({ timeZone: shop.timezone, plainTime }).epochMilliseconds;
}

function nightEnd(hours: Hours, day: number): string {
  if (hours.length === 0) return NIGHT_ENDS;
  const late = hours.filter((entry) => entry.day === day && entry.close <= entry.open);
  const [latest = '00:00'] = late
    .map((entry) => entry.close)
    .sort()
    .reverse();
  return latest;
}
