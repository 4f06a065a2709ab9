import { itemText } from '../order/flat';
import type { Prepared } from '../pos/prepare';
import type { Claim, DeliveryRecord } from '../store/delivery-records';
import { orderOf } from './subject';

/** How staff know the ticket that is there already. */
const ticketName = ({ payload }: DeliveryRecord) => `#${String(payload.ticket)}`;

const TITLES: Record<string, (row: DeliveryRecord) => string> = {
  cancel: (row) => `CANCELLED ${ticketName(row)} - DO NOT MAKE`,
  change: (row) => `CHANGE to ${ticketName(row)}`,
};

/** Whether a row sends a ticket about a ticket instead of an order. */
export const isNotice = ({ purpose }: DeliveryRecord) => Object.hasOwn(TITLES, purpose);

/**
 * A ticket about one that is in the POS already: a single line at no price, its words in the note. It goes round the menu, as
 * nothing on it is a dish.
 */
export function toNotice(claim: Claim, refusal: string | null): Prepared {
  const { delivery, shop } = claim;
  const { order } = orderOf(claim);
  const lines = Array.isArray(delivery.payload.lines)
    ? delivery.payload.lines.map(String)
    : order.items.map(itemText);
  const line = {
    name: TITLES[delivery.purpose]?.(delivery) ?? delivery.purpose,
    quantity: '1',
    unit_price: 0,
    // What the POS said about voiding comes last: it is for whoever deals with the money.
    notes: [...lines, ...(refusal ? [refusal] : [])].join('; '),
    allergy: false,
    menu_item_id: null,
    variation_id: null,
    options: [],
    check: true,
  };
  const words = { charges: [], discounts: [], tip: 0, quoted_total: null, notes: null };
  const now = { timing: { ...order.timing, requested_at: null, requested_text: null } };
  const ticket = {
    ...order,
    ...words,
    ...now,
    items: [line],
    timezone: shop.timezone,
    country: shop.country,
  };
  return { order: ticket, unmatched: [], matches: [] };
}
