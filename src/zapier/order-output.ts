import { currencyDigits, isCurrency, toDecimal } from '../order/money';
import { toOptionsText } from '../order/option-text';
import type { OrderOption } from '../order/schema';
import { lineTotal } from '../order/totals';
import { asInteger, asList, asObject, asText, type Json } from '../pos/json';

/**
 * An order of the Order API as the New Order trigger gives it: flat, and under the creates' own keys wherever both have a
 * field. Read field by field, so that a newer server's extra fields never stop a poll.
 */
export function toOrderOutput(order: Json) {
  const money = moneyOf(order);
  const item = (one: Json) => toItemOutput(one, money);
  return {
    id: asText(order.id) ?? '',
    order_reference: asText(order.external_ref) ?? asText(order.id) ?? null,
    order_data: asText(order.order_data) ?? null,
    order_number: asText(order.number) ?? null,
    ...timingOf(order),
    is_test: order.test === true,
    location_id: asText(order.location_id) ?? null,
    location_name: asText(order.location_name) ?? null,
    service_type: asText(asObject(order.service).type) ?? null,
    ...guestOf(order),
    items: asList(order.items).map(item),
    order_text: asText(order.items_text) ?? null,
    ticket_text: asText(order.ticket_text) ?? null,
    allergy_note: asText(order.allergy_note) ?? null,
    kitchen_note: asText(order.notes) ?? null,
    ...paymentOf(order, money),
    ...sourceOf(order),
    check_items: checkItems(order),
    pos_state: asText(order.pos_state) ?? asText(posDeliveries(order).at(-1)?.state) ?? null,
  };
}

type Money = (minor: unknown) => string | null;

/** Amounts as text a person reads and a create takes: "29.98". */
function moneyOf(order: Json): Money {
  const currency = asText(order.currency) ?? '';
  const digits = isCurrency(currency) ? currencyDigits(currency) : 2;
  return (minor) => {
    const amount = asInteger(minor);
    return amount === undefined ? null : toDecimal(amount, digits);
  };
}

function timingOf(order: Json) {
  const timing = asObject(order.timing);
  return {
    placed_at: asText(timing.placed_at) ?? asText(order.created_at) ?? null,
    requested_time: asText(timing.requested_at) ?? null,
    wanted_at_local: asText(order.pickup_local) ?? null,
  };
}

function guestOf(order: Json) {
  const customer = asObject(order.customer);
  const delivery = asObject(order.delivery);
  const parts = ['street', 'unit', 'city', 'region', 'postal_code'].map((part) => asText(delivery[part]));
  return {
    customer_name: asText(customer.name) ?? null,
    customer_phone: asText(customer.phone) ?? null,
    customer_email: asText(customer.email) ?? null,
    delivery_address: asText(delivery.text) ?? (parts.filter(Boolean).join(', ') || null),
    delivery_street: parts[0] ?? null,
    delivery_unit: parts[1] ?? null,
    delivery_city: parts[2] ?? null,
    delivery_region: parts[3] ?? null,
    delivery_postal_code: parts[4] ?? null,
    delivery_country: asText(delivery.country) ?? null,
    delivery_instructions: asText(delivery.instructions) ?? null,
  };
}

function toItemOutput(item: Json, money: Money) {
  const options = asList(item.options) as OrderOption[];
  const quantity = asText(item.quantity) ?? '1';
  const unit_price = asInteger(item.unit_price) ?? null;
  return {
    name: asText(item.name) ?? '',
    quantity,
    options_text: toOptionsText(options),
    note: asText(item.notes) ?? null,
    unit_price: money(unit_price),
    line_total: unit_price === null ? null : money(lineTotal({ unit_price, options, quantity })),
  };
}

function paymentOf(order: Json, money: Money) {
  const payment = asObject(order.payment);
  const sum = (list: Json[]) => list.reduce((total, { amount }) => total + (asInteger(amount) ?? 0), 0);
  return {
    quoted_total: money(order.quoted_total),
    payment_state: asText(payment.state) ?? null,
    payment_method: asText(payment.method) ?? null,
    delivery_fee: money(sum(asList(order.charges).filter(({ type }) => type === 'delivery'))),
    tip: money(order.tip),
    discount: money(sum(asList(order.discounts))),
    currency: asText(order.currency) ?? null,
  };
}

function sourceOf(order: Json) {
  const source = asObject(order.source);
  return {
    source_channel: asText(source.channel) ?? null,
    call_sid: asText(source.call_sid) ?? null,
    recording_url: asText(source.recording_url) ?? null,
  };
}

/** The words of lines and options that are not surely on the menu. */
function checkItems(order: Json): string {
  const items = asList(order.items);
  return asList(order.items_match)
    .filter(({ match }) => asObject(match).status !== 'sure')
    .map(({ path }) => asText(items[Number(/^items\[(\d+)\]/.exec(asText(path) ?? '')?.[1])]?.name))
    .filter((name, index, all): name is string => name !== undefined && all.indexOf(name) === index)
    .join('; ');
}

/** The order's deliveries to a POS, oldest first. */
export function posDeliveries(order: Json): Json[] {
  return asList(order.deliveries).filter(({ destination }) => asObject(destination).kind === 'pos');
}

export type OrderOutput = ReturnType<typeof toOrderOutput>;
