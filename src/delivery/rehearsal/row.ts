import type { DeliveryRecord, NewDelivery } from '../../store/delivery-records';
import { posLane } from '../notices';

type Context = {
  /** What the shop's rules, or whoever took the order, still ask about it; null: nothing. */
  hold?: string | null;
  now: number;
  newId: (prefix: string) => string;
};

/** A row that is only rehearsed, at once and whatever its order's time: it has no clocks, so nobody is alerted and no ticket falls back. */
export function rehearsalRow(
  connection: { id: string; vendor: string },
  { hold = null, now, newId }: Context,
): NewDelivery {
  return {
    id: newId('dlv'),
    kind: 'pos',
    lane: posLane(connection),
    target: connection.id,
    purpose: 'order',
    vendor: connection.vendor,
    payload: { rehearsal: true, hold },
    next_attempt_at: now,
  };
}

/** Whether a row was planned as a rehearsal: it stays one, also when its connection has gone live since. */
export function isRehearsal({ payload }: Pick<DeliveryRecord, 'payload'>): boolean {
  return payload.rehearsal === true;
}
