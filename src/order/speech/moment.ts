import { Temporal } from 'temporal-polyfill';
import { wallClock } from '../time';
import type { Speech } from './texts';

type Context = { timezone: string; now: number; speech: Speech };

/** The time of day on the shop's clock, as a voice says it: "7:15 PM". */
export function spokenClock(at: number, { timezone, speech }: Context): string {
  return wallClock(new Date(at).toISOString(), { timezone, locale: speech.locale }).time;
}

/** The day as a voice says it: "today", "tomorrow", "on Friday", "on Friday, December 4". */
export function spokenDay(at: number, { timezone, now, speech }: Context): string {
  const dayOf = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timezone).toPlainDate();
  const { days } = dayOf(now).until(dayOf(at), { largestUnit: 'days' });
  if (days === 0) return speech.today;
  if (days === 1) return speech.tomorrow;
  const date = days > 1 && days < 7 ? {} : ({ month: 'long', day: 'numeric' } as const);
  const format = new Intl.DateTimeFormat(speech.locale, { timeZone: timezone, weekday: 'long', ...date });
  return speech.onDay(format.format(at));
}

/** A moment as a voice says it; the day only where it is not today: "7:15 PM", "11:00 AM tomorrow". */
export function spokenMoment(at: number, context: Context): string {
  const day = spokenDay(at, context);
  const clock = spokenClock(at, context);
  return day === context.speech.today ? clock : `${clock} ${day}`;
}
