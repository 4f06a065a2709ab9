import { PosError } from '../errors';
import { asObject, asText, type Json } from '../json';
import { lookUp } from '../look-up';
import type { Receipt } from '../receipt';
import { type ToastSession, write } from './api';
import { refusal } from './errors';
import { withAuthority } from './order';
import { fetchOrder } from './orders';
import { isJoined, isVoided } from './placed';

/**
 * Voids the order (https://doc.toasttab.com/doc/devguide/apiVoidOrder.html, read 2026-11-24): Toast takes it off its lists and prints a
 * VOIDED ticket. The payment goes with it, as Toast demands: it is a note of money taken elsewhere, so none is moved.
 */
export async function cancel(receipt: Receipt, session: ToastSession): Promise<void> {
  const placed = await fetchPlaced(receipt, session);
  if (placed && isVoided(placed)) return;
  if (placed && isJoined(placed)) throw refusal('JOINED', JOINED);
  const finished = lookUp(FINISHED, placed?.guestOrderStatus);
  if (finished) throw refusal('TOO_LATE', tooLate(finished));
  const guid = asText(placed?.guid) ?? receipt.pos_order_id;
  if (!guid) throw refusal('NO_ORDER', UNKNOWN);
  const everything = { selections: { voidAll: true }, payments: { voidAll: true } };
  const path = `/orders/v2/orders/${encodeURIComponent(guid)}/void`;
  const reply = await write(session, path, everything).catch((error: unknown) => {
    throw error instanceof PosError ? notVoided(error) : error;
  });
  if (!isVoided(asObject(reply))) throw new PosError('unclear', 'toast', UNCLEAR);
}

/** How far an order is when cancelling comes too late. */
const FINISHED: Record<string, string> = { READY_FOR_PICKUP: 'ready', CLOSED: 'paid and closed' };

/** The order as it is now; null where these credentials may not read it, so that only Toast can tell. */
async function fetchPlaced(
  { pos_order_id, reference }: Receipt,
  session: ToastSession,
): Promise<Json | null> {
  const id = pos_order_id ?? withAuthority(reference, session);
  try {
    const placed = await fetchOrder(id, session);
    if (placed) return placed;
  } catch (error) {
    if (error instanceof PosError && error.details.httpStatus === 403) return null;
    throw error;
  }
  throw refusal('NO_ORDER', UNKNOWN);
}

/** What Toast says about orders that are sent is no help for one that is voided. Without the scope this POS has no way. */
function notVoided({ kind, message, details }: PosError): PosError {
  if (details.httpStatus === 403) return refusal('MISSING_SCOPE', NO_SCOPE);
  const told: Partial<Record<PosError['kind'], string>> = { rejected: REFUSED, unclear: UNCLEAR };
  const code = kind === 'rejected' ? 'NOT_VOIDED' : details.code;
  return new PosError(kind, 'toast', told[kind] ?? message, { ...details, code });
}

const BY_HAND = 'Tell the kitchen, and void it on a Toast POS device: Orders, the order, Void.';
const NO_SCOPE = `These Toast credentials may not void orders (403): ask Toast for the scope orders.channel:void. ${BY_HAND}`;
const REFUSED = `Toast does not void this order: it voids none with a card, cash or gift card payment, with a discount, or closed long ago. ${BY_HAND} Money that was taken is given back in Toast.`;
const JOINED = `Staff have joined this order to another one in Toast. ${BY_HAND}`;
const UNKNOWN = 'Toast has no such order. Check the connection, and tell the kitchen.';
const UNCLEAR = 'Toast has not said whether the order is voided now. It is asked again.';
const tooLate = (state: string) =>
  `Too late to cancel: Toast shows the order as ${state}. Speak with the restaurant; money that was taken is given back in Toast.`;
