import { PosError } from '../errors';
import { asInteger, asList, asObject, asText, type Json } from '../json';
import { lookUp } from '../look-up';
import type { Receipt } from '../receipt';
import { SOURCE_NAME, type SquareSession, write } from './api';
import { isGone } from './errors';
import { fetchOrder } from './find';
import { isCanceled, isPaid, openFulfillments, totalOf } from './placed';

/**
 * Takes the ticket off the lists of Square POS: its pickup is cancelled, and with it the order. Paper that has been printed stays.
 *
 * An order with a payment keeps it: Square cancels unpaid orders only (https://developer.squareup.com/reference/square/objects/OrderState,
 * read 2026-11-24), and a refund is for people. There the pickup alone is cancelled, and this ends as `rejected` with the refund as
 * the next step, as does every repeat; so does an order that the kitchen has finished, of which nothing is changed.
 */
export async function cancel(receipt: Receipt, session: SquareSession): Promise<void> {
  const placed = await fetchPlaced(receipt, session);
  // What staff cancelled themselves they know of, the money included.
  if (isCanceled(placed) && !isOurs(placed)) return;
  if (!isCanceled(placed)) {
    refuseFinished(placed);
    await cancelPickup(session, placed);
  }
  if (isPaid(placed)) throw refused('PAID_ORDER_KEPT', KEPT);
}

async function fetchPlaced({ pos_order_id }: Receipt, session: SquareSession): Promise<Json> {
  if (!pos_order_id) throw refused('NO_ORDER', UNKNOWN);
  return fetchOrder(session, pos_order_id).catch((error) => {
    throw isGone(error) ? refused('NO_ORDER', UNKNOWN) : error;
  });
}

/** How far a fulfilment is when cancelling comes too late. */
const FINISHED: Record<string, string> = { PREPARED: 'ready', COMPLETED: 'handed over' };

function refuseFinished(placed: Json): void {
  const states = [...asList(placed.fulfillments).map(({ state }) => state), placed.state];
  const [finished] = states.flatMap((state) => lookUp(FINISHED, state) ?? []);
  if (!finished) return;
  const message = `Too late to cancel: Square shows the order as ${finished}. Speak with the restaurant; a refund is made in Square (Orders, the order, Issue Refund).`;
  throw refused('TOO_LATE', message);
}

async function cancelPickup(session: SquareSession, placed: Json): Promise<void> {
  const path = `/v2/orders/${encodeURIComponent(asText(placed.id) ?? '')}`;
  const reply = await write(session, 'PUT', path, toCancellation(placed)).catch((error) => {
    throw error instanceof PosError ? notCanceled(error) : error;
  });
  // A key that Square has seen before is answered with 200 and changes nothing.
  if (!isCanceled(asObject(asObject(reply).order))) throw new PosError('unclear', 'square', UNCLEAR);
}

/**
 * The update that cancels (https://developer.squareup.com/docs/orders-api/manage-orders/update-orders, read 2026-11-24): the
 * fulfilments first, as an order ends only after them. The mark tells a repeat that it was us; the version makes the key new.
 */
export function toCancellation(placed: Json): { idempotency_key: string; order: object } {
  const version = asInteger(placed.version);
  const isUnpaid = !isPaid(placed) && totalOf(placed) !== 0;
  const fulfillments = openFulfillments(placed).map(({ uid }) => ({ uid, state: 'CANCELED' }));
  return {
    idempotency_key: `${asText(placed.id)}v${version}`,
    order: {
      location_id: placed.location_id,
      version,
      fulfillments,
      metadata: { [MARK]: SOURCE_NAME },
      ...(isUnpaid && { state: 'CANCELED' }),
    },
  };
}

const MARK = 'cancelled_by';

function isOurs(placed: Json): boolean {
  return asObject(placed.metadata)[MARK] === SOURCE_NAME;
}

function refused(code: string, message: string): PosError {
  return new PosError('rejected', 'square', message, { code });
}

/** What Square says about orders that are sent is no help for one that is cancelled. */
function notCanceled({ kind, message, details }: PosError): PosError {
  const told: Partial<Record<PosError['kind'], string>> = {
    rejected: `Square does not cancel this order (${details.code ?? details.httpStatus}). Tell the kitchen, and cancel it in Square: Orders, the order, Cancel Items.`,
    unclear: UNCLEAR,
  };
  return new PosError(kind, 'square', told[kind] ?? message, details);
}

const UNKNOWN = 'Square has no such order. Check the connection, and tell the kitchen.';
const UNCLEAR = 'Square has not said whether the order is cancelled now. It is asked again.';
const KEPT =
  'Square has taken the order off its list and keeps the payment that was booked for it. Tell the kitchen, which may have it on paper, and refund it in Square: Orders, the order, Issue Refund.';
