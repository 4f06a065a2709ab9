import type { Call } from './call';
import { SquareRefusal } from './errors';
import { object, required, text } from './shape';

const byKeyRequest = object({ idempotency_key: required(text({ max: 45, filled: true })) });

const refusal = (field: string) =>
  new SquareRefusal(
    'BAD_REQUEST',
    'Only an APPROVED payment can be canceled, and this one is COMPLETED: refund it.',
    field,
  );

/**
 * POST /v2/payments/{id}/cancel voids an APPROVED payment. Cash and external payments are COMPLETED from the start, so here
 * there is never one to void: https://developer.squareup.com/reference/square/payments-api/cancel-payment, read 2026-11-24.
 */
export function cancelPayment({ ledger, id }: Call): object {
  ledger.payment(id);
  throw refusal('payment_id');
}

/** POST /v2/payments/cancel does so by the key of the payment; where no payment has the key, nothing happens and that is well. */
export function cancelPaymentByKey({ ledger, body }: Call): object {
  const { idempotency_key: key } = byKeyRequest.parse(body, '');
  if (ledger.isUsed('payments', key)) throw refusal('idempotency_key');
  return {};
}
