import type { Call } from './call';
import { bookChange } from './changes';
import { SquareRefusal } from './errors';
import { paymentUpdated } from './events';
import type { Ledger, StoredOrder } from './ledger';
import { LOCATION_ID, requireOpenLocation } from './locations';
import { money, type SquareMoney } from './money';
import { checkCurrency } from './order-check';
import { dueOf } from './order-view';
import { keepOrder } from './orders';
import { inCurrency } from './pricing';
import { flag, object, oneOf, type Parsed, required, text } from './shape';

const EXTERNAL_TYPES = [
  'CHECK',
  'BANK_TRANSFER',
  'OTHER_GIFT_CARD',
  'CRYPTO',
  'SQUARE_CASH',
  'SOCIAL',
  'EXTERNAL',
  'EMONEY',
  'CARD',
  'STORED_BALANCE',
  'FOOD_VOUCHER',
  'OTHER',
] as const;

// https://developer.squareup.com/reference/square/payments-api/create-payment, read 2026-11-24.
const paymentRequest = object({
  source_id: required(text({ filled: true })),
  idempotency_key: required(text({ max: 45, filled: true })),
  amount_money: required(money),
  tip_money: money,
  autocomplete: flag,
  order_id: text({ max: 192 }),
  customer_id: text({ max: 191 }),
  location_id: text({ max: 50 }),
  reference_id: text({ max: 40 }),
  buyer_email_address: text({ max: 255 }),
  buyer_phone_number: text(),
  note: text({ max: 500 }),
  cash_details: object({ buyer_supplied_money: required(money), change_back_money: money }),
  external_details: object({
    type: required(oneOf('ExternalPaymentDetails.type', EXTERNAL_TYPES)),
    source: required(text({ max: 255, filled: true })),
    source_id: text({ max: 255 }),
    source_fee_money: money,
  }),
});
type PaymentRequest = Parsed<typeof paymentRequest>;

export type SquarePayment = {
  id: string;
  order_id: string;
  location_id: string;
  created_at: string;
  source_type: 'CASH' | 'EXTERNAL';
  amount_money: SquareMoney;
  tip_money?: SquareMoney;
  total_money: SquareMoney;
  [field: string]: unknown;
};

const missing = (field: string) =>
  new SquareRefusal('MISSING_REQUIRED_PARAMETER', 'Field must be set.', field);

function checkSource({
  source_id: source,
  cash_details: cash,
  ...request
}: PaymentRequest): 'CASH' | 'EXTERNAL' {
  if (source !== 'CASH' && source !== 'EXTERNAL')
    throw new SquareRefusal(
      'UNSUPPORTED_SOURCE_TYPE',
      'The sandbox takes only CASH and EXTERNAL payments.',
      'source_id',
    );
  if (source === 'EXTERNAL' && !request.external_details) throw missing('external_details');
  if (source === 'CASH' && !cash) throw missing('cash_details');
  const wanted = request.amount_money.amount + (request.tip_money?.amount ?? 0);
  if (cash && cash.buyer_supplied_money.amount < wanted)
    throw new SquareRefusal(
      'VALUE_TOO_LOW',
      'The buyer supplied less than the total.',
      'cash_details.buyer_supplied_money',
    );
  if (request.autocomplete === false)
    throw new SquareRefusal(
      'BAD_REQUEST',
      'Cash and external payments are completed at once.',
      'autocomplete',
    );
  if (request.amount_money.amount < 1)
    throw new SquareRefusal(
      'VALUE_TOO_LOW',
      '`amount_money.amount` must be greater than 0.',
      'amount_money.amount',
    );
  if ((request.tip_money?.amount ?? 0) < 0)
    throw new SquareRefusal('VALUE_TOO_LOW', '`tip_money.amount` must not be negative.', 'tip_money.amount');
  return source;
}

/** Refuses to settle an order that is a draft, over, or settled already. */
export function requirePayable(order: StoredOrder): void {
  if (order.state === 'DRAFT' || order.state === 'CANCELED')
    throw new SquareRefusal(
      'BAD_REQUEST',
      `Order ${order.id} is ${order.state} and cannot be paid.`,
      'order_id',
    );
  if (order.paid) throw new SquareRefusal('BAD_REQUEST', `Order ${order.id} is already paid.`, 'order_id');
}

/** Marks an order as settled: one without a fulfilment to come is over. */
export function settle(ledger: Ledger, order: StoredOrder, now: Date): void {
  const fulfillments = order.draft.fulfillments ?? [];
  order.paid = true;
  if (fulfillments.length === 0) order.state = 'COMPLETED';
  bookChange(ledger, order, { before: fulfillments, now });
}

function findOrder(ledger: Ledger, request: PaymentRequest, now: Date): StoredOrder {
  const location = request.location_id ?? LOCATION_ID;
  if (request.order_id !== undefined) return ledger.order(request.order_id, 'order_id');
  requireOpenLocation(location, 'location_id');
  const line = { quantity: '1', item_type: 'CUSTOM_AMOUNT' as const, base_price_money: request.amount_money };
  return keepOrder(ledger, { location_id: location, line_items: [line] }, now);
}

/** Books a payment that is complete at once, as every cash and every external one is. */
export function takePayment(
  { ledger, now }: Pick<Call, 'ledger' | 'now'>,
  request: PaymentRequest,
): SquarePayment {
  const source = checkSource(request);
  checkCurrency(request, '');
  const order = findOrder(ledger, request, now);
  if (request.location_id !== undefined && request.location_id !== order.draft.location_id)
    throw new SquareRefusal('LOCATION_MISMATCH', "The location is not the order's.", 'location_id');
  requirePayable(order);
  if (request.amount_money.amount !== dueOf(order))
    throw new SquareRefusal(
      'BAD_REQUEST',
      'The payment total does not match the order total.',
      'amount_money.amount',
    );
  const {
    idempotency_key: _key,
    source_id: _source,
    autocomplete: _complete,
    cash_details: cash,
    ...kept
  } = request;
  const total = inCurrency(request.amount_money.amount + (request.tip_money?.amount ?? 0));
  const id = ledger.nextPaymentId();
  const change = (cash?.buyer_supplied_money.amount ?? 0) - total.amount;
  const payment: SquarePayment = {
    ...kept,
    id,
    order_id: order.id,
    location_id: order.draft.location_id,
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
    total_money: total,
    approved_money: total,
    status: 'COMPLETED',
    source_type: source,
    ...(cash ? { cash_details: { ...cash, change_back_money: inCurrency(Math.max(0, change)) } } : {}),
    receipt_number: id.slice(0, 4),
    version_token: `${id}v1`,
  };
  ledger.payments.push(payment);
  order.payments.push(payment);
  ledger.outbound.tell(paymentUpdated(payment), now);
  settle(ledger, order, now);
  return payment;
}

/** POST /v2/payments: the amount must be the order's own total, to the cent. */
export function createPayment(call: Call): object {
  const request = paymentRequest.parse(call.body, '');
  return call.ledger.once('payments', request.idempotency_key, request, () => ({
    payment: takePayment(call, request),
  }));
}

/** GET /v2/payments/{id}. */
export const retrievePayment = ({ ledger, id }: Call): object => ({ payment: ledger.payment(id) });
