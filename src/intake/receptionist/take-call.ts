import type { Shop } from '../../order/shop';
import type { ReceptionistCall } from '../../store/receptionist/records';
import type { LedgerCall } from '../../store/receptionist-ledger';
import { type Ask, findOrder, type OrderInput } from '../order-api';
import { changeOrder, takeOrder } from './api';
import { changesSince } from './changes';
import { compose } from './compose';
import type { ReadText } from './reading';
import { routeCall } from './route';
import { ageOf, HISTORY_MS, isCancelled, isSettled, STALE_MS } from './standing';
import { latestOf } from './to-order';

export type Parts = { ask: Ask; read: ReadText; shops: Shop[]; now: number };
/** What came of a call: it waits for more of it, is done with, or stays where it is until somebody acts (`why`). */
export type CallOutcome =
  | { outcome: 'waits' }
  | { outcome: 'done'; order_id: string | null; note: string | null }
  | { outcome: 'stuck' | 'left out'; why: string; location_id?: string };

const done = (order_id: string | null, note: string | null = null): CallOutcome => ({
  outcome: 'done',
  order_id,
  note,
});

/** Makes one call's order of its rows: taken once, and changed by whatever is written later. */
export async function takeCall(
  call: ReceptionistCall,
  known: LedgerCall,
  parts: Parts,
): Promise<CallOutcome> {
  const { now, shops } = parts;
  if (!isSettled(call, { now, since: known.seen_at })) return { outcome: 'waits' };
  const { shop, why } = routeCall(call, shops);
  if (!shop) return { outcome: 'stuck', why };
  const { order, questions } = await compose(call, { shop, read: parts.read });
  const age = ageOf(call, now);
  const late =
    age > STALE_MS ? [`It was taken ${Math.round(age / 60_000)} minutes ago; it may be made already.`] : [];
  const taking = { call, known, shop, parts, hold: [...late, ...questions].join(' ') };
  if (known.order_id !== null) return change(known.order_id, order, taking);
  if (isCancelled(latestOf(call))) return done(null, 'it was cancelled');
  if (age > HISTORY_MS) return done(null, 'it is older than a day');
  return take(order, taking);
}

type Taking = {
  call: ReceptionistCall;
  known: LedgerCall;
  shop: Shop;
  parts: Parts;
  /** What a person must settle first; '' nothing. */
  hold: string;
};

async function take(order: OrderInput, taking: Taking): Promise<CallOutcome> {
  const { shop, parts, hold } = taking;
  const { ask } = parts;
  const first = await takeOrder(ask, order, { hold });
  // The guest was told yes: a shop that takes nothing new decides about this one.
  const taken = first.outcome === 'not now' ? await takeOrder(ask, order, { hold: first.why }) : first;
  if ('id' in taken) return done(taken.id);
  if (taken.outcome !== 'other order') return { outcome: 'left out', why: taken.why, location_id: shop.id };
  const there = await findOrder(ask, order.external_ref);
  return there
    ? change(there.id, order, taking)
    : { outcome: 'left out', why: taken.why, location_id: shop.id };
}

/** What has become of a later row: nothing, where it says the same. */
async function change(order_id: string, order: OrderInput, taking: Taking): Promise<CallOutcome> {
  const { call, known, shop, parts, hold } = taking;
  const sent = call.rows.find(({ row_id }) => row_id === known.done_row);
  const before = sent ? (await compose(call, { shop, read: parts.read }, sent)).order : null;
  const changes = changesSince(before, order);
  const refused = changes && (await changeOrder(parts.ask, order_id, { changes, hold }));
  if (!refused) return done(order_id);
  const why = `A later word of the call came too late. ${refused}`;
  return { outcome: 'left out', why, location_id: shop.id };
}
