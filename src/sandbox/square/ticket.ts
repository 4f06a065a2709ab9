import type { KitchenLine, KitchenTicket } from '../simulator';
import type { FulfillmentDraft } from './fulfillment-shapes';
import type { StoredOrder } from './ledger';
import { toLine } from './lines';
import type { LineDraft, ModifierDraft } from './order-shapes';
import { toOrderReply } from './order-view';
import { CURRENCY, priceOrder } from './pricing';

const isVoided = ({ state, draft }: StoredOrder): boolean =>
  state === 'CANCELED' || draft.fulfillments?.[0]?.state === 'CANCELED';

/**
 * Why Square POS does not show an order, or null. An order appears once it is paid and has a fulfilment
 * (https://developer.squareup.com/docs/orders-api/create-orders); an API order for DELIVERY appears only for partners of Square
 * (https://developer.squareup.com/docs/orders-api/fulfillments). Both read 2026-11-24.
 */
function hiddenBecause(order: StoredOrder): string | null {
  const fulfillment = order.draft.fulfillments?.[0];
  if (isVoided(order)) return 'It was canceled; place a new order if the food is still wanted.';
  if (order.state === 'DRAFT') return 'It is a DRAFT; create it OPEN and pay it.';
  if (!fulfillment) return 'It has no fulfillment; create it with a PICKUP for a named guest.';
  if (fulfillment.type === 'DELIVERY')
    return 'Square shows DELIVERY orders of an API only to its partners; send a PICKUP with the address in its note and the fee as a service charge.';
  if (!order.paid)
    return 'It is unpaid; record a payment for its total_money, an external or a cash one if the guest pays at the shop.';
  return null;
}

/** Whether the order stands in Square POS. */
export const isShown = (order: StoredOrder): boolean => hiddenBecause(order) === null;

function toOption(modifier: ModifierDraft, name: string): string {
  if (modifier.quantity === '0') return `NO ${name}`;
  return modifier.quantity === undefined || modifier.quantity === '1'
    ? name
    : `${name} ×${modifier.quantity}`;
}

function toKitchenLine(draft: LineDraft, index: number): KitchenLine {
  const { shown, gross } = toLine(draft, `order.line_items[${index}]`, CURRENCY);
  const variation = typeof shown.variation_name === 'string' ? shown.variation_name : 'Regular';
  const names: string[] = Array.isArray(shown.modifiers)
    ? shown.modifiers.map(({ name }) => String(name))
    : [];
  const name = String(shown.name ?? 'Custom amount');
  return {
    quantity: draft.quantity,
    name: variation === 'Regular' ? name : `${name} (${variation})`,
    options: (draft.modifiers ?? []).map((modifier, at) => toOption(modifier, names[at] ?? '')),
    note: draft.note || null,
    total: gross,
  };
}

function toService(fulfillment: FulfillmentDraft | undefined): KitchenTicket['service'] {
  if (!fulfillment) return null;
  if (fulfillment.type !== 'PICKUP') return 'delivery';
  return fulfillment.pickup_details?.is_curbside_pickup ? 'curbside' : 'pickup';
}

function toWhen(fulfillment: FulfillmentDraft | undefined) {
  const {
    pickup_details: pickup,
    delivery_details: delivery,
    shipment_details: shipment,
  } = fulfillment ?? {};
  const asap = (pickup ?? delivery)?.schedule_type === 'ASAP';
  return {
    recipient: (pickup ?? delivery ?? shipment)?.recipient,
    requested: asap ? undefined : (pickup?.pickup_at ?? delivery?.deliver_at),
    notes: [
      pickup?.note,
      delivery?.note,
      delivery?.dropoff_notes,
      shipment?.shipping_note,
      pickup?.curbside_pickup_details?.curbside_details,
    ],
  };
}

/** The order as the shop's Square POS and its kitchen printer have it. */
export function toTicket(order: StoredOrder): KitchenTicket {
  const reply = toOrderReply(order);
  const priced = priceOrder(order.draft);
  const fulfillment = order.draft.fulfillments?.[0];
  const { recipient, requested, notes } = toWhen(fulfillment);
  const hidden = hiddenBecause(order);
  // A ticket cancelled after it was shown has come out of the printer all the same.
  const wasShown = order.paid && fulfillment !== undefined && fulfillment.type !== 'DELIVERY';
  return {
    vendor: 'square',
    id: order.id,
    ticket_number: order.number,
    reference: order.draft.reference_id ?? null,
    visible: hidden === null,
    hidden_because: hidden,
    voided: isVoided(order),
    title: order.draft.ticket_name ?? null,
    service: toService(fulfillment),
    requested_at: requested ?? null,
    customer: recipient?.display_name ?? null,
    lines: (order.draft.line_items ?? []).map(toKitchenLine),
    notes: notes.filter((note): note is string => note !== undefined && note !== ''),
    charges: priced.service_charges.map(({ name, applied_money }) => ({
      name: name ?? '',
      amount: applied_money.amount,
    })),
    discounts: priced.discounts.map(({ name, applied_money }) => ({
      name: name ?? '',
      amount: applied_money.amount,
    })),
    tip: reply.total_tip_money.amount,
    total: reply.total_money.amount,
    currency: CURRENCY,
    payment: order.paid ? 'paid' : 'unpaid',
    printed: wasShown ? 1 : 0,
    created_at: order.createdAt.toISOString(),
  };
}
