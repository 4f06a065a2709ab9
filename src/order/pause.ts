import type { Shop } from './shop';
import { spokenMoment } from './speech/moment';
import { speechFor } from './speech/texts';
import { toDate, toUtc } from './time';

/** Stands in `paused_until` where nobody has said until when: the shop takes orders again once somebody resumes it. */
export const UNTIL_RESUMED = '9999-12-31T23:59:59Z';

/** `until` in milliseconds, null: until somebody resumes. */
export type Pause = { until: number | null };
type NamedShop = Pick<Shop, 'name' | 'timezone' | 'language'>;

/** Whether a shop takes no new orders at this moment; undefined: it does. A pause that has run out is over by itself. */
export function pauseOf({ paused_until }: Pick<Shop, 'paused_until'>, now: number): Pause | undefined {
  if (paused_until === null) return undefined;
  const until = toDate(paused_until).getTime();
  if (until <= now) return undefined;
  return { until: until >= toDate(UNTIL_RESUMED).getTime() ? null : until };
}

/** What `paused_until` becomes: on the next full minute, so that the time that is told is not too early; null: until resumed. */
export function pauseUntil(minutes: number | null, now: number): string {
  if (minutes === null) return UNTIL_RESUMED;
  const minute = Math.ceil(now / 60_000) + minutes;
  return toUtc(new Date(minute * 60_000).toISOString());
}

/** The refusal as a voice can say it. */
export function pauseSentence(
  { name, timezone, language }: NamedShop,
  { until }: Pause,
  now: number,
): string {
  const speech = speechFor(language);
  return speech.paused(name, until === null ? null : spokenMoment(until, { timezone, now, speech }));
}
