import type { HttpResponse } from '../../http';
import { parseJson, withoutNulls } from '../json-body';
import { jsonReply } from '../replies';
import { checkShape, type Shape } from '../shape';
import type { SimulatorRequest } from '../simulator';
import { DEFAULT_PAYMENT_METHOD, PAYMENT_METHODS } from './account';
import { paidAmount } from './check';
import { totalOf } from './decision';
import type { OrderBook } from './order-book';
import type { Outbound } from './outbound';
import { springError, validationError } from './spring-errors';
import type { WebhookDesk } from './webhooks';

type Payment = {
  businessLocationId: number;
  endpointId: string;
  /** Without the tip, unlike the payment inside an order. */
  paymentAmount: number;
  tipAmount?: number;
  thirdPartyPaymentReference: string;
  iKaccountIdentifier?: string;
  paymentMethod?: string;
};

const SHAPE: Shape = {
  type: 'object',
  required: true,
  fields: {
    businessLocationId: { type: 'integer', required: true },
    endpointId: { type: 'string', required: true },
    paymentAmount: { type: 'number', min: 0, required: true },
    tipAmount: { type: 'number', min: 0 },
    thirdPartyPaymentReference: { type: 'string', min: 1, max: 50, required: true },
    iKaccountId: { type: 'integer' },
    iKaccountIdentifier: { type: 'string' },
    taskTtlInMs: { type: 'integer', min: 60_000 },
    staffId: { type: 'integer' },
    deviceId: { type: 'integer' },
    paymentMethod: { type: 'string' },
    targetPrinterProfileId: { type: 'integer' },
  },
};

/** `POST /o/op/1/pay`: answers `ok`, and tells by webhook whether the check could be paid. */
export class PaymentDesk {
  private readonly references = new Set<string>();

  constructor(
    private readonly book: OrderBook,
    private readonly webhooks: WebhookDesk,
    private readonly outbound: Outbound,
  ) {}

  pay(call: { request: SimulatorRequest; now: Date }): HttpResponse {
    const body = withoutNulls(parseJson(call.request.body));
    const problems = checkShape(body, SHAPE);
    if (problems.length > 0) return validationError(call, 'paymentDto', problems);
    const payment = body as Payment;
    const reference = payment.thirdPartyPaymentReference;
    if (!this.webhooks.find(payment.endpointId))
      return springError({
        ...call,
        status: 400,
        message: `endpoint ID not found for ${payment.endpointId}`,
      });
    if (this.references.has(reference))
      return springError({ ...call, status: 400, message: `reference has already been used ${reference}` });
    this.references.add(reference);
    const problem = this.apply(payment, call.now);
    this.outbound.add(this.webhooks.find(payment.endpointId), {
      at: call.now,
      type: 'PAYMENT',
      status: problem ? 'FAILURE' : 'SUCCESS',
      thirdPartyReference: reference,
      ikentooAccountIdentifier: payment.iKaccountIdentifier,
      ...(problem && { reason: problem.reason, errors: { account: { type: problem.type } } }),
    });
    const check = this.book.findCheck(payment.iKaccountIdentifier);
    if (check && !problem) this.book.announce(check, 'CHECK_WAS_UPDATED', call.now);
    return jsonReply(200, { status: 'ok' });
  }

  private apply(payment: Payment, at: Date): { type: string; reason: string } | undefined {
    const check = this.book.findCheck(payment.iKaccountIdentifier);
    if (!check) return { type: 'ACCOUNT_NOT_FOUND', reason: 'Account not found' };
    if (check.ended) return { type: 'ACCOUNT_ALREADY_CLOSED', reason: 'Account already closed' };
    const code = payment.paymentMethod ?? DEFAULT_PAYMENT_METHOD;
    const description = PAYMENT_METHODS[code];
    if (!description) return { type: 'PAYMENT_METHOD_NOT_FOUND', reason: 'Payment method not found' };
    const amount = Math.round(payment.paymentAmount * 100);
    if (amount > totalOf(check.lines) - paidAmount(check))
      return { type: 'OVERPAID', reason: 'the payment amount is greater than the amount due' };
    const tip = Math.round((payment.tipAmount ?? 0) * 100);
    check.payments.push({
      code,
      description,
      amount,
      tip,
      reference: payment.thirdPartyPaymentReference,
      at,
    });
    return undefined;
  }
}
