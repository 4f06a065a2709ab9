import type { Order } from '../order/schema';
import { localText, toDate } from '../order/time';

type Timed = { timing: Pick<Order['timing'], 'requested_at' | 'placed_at'> };

/** How old an order is in whole minutes, negative while its wanted time lies ahead; null where nothing tells. */
export function ageInMinutes(order: Timed, firstRun: string | null, now: Date): number | null {
  const { requested_at, placed_at } = order.timing;
  const moments = [requested_at, placed_at].filter((moment): moment is string => moment !== null);
  const since =
    moments.length > 0 ? Math.max(...moments.map((at) => toDate(at).getTime())) : Date.parse(firstRun ?? '');
  return Number.isNaN(since) ? null : Math.floor((now.getTime() - since) / 60_000);
}

/** The sentence that refuses an order by its age. */
export function tooOldText(order: Timed, age: number, about: { maxAge: number; timezone: string }): string {
  const { requested_at, placed_at } = order.timing;
  const wanted = requested_at !== null && (placed_at === null || toDate(requested_at) >= toDate(placed_at));
  const at = wanted ? requested_at : placed_at;
  const when = at ? ` (${localText(at, about.timezone)})` : '';
  return `This order was ${wanted ? 'wanted' : 'taken'} ${spokenMinutes(age)} ago${when}, and the step refuses orders older than ${spokenMinutes(about.maxAge)}.`;
}

function spokenMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}
