import { spokenMoney } from '../../order/money';
import { computedTotal } from '../../order/totals';
import { PosError } from '../errors';
import { fitText } from '../fit-text';
import type { PosOrder } from '../pos-order';
import { LENGTHS } from './api';

export const UNPAID_POLICIES = ['external_tender', 'cash_tender', 'leave_open'] as const;
export type UnpaidPolicy = (typeof UNPAID_POLICIES)[number];

/**
 * What to do with an order the guest has not paid. Square POS shows only paid orders, so this is asked at set-up and never
 * decided silently; the sandbox takes the first choice.
 */
function unpaidPolicy(settings: Record<string, string | undefined>, environment: string): UnpaidPolicy {
  const chosen = UNPAID_POLICIES.find((policy) => policy === settings.unpaid_orders);
  if (chosen) return chosen;
  if (environment === 'sandbox') return 'external_tender';
  throw new PosError(
    'rejected',
    'square',
    'How should unpaid orders reach Square? Square shows only paid orders to the kitchen. Choose Unpaid Orders: record an external tender (Square takes a fee), a cash tender, or leave them open (the kitchen will not see them).',
    { code: 'UNPAID_POLICY_UNSET' },
  );
}

/** How this order is to be recorded: paid orders always as an external tender, unpaid ones as the restaurant chose. */
export function policyFor(
  order: PosOrder,
  { settings, environment }: { settings: Record<string, string | undefined>; environment: string },
): UnpaidPolicy {
  return order.payment.state === 'paid' ? 'external_tender' : unpaidPolicy(settings, environment);
}

/** What the ticket says about money still owed; null where it is paid or free. */
export function collectText(order: PosOrder, total: number | null): string | null {
  if (order.payment.state === 'paid' || (total === 0 && computedTotal(order) !== null)) return null;
  return total === null
    ? 'UNPAID, collect the total shown'
    : `UNPAID, collect ${spokenMoney(total, order.currency)}`;
}

type Due = { id: string; total: number | null; reference: string; locationId: string; policy: UnpaidPolicy };

/**
 * What settles an order and so makes it visible: a payment for Square's own total. A zero total takes no payment; Square closes
 * such an order with an empty list (https://developer.squareup.com/docs/orders-api/pay-for-orders).
 */
export function toSettlement(order: PosOrder, due: Due): { path: string; body: Record<string, unknown> } {
  if (due.total === 0) {
    const body = { idempotency_key: `${due.reference}p`, payment_ids: [] };
    return { path: `/v2/orders/${encodeURIComponent(due.id)}/pay`, body };
  }
  return { path: '/v2/payments', body: toPayment(order, due) };
}

/** https://developer.squareup.com/docs/payments-api/take-payments/external-payments and …/cash-payments, read 2026-11-24. */
function toPayment(order: PosOrder, { id, total, reference, locationId, policy }: Due) {
  const { currency } = order;
  const amount_money = { amount: total ?? 0, currency };
  const { state, method, reference: paymentReference } = order.payment;
  const paid = state === 'paid';
  const source = paid ? `Paid: ${method ?? 'elsewhere'}` : (collectText(order, total) ?? '');
  const common = {
    idempotency_key: `${reference}p`,
    amount_money,
    ...(paid && order.tip > 0 && { tip_money: { amount: order.tip, currency } }),
    order_id: id,
    location_id: locationId,
    reference_id: reference,
    note: fitText(source, LENGTHS.paymentNote),
  };
  if (!paid && policy === 'cash_tender' && isCashAmount(amount_money)) {
    return { source_id: 'CASH', ...common, cash_details: { buyer_supplied_money: amount_money } };
  }
  const external_details = {
    type: 'OTHER',
    source: fitText(source, LENGTHS.externalSource),
    ...(paid && paymentReference && { source_id: paymentReference }),
  };
  return { source_id: 'EXTERNAL', ...common, external_details };
}

/**
 * The smallest coin where it is more than one minor unit. Square refuses a cash payment that is no multiple of it, and every
 * payment that is not the order's total (https://developer.squareup.com/forums/t/cad-cash-payment-rounding/2874 and
 * …/t/square-api-error-cash-amount-not-divisible-by-aud-base-unit/23101, read 2026-11-24).
 */
const SMALLEST_COIN: Record<string, number> = { CAD: 5, AUD: 5 };

function isCashAmount({ amount, currency }: { amount: number; currency: string }): boolean {
  return amount % (SMALLEST_COIN[currency] ?? 1) === 0;
}

/** What the restaurant should know where its choice of cash could not be kept. */
export function tenderWarnings(order: PosOrder, { total, policy }: Pick<Due, 'total' | 'policy'>): string[] {
  const kept = policy !== 'cash_tender' || isCashAmount({ amount: total ?? 0, currency: order.currency });
  return kept
    ? []
    : [
        `Square takes no cash payment of ${spokenMoney(total ?? 0, order.currency)}: it is recorded as an external tender instead.`,
      ];
}
