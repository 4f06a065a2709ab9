import type { Order } from '../order/schema';
import { ticketText } from '../order/ticket-text';
import { zoneOf } from '../pos/pos-order';
import type { ShopFacts } from '../pos/vendor';

/** A refusal that is this step's own, not the vendor's. */
export class StepRefusal extends Error {
  override readonly name = 'StepRefusal';
  constructor(
    message: string,
    readonly code: string,
    /** What to ask the guest, where that would help. */
    readonly reply?: string,
  ) {
    super(message);
  }
}

/** The order as text, for whoever has to take it by hand. */
export function handTicket(order: Order, shop: Pick<ShopFacts, 'timezone'>): string {
  const ticket = ticketText(order, { timezone: shop.timezone ?? zoneOf(order) });
  return `If it is still wanted, take it by hand:\n\n${ticket}`;
}
