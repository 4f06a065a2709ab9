import { isTicketReference } from '../../order/reference';
import { asInteger, asList, asObject, asText, type Json } from '../json';
import { lookUp } from '../look-up';
import type { SeenOrder, SeenStatus } from '../webhook';
import { ticketNumber } from './order';
import { totalOf } from './placed';

/** https://developer.squareup.com/reference/square/enums/FulfillmentState, read 2026-11-24. FAILED: nobody came, or it was declined. */
export const FULFILLMENT_STATES: Record<string, SeenStatus> = {
  PROPOSED: 'accepted',
  RESERVED: 'in_preparation',
  PREPARED: 'ready',
  COMPLETED: 'completed',
  CANCELED: 'cancelled',
  FAILED: 'cancelled',
};

/** https://developer.squareup.com/reference/square/objects/OrderState, read 2026-11-24. A draft is no order yet. */
export const ORDER_STATES: Record<string, SeenStatus> = {
  OPEN: 'accepted',
  COMPLETED: 'completed',
  CANCELED: 'cancelled',
};

const STARTED = new Set<SeenStatus | undefined>(['in_preparation', 'ready', 'completed']);
const SERVICES: Record<string, SeenOrder['service_type']> = { PICKUP: 'pickup', DELIVERY: 'delivery' };

/** A Square order as we tell of it; undefined where its state is a word we do not know, or none of an order. */
export function toSeenOrder(placed: Json): SeenOrder | undefined {
  const [pos_order_id, status] = [asText(placed.id), statusOf(placed)];
  const at = asText(placed.updated_at) ?? asText(placed.created_at);
  if (!pos_order_id || !status || !at) return undefined;
  const reference = referenceIn(placed);
  const fulfillment = fulfillmentOf(placed);
  const details = detailsOf(fulfillment);
  return {
    pos_order_id,
    reference,
    ticket_number: reference ? ticketNumber(reference) : (asText(placed.ticket_name) ?? null),
    status,
    at,
    pos_total: totalOf(placed),
    currency: asText(asObject(placed.total_money).currency) ?? null,
    // Square tells of no printer: only what staff press on the order shows that they have it.
    kitchen_confirmed:
      fulfillment && STARTED.has(lookUp(FULFILLMENT_STATES, fulfillment.state)) ? true : null,
    placed_at: asText(placed.created_at) ?? null,
    customer_name: asText(asObject(details.recipient).display_name) ?? asText(placed.ticket_name) ?? null,
    service_type:
      details.is_curbside_pickup === true ? 'curbside' : (lookUp(SERVICES, fulfillment?.type) ?? null),
    items: asList(placed.line_items).map(toSeenItem),
  };
}

/** How far the fulfilment is; the order's own state where it has none. A paid order whose pickup is cancelled is COMPLETED there. */
function statusOf(placed: Json): SeenStatus | undefined {
  const fulfillment = fulfillmentOf(placed);
  const whole = lookUp(ORDER_STATES, placed.state);
  if (!fulfillment || !whole || whole === 'cancelled') return whole;
  const part = lookUp(FULFILLMENT_STATES, fulfillment.state);
  return whole === 'completed' && part !== 'cancelled' ? whole : part;
}

/** The one still to come, else the first: orders made in Square may have several. */
function fulfillmentOf(placed: Json): Json | undefined {
  const all = asList(placed.fulfillments);
  const isOpen = ({ state }: Json) =>
    !['completed', 'cancelled'].includes(lookUp(FULFILLMENT_STATES, state) ?? '');
  return all.find(isOpen) ?? all[0];
}

function detailsOf(fulfillment: Json = {}): Json {
  const { pickup_details, delivery_details, shipment_details } = fulfillment;
  return asObject(pickup_details ?? delivery_details ?? shipment_details);
}

/** Another program's orders carry its own words in this field. */
function referenceIn({ reference_id }: Json): string | null {
  const word = asText(reference_id);
  return word && isTicketReference(word) ? word : null;
}

function toSeenItem(line: Json): SeenOrder['items'][number] {
  const size = asText(line.variation_name);
  return {
    name: [asText(line.name) ?? 'Custom amount', size && size !== 'Regular' && `(${size})`]
      .filter(Boolean)
      .join(' '),
    quantity: asText(line.quantity) ?? '1',
    unit_price: asInteger(asObject(line.base_price_money).amount) ?? null,
    options: asList(line.modifiers).map(toOption),
    notes: asText(line.note) ?? null,
  };
}

/** A quantity of 0 says that the guest wants none of it (docs of OrderLineItemModifier). */
function toOption({ name, quantity }: Json): string {
  const count = asText(quantity) ?? '1';
  const word = asText(name) ?? 'option';
  if (count === '0') return `NO ${word}`;
  return count === '1' ? word : `${word} ×${count}`;
}
