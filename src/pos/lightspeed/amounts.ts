import { spokenMoney } from '../../order/money';
import { paymentText } from '../../order/ticket-text';
import { computedTotal } from '../../order/totals';
import type { PosOrder } from '../pos-order';
import type { LightspeedOrder } from './api';
import { type Line, type Lines, toAmount } from './lines';

type Settings = Record<string, string | undefined>;

/** Lightspeed has no field for charges: the delivery fee is an item of its menu, what has none is written on the ticket. */
export function toChargeLines(order: PosOrder, settings: Settings): Lines {
  const { currency } = order;
  const parts = order.charges.map(({ type, name, amount }): Lines => {
    const sku = type === 'delivery' ? settings.delivery_fee_sku : undefined;
    if (sku) {
      const item = { sku, quantity: 1, customItemPrice: toAmount(amount, currency) };
      return { lines: [{ item, unitPrice: null }], notes: [], warnings: [] };
    }
    const said = `${name} ${spokenMoney(amount, currency)}`;
    const hint = type === 'delivery' ? ' Set Delivery Fee SKU.' : '';
    return {
      lines: [],
      notes: [`CHARGE: ${said}`],
      warnings: [
        `Lightspeed has no field for a charge: ${said} is on the ticket only, not in its total.${hint}`,
      ],
    };
  });
  return {
    lines: parts.flatMap(({ lines }) => lines),
    notes: parts.flatMap(({ notes }) => notes),
    warnings: parts.flatMap(({ warnings }) => warnings),
  };
}

/**
 * A discount belongs to one item in Lightspeed: each goes to a single item that costs at least as much, under the configured code
 * (a "manual discount" of the Back Office); what finds none is written on the ticket.
 */
export function withDiscounts(order: PosOrder, lines: Line[], settings: Settings): Lines {
  const code = settings.discount_code;
  let discounted = lines;
  const unplaced = order.discounts.filter(({ amount }) => {
    const at = code ? discounted.findIndex((line) => canCarry(line, amount)) : -1;
    if (at < 0) return true;
    const override = { discountCode: code, discountAmountOverride: toAmount(amount, order.currency) };
    discounted = discounted.map((line, index) =>
      index === at ? { ...line, item: { ...line.item, ...override } } : line,
    );
    return false;
  });
  const said = unplaced.map(({ name, amount }) => `${name} -${spokenMoney(amount, order.currency)}`);
  const why = code ? 'no single item costs as much' : 'no Discount Code is set';
  return {
    lines: discounted,
    notes: said.map((text) => `DISCOUNT: ${text}`),
    warnings: said.map((text) => `${text} is on the ticket only, not in Lightspeed's total: ${why}.`),
  };
}

function canCarry({ item, unitPrice }: Line, amount: number): boolean {
  return item.quantity === 1 && item.discountCode === undefined && unitPrice !== null && unitPrice >= amount;
}

type Paid = { payment?: LightspeedOrder['payment']; note: string; warnings: string[] };

/**
 * What was paid elsewhere, recorded with the order. Here `paymentAmount` includes the tip (the separate payment call excludes it:
 * https://api-docs.lsk.lightspeed.app/operation/operation-apemakepayment). Unpaid: the check stays open on the POS.
 */
export function toPayment(order: PosOrder, settings: Settings): Paid {
  const note = paymentText(order, null);
  if (order.payment.state === 'unpaid') return { note, warnings: [] };
  const total = order.quoted_total ?? computedTotal(order);
  if (total !== null && total + order.tip === 0) return { note, warnings: [] };
  const paymentMethod = settings.payment_method_code;
  if (paymentMethod && total !== null) {
    const tip = order.tip > 0 && { tipAmount: toAmount(order.tip, order.currency) };
    const paymentAmount = toAmount(total + order.tip, order.currency);
    return { payment: { paymentMethod, paymentAmount, ...tip }, note, warnings: [] };
  }
  const tip = order.tip > 0 ? `, tip ${spokenMoney(order.tip, order.currency)} paid` : '';
  const why = paymentMethod ? 'the order has no total' : 'no Payment Method Code is set';
  return {
    note: `${note}${tip}`,
    warnings: [`The payment is on the ticket only, and the check stays open in Lightspeed: ${why}.`],
  };
}
