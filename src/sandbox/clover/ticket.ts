import type { KitchenLine, KitchenTicket } from '../simulator';
import { describeCustomer } from './customers';
import type { Merchant } from './merchants';
import type { Line, Order } from './order';
import { computeLineTotal, computeTotals, discountValue } from './totals';
import type { World } from './world';

const SERVICES: Record<string, KitchenTicket['service']> = {
  Pickup: 'pickup',
  Delivery: 'delivery',
  'Dine In': 'dine_in',
  Curbside: 'curbside',
};
/** Whether an order keeps `externalReferenceId`, and at what length, is not documented: callers repeat their whole reference in title or note. */
const REFERENCE = /\bow[0-9a-f]{18}(-[rcx]\d*)?/;

/** The order as this restaurant's staff meet it. Clover has no field for a pickup time: it can only stand in title or note. */
export function toTicket(order: Order, merchant: Merchant, world: World): KitchenTicket {
  const printed = world.printEvents.filter(({ orderId }) => orderId === order.id).length;
  const hiddenBecause = whyHidden(order, printed);
  const { subtotal, serviceCharge } = computeTotals(order);
  const type = merchant.orderTypes.find(({ id }) => id === order.orderTypeId);
  const charge = order.serviceCharge && { name: order.serviceCharge.name, amount: serviceCharge };
  return {
    vendor: 'clover',
    id: order.id,
    ticket_number: order.id,
    reference: REFERENCE.exec(`${order.title} ${order.note}`)?.[0] ?? order.externalReferenceId ?? null,
    visible: hiddenBecause === null,
    hidden_because: hiddenBecause,
    voided: order.deletedAt !== null,
    title: order.title,
    service: (type && SERVICES[type.name]) ?? null,
    requested_at: null,
    customer: describeCustomer(world, order.customerIds[0]),
    lines: order.groupLineItems ? groupLines(order.lines) : order.lines.map((line) => toKitchenLine(line, 1)),
    notes: order.note === null ? [] : [order.note],
    charges: charge ? [charge] : [],
    discounts: [
      ...order.lines
        .flatMap((line) => line.discounts.map((given) => ({ line, given })))
        .map(({ line, given }) => ({
          name: given.name,
          amount: discountValue(computeLineTotal({ ...line, discounts: [] }), given),
        })),
      ...order.discounts.map((given) => ({ name: given.name, amount: discountValue(subtotal, given) })),
    ],
    tip: order.payments.reduce((sum, { tipAmount }) => sum + tipAmount, 0),
    total: order.total ?? 0,
    currency: merchant.currency,
    payment: isPaid(order) ? 'paid' : 'unpaid',
    printed,
    created_at: new Date(order.createdAt).toISOString(),
  };
}

function whyHidden(order: Order, printed: number): string | null {
  if (order.deletedAt !== null)
    return 'It was deleted, and no Clover screen shows it any more; send a new order if the food is still wanted.';
  if (order.state === null)
    return 'The order has no state, so no Clover screen shows it: set its state to "open".';
  if (printed === 0)
    return 'No print_event was sent: the order lies silently in the Orders app until POST print_event prints it.';
  return null;
}

/** Whether the guest has settled the order. */
export function isPaid(order: Order): boolean {
  const paid = order.payments.reduce((sum, { amount }) => sum + amount, 0);
  return order.payments.length > 0 && paid >= (order.total ?? 0);
}

/** `groupLineItems` prints equal lines as one. */
function groupLines(lines: Line[]): KitchenLine[] {
  const groups = new Map<string, { line: Line; count: number }>();
  for (const line of lines) {
    const { quantity: _, ...looks } = toKitchenLine(line, 1);
    const key = JSON.stringify([looks, line.itemId, line.unitQty]);
    groups.set(key, { line, count: (groups.get(key)?.count ?? 0) + 1 });
  }
  return [...groups.values()].map(({ line, count }) => toKitchenLine(line, count));
}

function toKitchenLine(line: Line, count: number): KitchenLine {
  const units = line.unitQty === null ? null : `${line.unitQty / 1000} ${line.unitName}`;
  return {
    quantity: String(count),
    name: units === null ? line.name : `${line.name}, ${units}`,
    options: countEqual(line.modifications.map(({ name }) => name)),
    note: line.note,
    total: computeLineTotal(line) * count,
  };
}

function countEqual(names: string[]): string[] {
  return [...new Set(names)].map((name) => {
    const times = names.filter((other) => other === name).length;
    return times === 1 ? name : `${name} ×${times}`;
  });
}
