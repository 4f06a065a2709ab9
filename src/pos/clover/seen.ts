import { asInteger, asObject, asText, type Json } from '../json';
import { lookUp } from '../look-up';
import type { SeenOrder, SeenStatus } from '../webhook';
import { isPrinted, referenceIn } from './find';
import { ticketNumber } from './order';
import { labelOf, serviceOf } from './order-type';
import { elements } from './pages';

/**
 * Clover knows no stages of cooking. An order is open, or locked once it is paid (https://docs.clover.com/reference/orderupdateorder-3,
 * read 2026-11-24); its guest has come by then, as ours pay in the shop. Without a state it is unfinished, and no order yet.
 */
const STATES: Record<string, SeenStatus> = { open: 'accepted', locked: 'completed' };

/** At most three may be expanded in a call (https://docs.clover.com/dev/docs/expanding-fields). */
export const SEEN_FIELDS = 'lineItems,lineItems.modifications,orderType';

/** A Clover order as we tell of it; undefined where its state is a word we do not know, or none. */
export function toSeenOrder(placed: Json, { prints }: { prints: boolean }): SeenOrder | undefined {
  const status = lookUp(STATES, asText(placed.state)?.toLowerCase());
  const [pos_order_id, at] = [asText(placed.id), timeOf(placed.modifiedTime) ?? timeOf(placed.createdTime)];
  if (!pos_order_id || !status || !at) return undefined;
  const reference = referenceIn(placed);
  return {
    pos_order_id,
    reference,
    ticket_number: reference ? ticketNumber(reference) : (asText(placed.title) ?? null),
    status,
    at,
    pos_total: asInteger(placed.total) ?? null,
    currency: asText(placed.currency)?.toUpperCase() ?? null,
    // Where the kitchen reads a screen, whether a ticket was printed says nothing.
    kitchen_confirmed: isPrinted(placed) || (prints ? false : null),
    placed_at: timeOf(placed.createdTime) ?? null,
    customer_name: null,
    service_type: serviceOf(labelOf(asObject(placed.orderType))),
    items: elements(placed.lineItems).map(toSeenItem),
  };
}

/** Clover counts milliseconds since 1970. */
export function timeOf(value: unknown): string | undefined {
  const moment = asInteger(value);
  return moment === undefined ? undefined : new Date(moment).toISOString();
}

/** A line is a single piece; only what is sold by weight has a quantity, in thousandths. */
function toSeenItem(line: Json): SeenOrder['items'][number] {
  const thousandths = asInteger(line.unitQty);
  return {
    name: asText(line.name) ?? 'Item',
    quantity: thousandths === undefined ? '1' : String(thousandths / 1000),
    unit_price: asInteger(line.price) ?? null,
    options: elements(line.modifications).map(({ name }) => asText(name) ?? 'option'),
    notes: asText(line.note) ?? null,
  };
}
