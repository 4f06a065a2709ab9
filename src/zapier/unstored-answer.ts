import { flatFields } from '../order/flat';
import type { Order } from '../order/schema';
import { ticketText } from '../order/ticket-text';
import type { Json } from '../pos/json';

type Shop = { timezone: string; country: string; number?: string };

/** An order as the Order API would answer it, as far as that is known before it is stored. */
export function unstoredAnswer(order: Order, { number, ...shop }: Shop): Json {
  return {
    ...order,
    ...flatFields(order, shop),
    ticket_text: ticketText(order, { timezone: shop.timezone, number }),
  };
}
