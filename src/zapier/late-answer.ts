import type { PosOrder } from '../pos/pos-order';
import { type Receipt, toReceipt } from '../pos/receipt';
import type { Session, Vendor } from '../pos/vendor';

/** Seconds before each look, 20 in all: a step still has time to say what it knows. */
const LOOKS = [2, 3, 4, 5, 6];

type Sent = { order: PosOrder; vendor: Vendor; session: Session };

/**
 * What the POS makes of an order that its cloud had only queued, where it says so in time; else the receipt stays as it is and the
 * vendor's webhook tells later. A look that fails changes nothing: the order is sent.
 */
export async function awaitAnswer(receipt: Receipt, { order, vendor, session }: Sent): Promise<Receipt> {
  const isOver = receipt.state !== 'queued' || receipt.replayed || isHeldForLater(order, session);
  if (!vendor.fetchAnswer || isOver) return receipt;
  for (const seconds of LOOKS) {
    const waiting: Session = {
      ...session,
      http: (request) => session.http({ ...request, delayMs: seconds * 1000 }),
    };
    const seen = await vendor.fetchAnswer(receipt, waiting).catch(() => undefined);
    if (!seen) continue;
    const { pos_order_id, pos_total, kitchen_confirmed } = seen;
    const known = { ...receipt, state: 'accepted' as const, pos_order_id, pos_total, kitchen_confirmed };
    return toReceipt(order, { ...known, vendorName: vendor.name });
  }
  return receipt;
}

/** Lightspeed itself keeps such an order until it is time to cook. */
function isHeldForLater(order: PosOrder, { settings }: Session): boolean {
  return Boolean(order.timing.requested_at && Number(settings.send_ahead_minutes) > 0);
}
