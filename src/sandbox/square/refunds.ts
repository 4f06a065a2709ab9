import type { Call } from './call';
import { SquareRefusal } from './errors';
import { paymentUpdated } from './events';
import { money, type SquareMoney } from './money';
import { checkCurrency } from './order-check';
import type { SquarePayment } from './payments';
import { inCurrency } from './pricing';
import { flag, object, type Parsed, required, text } from './shape';

// https://developer.squareup.com/reference/square/refunds-api/refund-payment, read 2026-11-24, without the fields of card refunds.
const refundRequest = object({
  idempotency_key: required(text({ max: 45, filled: true })),
  amount_money: required(money),
  payment_id: text(),
  unlinked: flag,
  reason: text({ max: 192 }),
  payment_version_token: text(),
  team_member_id: text({ max: 192 }),
});
type RefundRequest = Parsed<typeof refundRequest>;

export type SquareRefund = {
  id: string;
  status: 'COMPLETED';
  location_id: string;
  unlinked: false;
  destination_type: SquarePayment['source_type'];
  amount_money: SquareMoney;
  payment_id: string;
  order_id: string;
  reason?: string;
  created_at: string;
  updated_at: string;
};

function checkRefund(payment: SquarePayment, request: RefundRequest, refunded: number): void {
  checkCurrency(request, '');
  if (request.payment_version_token !== undefined && request.payment_version_token !== payment.version_token)
    throw new SquareRefusal(
      'VERSION_MISMATCH',
      'The payment has changed since that version.',
      'payment_version_token',
    );
  const left = payment.total_money.amount - refunded;
  if (request.amount_money.amount < 1 || request.amount_money.amount > left)
    throw new SquareRefusal(
      'REFUND_AMOUNT_INVALID',
      `The amount must be between 1 and the ${left} that are not yet refunded.`,
      'amount_money',
    );
}

function refund({ ledger, now }: Call, request: RefundRequest): SquareRefund {
  // The text that a seller gets who has not been let refund what Square did not take: docs/refunds-api/unlinked-refunds.
  if (request.unlinked)
    throw new SquareRefusal('BAD_REQUEST', 'Unlinked refund processing is not enabled for this merchant.');
  if (request.payment_id === undefined)
    throw new SquareRefusal('MISSING_REQUIRED_PARAMETER', 'Field must be set.', 'payment_id');
  const payment = ledger.payment(request.payment_id);
  const earlier = ledger.refunds.filter(({ payment_id }) => payment_id === payment.id);
  const refunded = earlier.reduce((sum, { amount_money }) => sum + amount_money.amount, 0);
  checkRefund(payment, request, refunded);
  const made: SquareRefund = {
    id: `${payment.id}_${earlier.length + 1}`,
    status: 'COMPLETED',
    location_id: payment.location_id,
    unlinked: false,
    destination_type: payment.source_type,
    amount_money: request.amount_money,
    payment_id: payment.id,
    order_id: payment.order_id,
    ...(request.reason === undefined ? {} : { reason: request.reason }),
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
  };
  ledger.refunds.push(made);
  Object.assign(payment, {
    refunded_money: inCurrency(refunded + made.amount_money.amount),
    refund_ids: [...earlier.map(({ id }) => id), made.id],
    updated_at: now.toISOString(),
    version_token: `${payment.id}v${earlier.length + 2}`,
  });
  ledger.outbound.tell(paymentUpdated(payment), now);
  return made;
}

/**
 * POST /v2/refunds writes a refund of cash or outside money down; Square moves none of it. The payment stays COMPLETED and
 * shows what went back, and its order neither changes nor becomes cancellable: https://developer.squareup.com/forums/t/922.
 */
export function refundPayment(call: Call): object {
  const request = refundRequest.parse(call.body, '');
  return call.ledger.once('refunds', request.idempotency_key, request, () => ({
    refund: refund(call, request),
  }));
}

/** GET /v2/refunds/{id}. */
export function retrieveRefund({ ledger, id }: Call): object {
  const found = ledger.refunds.find((candidate) => candidate.id === id);
  if (!found) throw new SquareRefusal('NOT_FOUND', `Could not find refund with id: ${id}`, 'refund_id');
  return { refund: found };
}
