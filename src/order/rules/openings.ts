import { Temporal } from 'temporal-polyfill';
import type { ServiceType } from '../schema';
import type { OpeningHours, Shop } from '../shop';

/** One stretch in which a shop is open, in milliseconds: it takes orders up to `lastOrder` and hands them over until `close`. */
export type Opening = { open: number; lastOrder: number; close: number };
type ShopHours = Pick<Shop, 'timezone' | 'hours'>;

const DAYS_AHEAD = 8;

/**
 * The openings for one service around a moment and in the week after it, in order; empty where the shop has told no hours.
 * An opening belongs to the day on which it begins: after midnight it goes on.
 */
export function openingsAround({ timezone, hours }: ShopHours, service: ServiceType, at: number): Opening[] {
  const entries = hoursOf(hours, service);
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate();
  const dates = Array.from({ length: DAYS_AHEAD + 1 }, (_, index) => today.add({ days: index - 1 }));
  const openings = dates.flatMap((date) =>
    entries.filter(({ day }) => day === date.dayOfWeek).map((entry) => toOpening(entry, date, timezone)),
  );
  return openings.sort((a, b) => a.open - b.open);
}

/** A service without hours of its own keeps those of the shop. */
function hoursOf(hours: OpeningHours[], service: ServiceType): OpeningHours[] {
  const own = hours.filter((entry) => entry.service === service);
  return own.length > 0 ? own : hours;
}

function toOpening(entry: OpeningHours, date: Temporal.PlainDate, timezone: string): Opening {
  const { open, close, last_order } = entry;
  const at = (clock: string, isNextDay: boolean) =>
    date
      .add({ days: isNextDay ? 1 : 0 })
      .toPlainDateTime(Temporal.PlainTime.from(clock))
      .toZonedDateTime(timezone, { disambiguation: 'compatible' }).epochMilliseconds;
  const closed = at(close, close <= open);
  return {
    open: at(open, false),
    lastOrder: last_order === null ? closed - 1 : at(last_order, last_order < open),
    close: closed,
  };
}

/** When the kitchen would begin, and when the guest wants it (null: as soon as possible). */
export type Cooking = { kitchenAt: number; wantedAt: number | null };

/** Whether an opening has room for an order; `grace` milliseconds after the last order one still counts that was promised before. */
export function hasRoom(opening: Opening, { kitchenAt, wantedAt }: Cooking, grace = 0): boolean {
  if (kitchenAt - grace > opening.lastOrder) return false;
  if (wantedAt === null) return kitchenAt >= opening.open;
  return wantedAt >= opening.open && wantedAt <= opening.close;
}

/** The first moment for which a meal can be promised that takes so long; null where no opening has room for it. */
export function earliestFor(
  openings: Opening[],
  { now, lead }: { now: number; lead: number },
): number | null {
  const ready = toFiveMinutes(now + lead);
  if (openings.length === 0) return ready;
  const times = openings.map(({ open }) => Math.max(open, ready));
  const found = openings.findIndex((opening, index) => {
    const wantedAt = times[index] ?? ready;
    return hasRoom(opening, { wantedAt, kitchenAt: wantedAt - lead });
  });
  return times[found] ?? null;
}

/** Nobody says "at 7:13". */
function toFiveMinutes(moment: number): number {
  const step = 5 * 60_000;
  return Math.ceil(moment / step) * step;
}
