import { toDate, toUtc } from '../../order/time';
import type { PosOrder } from '../pos-order';
import type { LightspeedOrder } from './api';

type Times = Pick<LightspeedOrder, 'scheduledTimeForOrderAsIso8601' | 'orderCollectionTimeAsIso8601'>;
const MINUTE_MS = 60_000;

/**
 * The promised time, and when Lightspeed sends the order to the POS (at once unless `send_ahead_minutes` says otherwise).
 * Both must lie in the future (https://api-docs.lsk.lightspeed.app/operation/operation-apeplacetogoorder), so a time that has
 * passed, as on a late repeat, stays in the note only.
 */
export function toTimes(
  order: PosOrder,
  at: { now?: string; settings: Record<string, string | undefined> },
): { times: Times; warnings: string[] } {
  const wanted = order.timing.requested_at;
  if (!wanted) return { times: {}, warnings: [] };
  const now = at.now ?? order.timing.placed_at;
  const earliest = now ? toDate(now).getTime() + MINUTE_MS : null;
  const collection = toDate(wanted).getTime();
  if (earliest !== null && collection < earliest) {
    const warning =
      'The wanted time has passed or is this minute: Lightspeed was told nothing, the ticket says it.';
    return { times: {}, warnings: [warning] };
  }
  const ahead = Number(at.settings.send_ahead_minutes);
  const sendAt = collection - ahead * MINUTE_MS;
  const isHeld = ahead > 0 && earliest !== null && sendAt >= earliest;
  return {
    times: {
      ...(isHeld && { scheduledTimeForOrderAsIso8601: toIso(new Date(sendAt).toISOString()) }),
      orderCollectionTimeAsIso8601: toIso(wanted),
    },
    warnings: [],
  };
}

/** As in Lightspeed's own examples: milliseconds and an offset in figures. */
function toIso(time: string): string {
  return toUtc(time).replace('Z', '.000+00:00');
}
