import { SEED_RESTAURANT } from '../seed-menu';
import type { KitchenLine, KitchenTicket } from '../simulator';
import { DELIVERY_FEE_SKU, DISCOUNT_SKU, findProduct } from './catalog';
import { type Check, isCancelled, optionTexts } from './check';
import { totalOf } from './decision';
import { isPaid, type OrderBook, type OrderRecord } from './order-book';
import type { LightspeedOrder, OrderLine } from './order-shape';
import { lineTotal, type SaleLine } from './pricing';

const SERVICES = { NONE: 'dine_in', TAKE_AWAY: 'pickup', DELIVERY: 'delivery' } as const;
const QUEUED = 'Queued: Lightspeed answered ok but the POS has not taken it yet';

/** The orders as staff see them. An addition to another check prints on that check, so it has no ticket once it is taken. */
export function toTickets({ records, counterSales }: OrderBook): KitchenTicket[] {
  const online = records
    .filter((record) => !(record.order.accountIdentifier && record.outcome && !('refused' in record.outcome)))
    .map((record) => toTicket(record, records));
  return [...online, ...counterSales.map(toCounterTicket)];
}

const CANCELLED =
  'Cancelled at the register; send a new order, under a new reference, if it is still wanted.';
const isFood = ({ sku }: SaleLine): boolean => sku !== DELIVERY_FEE_SKU && sku !== DISCOUNT_SKU;

/** What a ticket says of its check, whoever opened it. */
function ofCheck(check: Check) {
  return {
    vendor: 'lightspeed',
    id: check.accountId,
    voided: isCancelled(check),
    title: check.name,
    charges: check.lines
      .filter((line) => line.sku === DELIVERY_FEE_SKU)
      .map((line) => ({ name: line.name, amount: lineTotal(line) })),
    discounts: check.lines.flatMap(toDiscount),
    tip: check.payments.reduce((sum, payment) => sum + payment.tip, 0),
    total: totalOf(check.lines),
    currency: SEED_RESTAURANT.currency,
    payment: isPaid(check) ? ('paid' as const) : ('unpaid' as const),
  };
}

function toCounterTicket(check: Check): KitchenTicket {
  return {
    ...ofCheck(check),
    ticket_number: String(check.sequence),
    reference: null,
    visible: !isCancelled(check),
    hidden_because: isCancelled(check) ? CANCELLED : null,
    service: 'pickup',
    requested_at: null,
    customer: null,
    lines: check.lines.map(toKitchenLine),
    notes: [],
    printed: 1,
    created_at: check.openedAt.toISOString(),
  };
}

function toTicket(record: OrderRecord, all: OrderRecord[]): KitchenTicket {
  const { order, check, outcome } = record;
  const taken = outcome && !('refused' in outcome) ? outcome : undefined;
  const additions = all.filter(
    (other) =>
      other.outcome && !('refused' in other.outcome) && other.order.accountIdentifier === check.accountId,
  );
  return {
    ...ofCheck(check),
    ticket_number: record.collectionCode,
    reference: order.thirdPartyReference,
    visible: taken !== undefined && !isCancelled(check),
    hidden_because: hiddenBecause(record),
    service: taken ? SERVICES[taken.profile.deliveryMode] : null,
    requested_at: order.orderCollectionTimeAsIso8601 ?? order.scheduledTimeForOrderAsIso8601 ?? null,
    customer: [order.customerInfo.firstName, order.customerInfo.lastName].filter(Boolean).join(' '),
    lines: taken ? check.lines.filter(isFood).map(toKitchenLine) : (order.items ?? []).map(toQueuedLine),
    notes: [record, ...additions].flatMap((each) => toNotes(each.order)),
    printed: taken ? 1 + additions.length : 0,
    created_at: record.placedAt.toISOString(),
  };
}

function hiddenBecause({ outcome, decidesAt, order, check }: OrderRecord): string | null {
  if (isCancelled(check)) return CANCELLED;
  if (outcome)
    return 'refused' in outcome
      ? `Refused by the POS: ${outcome.refused}. Correct the order and send it under a new reference.`
      : null;
  return order.scheduledTimeForOrderAsIso8601
    ? `${QUEUED}; it is scheduled to be sent at ${order.scheduledTimeForOrderAsIso8601}.`
    : `${QUEUED}; wait until ${decidesAt.toISOString()} or open the POS app.`;
}

const toKitchenLine = (line: SaleLine): KitchenLine => ({
  quantity: String(line.quantity),
  name: line.name,
  options: optionTexts(line),
  note: null,
  total: lineTotal(line),
});

const toQueuedLine = (line: OrderLine): KitchenLine => ({
  quantity: String(line.quantity),
  name: line.customItemName ?? findProduct(line.sku)?.name ?? line.sku,
  options: (line.subItems ?? []).map((sub) => findProduct(sub.sku)?.name ?? sub.sku),
  note: null,
  total: null,
});

function toDiscount(line: SaleLine): { name: string; amount: number }[] {
  if (line.sku === DISCOUNT_SKU) return [{ name: line.name, amount: -lineTotal(line) }];
  return line.discount ? [line.discount] : [];
}

function toNotes(order: LightspeedOrder): string[] {
  const { addressLine1, addressLine2, zip, city } = order.deliveryAddress ?? {};
  const address = [addressLine1, addressLine2, [zip, city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  return [order.orderNote, order.customerInfo.notes, address && `Deliver to: ${address}`].filter(
    (note): note is string => Boolean(note),
  );
}
