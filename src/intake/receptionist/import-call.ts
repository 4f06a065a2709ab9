import type { ReceptionistCall } from '../../store/receptionist/records';
import { findOrder } from '../order-api';
import { takeOrder } from './api';
import { compose } from './compose';
import { routeCall } from './route';
import { ageOf, isCancelled, isSettled, STALE_MS } from './standing';
import type { Parts } from './take-call';
import { latestOf, referenceOf } from './to-order';

/** What an import does with a call. */
export const FATES = {
  taken: 'taken, as new orders',
  history: 'taken, as history: nothing is sent for them',
  there: 'there already',
  cancelled: 'cancelled, left out',
  talking: 'still talking, left out: import again later',
  unread: 'NOT taken',
} as const;
export type Fate = keyof typeof FATES;
export type Imported = { key: string; fate: Fate; why: string | null };

/** Takes one call of a file into the Order API; `dry` only says what would come of it. */
export async function importCall(
  call: ReceptionistCall,
  { ask, read, shops, now, dry }: Parts & { dry: boolean },
): Promise<Imported> {
  const came = (fate: Fate, why: string | null = null): Imported => ({ key: call.key, fate, why });
  const row = latestOf(call);
  if (isCancelled(row)) return came('cancelled');
  if (!isSettled(call, { now, since: now })) return came('talking');
  const { shop, why } = routeCall(call, shops);
  if (!shop) return came('unread', why);
  if (await findOrder(ask, referenceOf(call, row))) return came('there');
  const { order, questions } = await compose(call, { shop, read });
  const history = ageOf(call, now) > STALE_MS || isServed(row.status);
  if (dry) return came(history ? 'history' : 'taken');
  const taken = await takeOrder(ask, order, history ? { history } : { hold: questions.join(' ') });
  if (taken.outcome === 'taken before') return came('there');
  return 'id' in taken ? came(history ? 'history' : 'taken') : came('unread', taken.why);
}

/** The receptionist's own word for an order that has left the kitchen. */
const isServed = (status: string | null) => /^(?:completed|delivered|picked.?up|done)$/i.test(status ?? '');
