import { readTalk } from '../intake/twilio/talk';
import { itemText } from '../order/flat';
import type { Order } from '../order/schema';
import { addressText, wantedText } from '../order/ticket-text';
import type { Services } from './services';
import { tellShops } from './tell-shops';

type Parts = Pick<Services, 'store' | 'now' | 'newId' | 'mails'>;

/** How a call ends (https://www.twilio.com/docs/voice/twiml#callstatus-values, read 2026-11-24). */
const ENDED = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

/** A caller who has heard the whole order and hung up before saying yes has ordered nothing; the shop may want to call back. */
export async function noteEndOfCall(
  { sid, status }: { sid: string | null; status: string | null },
  parts: Parts,
): Promise<void> {
  if (sid === null || !ENDED.has(status ?? '')) return;
  const { store } = parts;
  const call = await store.conversation(`call:${sid}`);
  if (!call) return;
  const { restaurant_id, location_id, state } = call;
  const { phase, ready, guest } = readTalk(state);
  if (phase !== 'confirming' || ready === null) return;
  const scope = { restaurant_id, location_ids: null };
  const shop = await store.shop(scope, location_id);
  const query = { limit: 1, location_ids: [location_id], external_ref: sid };
  const isOrdered = (await store.orders(scope, query)).records.length > 0;
  if (!shop || isOrdered) return;
  const details = linesOf(ready as unknown as Order, shop.timezone);
  const payload = { alert: 'caller_hung_up', id: sid, name: guest ?? '', details, n: 0 };
  await tellShops({ restaurant_id, location_id, suffix: `hung_up:${sid}`, payload }, parts);
}

function linesOf(order: Order, timezone: string): string[] {
  const address = addressText(order);
  return [
    ...order.items.map(itemText),
    ...(order.timing.requested_at === null ? [] : [wantedText(order, timezone)]),
    ...(address === null ? [] : [address]),
  ];
}
