import {
  DEFAULT_PAYMENT_METHOD,
  ORDER_PROFILES,
  type OrderProfile,
  PAYMENT_METHODS,
  TABLES,
} from './account';
import type { LightspeedOrder } from './order-shape';
import { lineTotal, PosRefusal, priceLine, type SaleLine } from './pricing';

export type PaymentLine = {
  code: string;
  description: string;
  amount: number;
  tip: number;
  reference: string;
  at: Date;
};

/** What the POS makes of an order when it takes it. */
export type Taken = { profile: OrderProfile; lines: SaleLine[]; payment?: PaymentLine };
export type Decision = Taken | { refused: string };

export type OrderKind = 'toGo' | 'local';

/** Decides as the POS does, after the API has answered `ok`: every refusal here reaches the caller only by webhook. */
export function decide(kind: OrderKind, order: LightspeedOrder, at: Date): Decision {
  try {
    return take(kind, order, at);
  } catch (error) {
    if (error instanceof PosRefusal) return { refused: error.message };
    throw error;
  }
}

function take(kind: OrderKind, order: LightspeedOrder, at: Date): Taken {
  const profile = findProfile(kind, order);
  const table = order.tableNumber;
  if (table !== undefined && !TABLES.some(({ number }) => String(number) === table))
    throw new PosRefusal(`Table ${table} does not exist`);
  const lines = (order.items ?? []).map((line) => priceLine(line));
  if (lines.length === 0) throw new PosRefusal('The order has no items');
  const due = totalOf(lines);
  if (due < 0) throw new PosRefusal('The order total is below zero');
  return { profile, lines, payment: order.payment && toPayment(order, due, at) };
}

/** What the guest owes for these lines, discounts taken off. */
export function totalOf(lines: SaleLine[]): number {
  return lines.reduce((sum, line) => sum + lineTotal(line) - (line.discount?.amount ?? 0), 0);
}

function findProfile(kind: OrderKind, order: LightspeedOrder): OrderProfile {
  const fallback = kind === 'toGo' ? ORDER_PROFILES[0].code : 'DINEIN';
  const code = order.accountProfileCode ?? fallback;
  const profile = ORDER_PROFILES.find((each) => each.code === code);
  if (!profile) throw new PosRefusal(`Order profile "${code}" is not known`);
  return profile;
}

/** `paymentAmount` includes the tip, unlike that of `/pay`. */
function toPayment(order: LightspeedOrder, due: number, at: Date): PaymentLine {
  const { paymentMethod = DEFAULT_PAYMENT_METHOD, paymentAmount = 0, tipAmount = 0 } = order.payment ?? {};
  const description = PAYMENT_METHODS[paymentMethod];
  if (!description) throw new PosRefusal(`Payment method "${paymentMethod}" is not known`);
  const tip = Math.round(tipAmount * 100);
  const amount = Math.round(paymentAmount * 100) - tip;
  if (amount < 0) throw new PosRefusal('the tip is greater than the payment that should include it');
  if (amount > due) throw new PosRefusal('the payment amount is greater than the amount due');
  return { code: paymentMethod, description, amount, tip, reference: order.thirdPartyReference, at };
}
