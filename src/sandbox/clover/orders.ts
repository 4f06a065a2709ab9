import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import { CART } from './bodies';
import { badRequest, CloverRefusal } from './errors';
import { toCartLine, toDiscount } from './lines';
import type { Order } from './order';
import { enter } from './order-book';
import { createOrder, MAX_LINES, withHeader } from './order-header';
import { EVERYTHING, toWireOrder } from './order-view';
import { readList, readObject } from './read';
import { toServiceCharge } from './service-charge';
import { computeTotals } from './totals';
import type { Call } from './world';

/** `POST atomic_order/orders`: the whole order in one call, its totals computed by Clover. */
export function createAtomicOrder(call: Call): HttpResponse {
  const order = readCart(call);
  enter(call.world, order);
  return jsonReply(200, toWireOrder(order, EVERYTHING, call));
}

/** `POST atomic_order/checkouts`: the same arithmetic with nothing stored. */
export function checkoutAtomicOrder(call: Call): HttpResponse {
  const order = readCart(call);
  const { id, name, rate } = call.merchant.taxRate;
  const { lineItems, discounts, serviceCharge, orderType } = toWireOrder(order, EVERYTHING, call);
  return jsonReply(200, {
    orderCart: { lineItems, discounts, serviceCharge, orderType, merchant: { id: call.merchant.id } },
    subtotal: computeTotals(order).subtotal,
    totalTaxAmount: 0,
    taxSummaries: { elements: [{ id, name, amount: 0, rate }] },
    total: order.total,
    isVat: call.merchant.isVat,
  });
}

function readCart(call: Call): Order {
  // Badged "North America" only (https://docs.clover.com/dev/docs/create-an-atomic-order, read 2026-11-24); the refusal elsewhere is not documented.
  if (!call.merchant.offersAtomicOrders)
    throw new CloverRefusal(404, 'Not Found', 'Atomic orders are not available in this region.');
  const cart = readObject(call.body(CART, 'bad_request'), 'orderCart');
  const lines = cart ? readList(cart, 'lineItems') : [];
  if (!cart || lines.length === 0) throw badRequest('cart_is_empty_or_missing', 'Cart is empty or missing');
  if (lines.length > MAX_LINES) throw badRequest('bad_request', `An order holds at most ${MAX_LINES} lines`);
  const charge = readObject(cart, 'serviceCharge');
  const filled = {
    // Seen in a captured reply as OPEN, in an example as open: compare without case.
    ...withHeader(
      { ...createOrder(call), state: 'OPEN', openedAt: call.now },
      { ...cart, state: undefined },
      call,
    ),
    lines: lines.map((line) => toCartLine(call, line)),
    discounts: readList(cart, 'discounts').map((given) => toDiscount(call, given)),
    serviceCharge: charge && toServiceCharge(call, charge),
  };
  return { ...filled, total: computeTotals(filled).total };
}
