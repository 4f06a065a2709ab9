import { PosError } from '../pos/errors';
import type { Receipt } from '../pos/receipt';
import type { DeliveryRecord } from '../store/delivery-records';
import type { Outlet } from './pos-outlet';

/** What came of voiding: a receipt that says so, or the reason for which the kitchen needs a ticket instead (null: none was given). */
export type Voiding = { receipt: Receipt } | { refusal: string | null };

/** Takes a cancelled order out of the POS where that is possible. */
export async function voidTicket(
  { purpose, payload }: DeliveryRecord,
  { vendor, session }: Outlet,
): Promise<Voiding> {
  const receipt = payload.receipt as Receipt | undefined;
  const isNamed = Boolean(receipt?.pos_order_id ?? receipt?.reference);
  if (purpose !== 'cancel' || !receipt || !isNamed || !vendor.cancel) return { refusal: null };
  try {
    await vendor.cancel(receipt, session);
  } catch (error) {
    if (error instanceof PosError && error.kind === 'rejected') return { refusal: error.message };
    throw error;
  }
  // Paper does not come back: the kitchen is told by a ticket all the same.
  if (receipt.completed?.includes('print')) return { refusal: null };
  const number = receipt.ticket_number ?? receipt.pos_order_id ?? receipt.reference;
  const voided = { voided: true, status_text: `${vendor.name} was told to void ticket #${number}.` };
  return { receipt: { ...receipt, ...voided } };
}
