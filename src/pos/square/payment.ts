import { spokenMoney } from '../../order/money';
import { PosError } from '../errors';
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

/** What the ticket says about money still owed; null where it is paid. */
export function collectText(order: PosOrder, total: number | null): string | null {
  if (order.payment.state === 'paid') return null;
  return total === null
    ? 'UNPAID, collect the total shown'
    : `UNPAID, collect ${spokenMoney(total, order.currency)}`;
}

/** The payment that makes a Square order visible (https://developer.squareup.com/docs/payments-api/take-payments/external-payments). */
export function toPayment(
  order: PosOrder,
  square: { id: string; total: number; reference: string; locationId: string; policy: UnpaidPolicy },
): Record<string, unknown> {
  const amount_money = { amount: square.total, currency: order.currency };
  const paid = order.payment.state === 'paid';
  const source = paid
    ? `Paid: ${order.payment.method ?? 'elsewhere'}`
    : (collectText(order, square.total) ?? '');
  const tip = paid && order.tip > 0 && { tip_money: { amount: order.tip, currency: order.currency } };
  const common = {
    idempotency_key: `${square.reference}p`,
    amount_money,
    ...tip,
    order_id: square.id,
    location_id: square.locationId,
    reference_id: square.reference,
    note: source.slice(0, LENGTHS.paymentNote),
  };
  if (!paid && square.policy === 'cash_tender') {
    return { source_id: 'CASH', ...common, cash_details: { buyer_supplied_money: amount_money } };
  }
  const external_details = { type: 'OTHER', source: source.slice(0, LENGTHS.externalSource) };
  return { source_id: 'EXTERNAL', ...common, external_details };
}
