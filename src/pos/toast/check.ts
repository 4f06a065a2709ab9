import { spokenMoney } from '../../order/money';
import type { PosOrder } from '../pos-order';
import { type ToastCheck, toAmount } from './api';
import { toReference } from './pos-id';

type Parts = Pick<ToastCheck, 'appliedServiceCharges' | 'appliedDiscounts' | 'payments'>;
type Money = { parts: Parts; words: string[]; warnings: string[] };
type Context = {
  settings: Record<string, string | undefined>;
  /** Toast's own total, minor units; null while it is not known. */
  total: number | null;
};

/** Charges, discounts and payment: what Toast can book, and in words what it cannot. */
export function toCheckMoney(order: PosOrder, at: Context): Money {
  const all = [charges(order, at), discounts(order, at), payment(order, at)];
  return {
    parts: Object.assign({}, ...all.map((one) => one.parts)),
    words: all.flatMap((one) => one.words),
    warnings: all.flatMap((one) => one.warnings),
  };
}

/** A delivery fee needs a service charge of the type OPEN (https://doc.toasttab.com/openapi/orders/tag/Data-definitions/schema/AppliedServiceCharge/). */
function charges(order: PosOrder, { settings }: Context): Money {
  const guid = settings.delivery_fee_charge_id;
  const booked = order.charges.filter((charge) => guid && charge.type === 'delivery');
  const told = order.charges.filter((charge) => !booked.includes(charge) && charge.amount > 0);
  const words = told.map(({ name, amount }) => `${name}: ${spokenMoney(amount, order.currency)}`);
  const appliedServiceCharges = booked.map(({ amount }) => ({
    entityType: 'AppliedServiceCharge',
    serviceCharge: toReference(guid ?? '', 'ServiceCharge'),
    chargeAmount: toAmount(amount, order.currency),
  }));
  return {
    parts: booked.length > 0 ? { appliedServiceCharges } : {},
    words: words.map((text) => `${text}, NOT ON THE CHECK: add it`),
    warnings: words.map(
      (text) =>
        `${text} is not on Toast's check: the ticket asks staff to add it. Toast books a delivery fee only through an open service charge, chosen under "Delivery Fee Charge".`,
    ),
  };
}

/** One discount a check, of the type open amount (https://doc.toasttab.com/doc/devguide/apiDiscountingOrders.html): several are added up. */
function discounts(order: PosOrder, { settings }: Context): Money {
  const given = order.discounts.filter(({ amount }) => amount > 0);
  if (given.length === 0) return { parts: {}, words: [], warnings: [] };
  const guid = settings.discount_id;
  const sum = given.reduce((total, { amount }) => total + amount, 0);
  const text = `Discount ${given.map(({ name }) => name).join(' + ')}: -${spokenMoney(sum, order.currency)}`;
  if (!guid) {
    const warning = `${text} was not taken off Toast's check: the ticket asks staff to. Choose an open discount under "Discount".`;
    return { parts: {}, words: [`${text}, NOT ON THE CHECK: take it off`], warnings: [warning] };
  }
  const applied = {
    entityType: 'AppliedDiscount',
    discount: toReference(guid, 'Discount'),
    discountAmount: toAmount(sum, order.currency),
  };
  return { parts: { appliedDiscounts: [applied] }, words: [text], warnings: [] };
}

/** Paid elsewhere: a payment of the type OTHER for Toast's own total, which only the first POST can carry (https://doc.toasttab.com/doc/devguide/apiAddingPaymentsToACheck.html). */
function payment(order: PosOrder, { settings, total }: Context): Money {
  const money = (minor: number) => spokenMoney(minor, order.currency);
  if (order.payment.state !== 'paid') {
    const collect = total === null ? 'UNPAID, collect at the POS price' : `UNPAID, collect ${money(total)}`;
    return { parts: {}, words: [collect], warnings: [] };
  }
  const paid = `PAID${order.payment.method ? ` (${order.payment.method})` : ''}`;
  const guid = settings.prepaid_payment_type_id;
  if (!guid) {
    const tip = order.tip > 0 ? [`Tip already paid: ${money(order.tip)}`] : [];
    const warning =
      'The order is paid, but Toast shows it as open: choose a "Prepaid Payment Type", so that the payment is recorded.';
    return { parts: {}, words: [`${paid} ELSEWHERE, do not collect`, ...tip], warnings: [warning] };
  }
  const other = {
    entityType: 'OrderPayment',
    type: 'OTHER' as const,
    amount: toAmount(total ?? 0, order.currency),
    tipAmount: toAmount(order.tip, order.currency),
    otherPayment: toReference(guid, 'AlternatePaymentType'),
  };
  return { parts: total === null ? {} : { payments: [other] }, words: [paid], warnings: [] };
}
