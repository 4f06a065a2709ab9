import { PosError } from '../pos/errors';
import type { DeliveryChange, DeliveryRecord } from '../store/delivery-records';
import { type AskingParts, openToAsk } from './asking';
import { keepGoing } from './change';
import { alertRow } from './notices';
import { afterSeen } from './seen';
import { scopeOf } from './subject';

/** Tickets that the kitchen has not confirmed are asked after: calls of the vendor's get lost. */
export function posCheckChore(parts: AskingParts): (now: number) => Promise<void> {
  return async (now) => {
    for (const row of await parts.store.runOut('check_at', now, 50)) {
      parts.background.run(`${row.lane}:${row.id}`, () => check(row, parts));
    }
  };
}

async function check(due: DeliveryRecord, parts: AskingParts): Promise<void> {
  const { store, now } = parts;
  const seen = await ask(due, parts);
  const act = { key_id: null, at: now() };
  const decide = (row: DeliveryRecord) => {
    const next = waitOn(row, act.at, parts);
    return seen
      ? { ...(afterSeen(row, seen, { now: act.at, newId: parts.newId }) ?? next), ...clockOf(next, seen) }
      : next;
  };
  await store.changeDelivery(scopeOf(due), due.id, decide, act);
}

/** The ticket as the POS has it; undefined where it cannot be asked, or not now. */
async function ask({ receipt, restaurant_id, target }: DeliveryRecord, parts: AskingParts) {
  const id = receipt?.pos_order_id;
  if (typeof id !== 'string') return undefined;
  try {
    const { vendor, session } = await openToAsk({ restaurant_id, connection_id: target }, parts);
    return await vendor.fetchPosOrder?.(id, session);
  } catch (error) {
    if (error instanceof PosError) return undefined;
    throw error;
  }
}

/** Asks again in a while; when it has waited long enough in vain, a person looks whether it was printed. */
function waitOn(row: DeliveryRecord, now: number, { timing, newId }: AskingParts): DeliveryChange {
  const firstAt = row.attempts[0]?.at ?? row.created_at;
  const goesOn = now - firstAt < timing.posCheckUntil;
  const isQueued = row.receipt?.state === 'queued' && row.state !== 'confirmed_by_pos';
  return keepGoing(row, goesOn ? 'asked_again' : 'not_confirmed', {
    check_at: goesOn ? now + timing.posCheck : null,
    adds: !goesOn && isQueued ? [alertRow(row, { newId, kind: 'unseen' })] : [],
  });
}

const clockOf = (next: DeliveryChange, seen: { kitchen_confirmed: boolean | null }) => ({
  check_at: seen.kitchen_confirmed === true ? null : (next.check_at ?? null),
});
