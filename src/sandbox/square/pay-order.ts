import type { Call } from './call';
import { SquareRefusal } from './errors';
import { dueOf, toOrderReply } from './order-view';
import { requirePayable, settle } from './payments';
import { list, object, required, text, whole } from './shape';

const payRequest = object({
  idempotency_key: required(text({ max: 192, filled: true })),
  order_version: whole,
  payment_ids: list(text()),
});

/**
 * POST /v2/orders/{id}/pay settles an order of 0 with an empty list of payments. Only payments that wait for approval may be
 * listed, and cash and external payments never wait: https://developer.squareup.com/docs/orders-api/pay-for-orders, read 2026-11-24.
 */
export function payOrder({ ledger, body, id, now }: Call): object {
  const request = payRequest.parse(body, '');
  return ledger.once(`pay ${id}`, request.idempotency_key, request, () => {
    const order = ledger.order(id);
    if (request.order_version !== undefined && request.order_version !== order.version)
      throw new SquareRefusal(
        'VERSION_MISMATCH',
        `Supplied version ${request.order_version} does not match the current version ${order.version} of order ${id}.`,
        'order_version',
      );
    requirePayable(order);
    if (request.payment_ids?.length)
      throw new SquareRefusal(
        'BAD_REQUEST',
        'A listed payment is not an approved payment of this order.',
        'payment_ids',
      );
    if (dueOf(order) !== 0)
      throw new SquareRefusal(
        'BAD_REQUEST',
        'The payment total does not match the order total.',
        'payment_ids',
      );
    settle(ledger, order, now);
    return { order: toOrderReply(order) };
  });
}
