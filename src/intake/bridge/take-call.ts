import { matchLines } from '../../menu/match-lines';
import type { MenuIndex } from '../../menu/menu-index';
import type { Order } from '../../order/schema';
import type { Shop } from '../../order/shop';
import type { BridgeOrder, BridgeOutbox } from '../../store/bridge/records';
import type { ReceptionistCall } from '../../store/receptionist/records';
import type { ReadText } from '../receptionist/reading';
import { isCancelled, isSettled } from '../receptionist/standing';
import { latestOf } from '../receptionist/to-order';
import { type BridgedOrder, orderOfCall } from './call-order';
import { changeLines } from './changes';
import { type BridgeStatus, toMessage } from './message';
import { whoseCall } from './whose-call';

export type CallParts = {
  outbox: BridgeOutbox;
  shop: Shop;
  /** The number called; null: there is only one. */
  number: string | null;
  read: ReadText;
  menu: MenuIndex | null;
  now: () => number;
};
/** What came of a call. Only `waits` and `stuck` are looked at again by themselves. */
export type CallFate = 'waits' | 'stuck' | 'left alone' | 'the same' | 'cancelled' | BridgeOrder;

/** Puts one call's order, or what has changed in it, into the outbox. */
export async function takeCall(call: ReceptionistCall, seen_at: number, parts: CallParts): Promise<CallFate> {
  const { outbox, shop, number, now } = parts;
  if (!isSettled(call, { now: now(), since: seen_at })) return 'waits';
  const whose = whoseCall(call, { number, country: shop.country });
  if (whose !== 'ours') return whose === 'another' ? 'left alone' : 'stuck';
  const bridged = await orderOfCall(call, parts);
  const before = outbox.order(bridged.reference);
  const status = statusOf(call, bridged);
  if (!before && status === 'cancelled') return 'cancelled';
  const changes = before ? changesOf(before, { bridged, status }, shop.timezone) : [];
  return changes === null ? 'the same' : put({ bridged, status, before, changes }, parts);
}

function statusOf(call: ReceptionistCall, { questions }: BridgedOrder): BridgeStatus {
  if (isCancelled(latestOf(call))) return 'cancelled';
  return questions.length > 0 ? 'held' : 'received';
}

function changesOf(
  { order_data, status }: BridgeOrder,
  after: { bridged: BridgedOrder; status: BridgeStatus },
  timezone: string,
): string[] | null {
  const before = { order: JSON.parse(order_data) as Order, status };
  return changeLines(before, { order: after.bridged.order, status: after.status }, timezone);
}

type Taken = {
  bridged: BridgedOrder;
  status: BridgeStatus;
  before: BridgeOrder | undefined;
  changes: string[];
};

function put(
  { bridged, status, before, changes }: Taken,
  { outbox, shop, menu, now }: CallParts,
): BridgeOrder {
  const { reference, order } = bridged;
  const at = now();
  const kept = {
    number: before?.number ?? outbox.nextNumber(),
    reference,
    version: (before?.version ?? 0) + 1,
    status,
    order_data: JSON.stringify(order),
    created_at: before?.created_at ?? at,
  };
  const items_match = menu ? matchLines(order, menu) : [];
  const previous_status = before?.status ?? null;
  outbox.put(kept, toMessage({ bridged, kept, previous_status, changes, items_match, at }, shop), at);
  return kept;
}
