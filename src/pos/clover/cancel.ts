import { PosError } from '../errors';
import type { Receipt } from '../receipt';
import type { CloverSession } from './api';
import { fetchOrder, isPaid } from './find';
import { deleteOrder } from './remove';

/**
 * Deletes the order: no Clover screen shows it any more, nobody can be charged for it, and no call finds it. Paper that has been
 * printed stays in the kitchen, and Clover prints nothing about it: where the receipt says `print`, staff must be told as well.
 * An order with a payment is Clover's to keep, until the money is given back there.
 */
export async function cancel({ pos_order_id }: Receipt, session: CloverSession): Promise<void> {
  if (!pos_order_id) throw refused('NO_ORDER', UNKNOWN);
  const found = await fetchOrder(session, pos_order_id, { afterCreation: false });
  if (!found) return;
  if (isPaid(found)) throw refused('PAID_ORDER_KEPT', KEPT);
  await deleteOrder(session, pos_order_id).catch((error: unknown) => {
    throw error instanceof PosError ? notDeleted(error) : error;
  });
}

function refused(code: string, message: string): PosError {
  return new PosError('rejected', 'clover', message, { code });
}

/** What Clover says about orders that are sent is no help for one that is cancelled. */
function notDeleted({ kind, message, details }: PosError): PosError {
  const told: Partial<Record<PosError['kind'], string>> = {
    rejected: `Clover does not delete this order (${details.code ?? details.httpStatus}). Tell the kitchen, and delete it in the Orders app.`,
    unclear: UNCLEAR,
  };
  return new PosError(kind, 'clover', told[kind] ?? message, details);
}

const UNKNOWN = 'Clover never had this order. Tell the kitchen.';
const UNCLEAR = 'Clover has not said whether the order is deleted now. It is asked again.';
const KEPT =
  'Clover keeps an order with a payment. Tell the kitchen, and refund it in Clover: Orders app, the order, Refund.';
