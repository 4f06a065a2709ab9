import type { Order } from '../../order/schema';
import type { Shop } from '../../order/shop';
import { wallClock } from '../../order/time';
import { localeOf, textsFor } from './texts';

type About = { order: Order; shop: Shop; at: number };
/** `when` is the time alone on the day of the mail, else with its date; `text` is all of it in one line. */
export type Wanted = { when: string; day: string | null; urgent: boolean; text: string };

/** The wanted time on the shop's clock, with weekday and date when it is not today. */
export function wantedAt({ order, shop, at }: About): Wanted {
  const texts = textsFor(shop.language);
  const { requested_at, requested_text } = order.timing;
  if (requested_at === null) {
    const when = requested_text ?? texts.asap;
    return { when, day: null, urgent: false, text: when };
  }
  const clock = { timezone: shop.timezone, locale: localeOf(shop) };
  const wanted = wallClock(requested_at, clock);
  const time = wanted.offset ? `${wanted.time} (${wanted.offset})` : wanted.time;
  const isToday = wanted.date === wallClock(new Date(at).toISOString(), clock).date;
  const when = isToday ? time : `${wanted.day}, ${time}`;
  return {
    when,
    day: isToday ? `${texts.today}, ${wanted.day}` : texts.notToday,
    urgent: !isToday,
    text: when,
  };
}

/** A moment on the shop's clock: `Fri 27 Nov, 7:15 PM`. */
export function momentText(at: number, shop: Shop): string {
  const { day, time } = wallClock(new Date(at).toISOString(), {
    timezone: shop.timezone,
    locale: localeOf(shop),
  });
  return `${day}, ${time}`;
}

/** Only its time of day: `7:15 PM`. */
export function clockText(at: number, shop: Shop): string {
  return wallClock(new Date(at).toISOString(), { timezone: shop.timezone, locale: localeOf(shop) }).time;
}
