import { spokenMoney } from '../../order/money';
import { paymentText } from '../../order/ticket-text';
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
  const given = [charges(order, at), discounts(order, at)];
  const complete = given.every(({ warnings }) => warnings.length === 0);
  // What staff add or take off by hand changes what is to be collected: no figure is better than a wrong one.
  const paid = payment(order, at, complete ? at.total : null);
  const all = [...given, paid];
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
    words: words.map((text) => `${text}, NOT ON THE CHECK: ${isPaid(order) ? 'paid elsewhere' : 'add it'}`),
    warnings: words.map(
      (text) =>
        `${text} is not on Toast's check, only on the ticket. Toast books a delivery fee only through an open service charge, chosen under "Delivery Fee Charge".`,
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
    const warning = `${text} was not taken off Toast's check, it is only on the ticket. Choose an open discount under "Discount".`;
    return {
      parts: {},
      words: [`${text}, NOT ON THE CHECK: ${isPaid(order) ? 'already given' : 'take it off'}`],
      warnings: [warning],
    };
  }
  const applied = {
    entityType: 'AppliedDiscount',
    discount: toReference(guid, 'Discount'),
    discountAmount: toAmount(sum, order.currency),
  };
  return { parts: { appliedDiscounts: [applied] }, words: [text], warnings: [] };
}

/** Paid elsewhere: a payment of the type OTHER for Toast's own total, which only the first POST can carry (https://doc.toasttab.com/doc/devguide/apiAddingPaymentsToACheck.html). */
function payment(order: PosOrder, { settings, total }: Context, toCollect: number | null): Money {
  const money = (minor: number) => spokenMoney(minor, order.currency);
  if (!isPaid(order)) return { parts: {}, words: [paymentText(order, toCollect)], warnings: [] };
  const paid = paymentText(order, null);
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
  const nothing = total === null || total + order.tip === 0;
  return { parts: nothing ? {} : { payments: [other] }, words: [paid], warnings: [] };
}

function isPaid(order: PosOrder): boolean {
  return order.payment.state === 'paid';
}
