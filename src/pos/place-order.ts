import { spokenMoney } from '../order/money';
import type { Prepared } from './prepare';
import type { Receipt } from './receipt';
import type { Session, Vendor } from './vendor';

type Placing = {
  vendor: Vendor;
  prepared: Prepared;
  session: Session;
  /** True for a door without memory, and for every attempt after the first: look before sending, wherever there is a look-up. */
  lookFirst: boolean;
};

/** Sends a prepared order once: looks first (a vendor's own key may expire), completes half states, and adds what was unmatched. */
export async function placeOrder({ vendor, prepared, session, lookFirst }: Placing): Promise<Receipt> {
  const { order, unmatched } = prepared;
  const found = lookFirst ? await vendor.findOrder?.(order, session) : undefined;
  const receipt = await vendor.submitOrder(order, session, found);
  const gap =
    order.quoted_total !== null && receipt.pos_total !== null ? receipt.pos_total - order.quoted_total : 0;
  const told = (amount: number) => spokenMoney(amount, receipt.currency);
  const warnings =
    gap === 0
      ? []
      : [
          `The guest was told ${told(order.quoted_total ?? 0)}; ${vendor.name} charges ${told(receipt.pos_total ?? 0)}.`,
        ];
  return {
    ...receipt,
    unmatched: [...receipt.unmatched, ...unmatched],
    warnings: [...receipt.warnings, ...warnings],
  };
}
