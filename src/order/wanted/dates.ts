import type { Temporal } from 'temporal-polyfill';
import type { SaidDay } from './language';

/** Before this hour "tomorrow" may still mean the day that has just begun. */
const NIGHT_ENDS = 5;
const DAYS_AHEAD = 8;

/** The dates that the said days can mean, the nearest first; without a day those around and after this one. */
export function datesOf(days: SaidDay[], now: Temporal.ZonedDateTime): Temporal.PlainDate[] {
  const today = now.toPlainDate();
  const after = (count: number) => today.add({ days: count });
  if (days.length === 0) return Array.from({ length: DAYS_AHEAD }, (_, at) => after(at - 1));
  const meant = days.map((day) => countsOf(day, now).map(after));
  const [first = [], ...others] = meant;
  return first.filter((date) => others.every((dates) => dates.some((one) => one.equals(date))));
}

/** How many days from today. */
function countsOf(day: SaidDay, { hour, dayOfWeek }: Temporal.ZonedDateTime): number[] {
  if ('in' in day) return hour < NIGHT_ENDS ? [day.in - 1, day.in] : [day.in];
  const coming = (day.weekday - dayOfWeek + 7) % 7;
  if (day.which === 'coming') return [coming];
  return coming === 0 ? [7] : [coming, coming + 7];
}
