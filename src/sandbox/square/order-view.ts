import type { StoredOrder } from './ledger';
import type { OrderDraft } from './order-shapes';
import type { SquarePayment } from './payments';
import { inCurrency, priceOrder } from './pricing';

const filled = <T>(name: string, entries: T[]) => (entries.length > 0 ? { [name]: entries } : {});

/** A draft with its totals, as CalculateOrder answers it. */
export function toPriced(draft: OrderDraft, tip = 0) {
  const { amounts, ...priced } = priceOrder(draft);
  const total = amounts.total + tip;
  const {
    line_items: _lines,
    taxes: _taxes,
    discounts: _discounts,
    service_charges: _charges,
    ...rest
  } = draft;
  return {
    ...rest,
    source: draft.source ?? { name: 'OrderWire Sandbox' },
    ...filled('line_items', priced.line_items),
    ...filled('taxes', priced.taxes),
    ...filled('discounts', priced.discounts),
    ...filled('service_charges', priced.service_charges),
    fulfillments: undefined,
    ...filled('fulfillments', draft.fulfillments ?? []),
    net_amounts: {
      total_money: inCurrency(total),
      tax_money: inCurrency(amounts.tax),
      discount_money: inCurrency(amounts.discount),
      tip_money: inCurrency(tip),
      service_charge_money: inCurrency(amounts.charge),
    },
    state: draft.state ?? 'OPEN',
    total_money: inCurrency(total),
    total_tax_money: inCurrency(amounts.tax),
    total_discount_money: inCurrency(amounts.discount),
    total_tip_money: inCurrency(tip),
    total_service_charge_money: inCurrency(amounts.charge),
    net_amount_due_money: inCurrency(total),
  };
}

const toTender = (payment: SquarePayment) => ({
  id: payment.id,
  location_id: payment.location_id,
  transaction_id: payment.order_id,
  created_at: payment.created_at,
  amount_money: payment.total_money,
  ...(payment.tip_money ? { tip_money: payment.tip_money } : {}),
  type: payment.source_type === 'CASH' ? 'CASH' : 'OTHER',
  payment_id: payment.id,
});

const tipOf = (order: StoredOrder): number =>
  order.payments.reduce((sum, payment) => sum + (payment.tip_money?.amount ?? 0), 0);

/** An order as every read of it answers. */
export function toOrderReply(order: StoredOrder) {
  const placed = order.createdAt.toISOString();
  const priced = toPriced(order.draft, tipOf(order));
  const fulfillments = (order.draft.fulfillments ?? []).map((fulfillment) => {
    const name = `${String(fulfillment.type).toLowerCase()}_details` as 'pickup_details';
    const times = { placed_at: placed, ...order.fulfillmentTimes[fulfillment.uid ?? ''] };
    return { ...fulfillment, [name]: { ...fulfillment[name], ...times } };
  });
  return {
    id: order.id,
    ...priced,
    ...filled('fulfillments', fulfillments),
    ...filled('tenders', order.payments.map(toTender)),
    created_at: placed,
    updated_at: order.updatedAt.toISOString(),
    ...(order.closedAt ? { closed_at: order.closedAt.toISOString() } : {}),
    state: order.state,
    ...(order.madeInApp ? {} : { version: order.version }),
    net_amount_due_money: order.paid ? inCurrency(0) : priced.net_amount_due_money,
  };
}

/** The amount a payment must bring: Square's own total, tips aside. */
export const dueOf = (order: StoredOrder): number => priceOrder(order.draft).amounts.total;
