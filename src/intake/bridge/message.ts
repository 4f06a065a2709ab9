import { createHash } from 'node:crypto';
import type { LineMatch } from '../../menu/match-lines';
import { flatFields } from '../../order/flat';
import type { Order } from '../../order/schema';
import type { Shop } from '../../order/shop';
import { ticketText } from '../../order/ticket-text';
import { computedTotal } from '../../order/totals';
import type { BridgeOrder } from '../../store/bridge/records';
import type { BridgedOrder } from './call-order';

export type BridgeStatus = 'received' | 'held' | 'cancelled';
type Version = {
  bridged: BridgedOrder;
  kept: BridgeOrder;
  previous_status: string | null;
  /** What is different since the last message, a line each; none in the first. */
  changes: string[];
  items_match: LineMatch[];
  at: number;
};

/** What the receiver is told: the body of our webhooks, its `data` as the Order API would answer the order as far as that is known here. */
export function toMessage(version: Version, shop: Shop): { id: string; body: string } {
  const { kept, at } = version;
  const id = idOf(kept.reference);
  const type = kept.version === 1 ? 'order.created' : 'order.updated';
  const data = { ...toData(version, shop), event: type, id };
  const body = { type, timestamp: new Date(at).toISOString(), data };
  return { id: `msg_${id.slice('ord_'.length)}_${kept.version}`, body: JSON.stringify(body) };
}

function toData({ bridged, kept, previous_status, changes, items_match, at }: Version, shop: Shop) {
  const { order, questions } = bridged;
  const number = String(kept.number);
  return {
    ...order,
    number,
    status: kept.status,
    previous_status,
    location_name: shop.name,
    totals: { quoted: order.quoted_total, computed: computedTotal(order), pos: null },
    items_match,
    deliveries: [],
    acked_at: null,
    created_at: new Date(kept.created_at).toISOString(),
    updated_at: new Date(at).toISOString(),
    ...flatFields(order, shop),
    ticket_text: ticketOf(order, { changes, number, shop }),
    version: kept.version,
    changes,
    questions,
  };
}

/** A change is told first: what follows is the order as it is now. */
function ticketOf(
  order: Order,
  { changes, number, shop }: { changes: string[]; number: string; shop: Shop },
): string {
  const { timezone, ticket_width: width } = shop;
  const ticket = ticketText(order, { timezone, number, width });
  return changes.length === 0 ? ticket : [`CHANGE to #${number}`, ...changes, '', ticket].join('\n');
}

/** The same call has the same id, whatever happens to the outbox. */
function idOf(reference: string): string {
  return `ord_${createHash('sha256').update(reference).digest('hex').slice(0, 26)}`;
}
