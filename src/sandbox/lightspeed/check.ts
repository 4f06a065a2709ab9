import { ACCOUNT } from './account';
import type { PaymentLine } from './decision';
import { totalOf } from './decision';
import type { SaleLine } from './pricing';

/** An order that the POS holds: Lightspeed calls it an account, staff call it a check. */
export type Check = {
  accountId: string;
  sequence: number;
  name: string;
  openedAt: Date;
  lines: SaleLine[];
  payments: PaymentLine[];
  tableNumber?: number;
  clientCount?: number;
  /** Whose name stands on it. */
  staffName: string;
  /** Staff have said that it can be picked up. */
  ready?: true;
  /** Absent while the check is open. */
  ended?: { as: 'closed' | 'cancelled'; at: Date };
};

type Money = (minor: number) => number | string;
/** The API writes amounts as numbers, its notifications as text ("4.00"). */
const asNumber: Money = (minor) => minor / 100;
const asText: Money = (minor) => (minor / 100).toFixed(2);

export const isCancelled = ({ ended }: Check): boolean => ended?.as === 'cancelled';

export const paidAmount = (check: Check): number =>
  check.payments.reduce((sum, payment) => sum + payment.amount, 0);

/** The check as the API shows it. Our reference is not among its documented fields. */
export const toSnapshot = (check: Check) => snapshot(check, asNumber);
/** The check as it stands inside a notification. */
export const toNotifiedSnapshot = (check: Check) => snapshot(check, asText);

function snapshot(check: Check, money: Money) {
  const entryId = ACCOUNT.businessLocationId + check.sequence * 1000;
  let count = 0;
  const toEntry = (line: SaleLine): Record<string, unknown> => {
    count += 1;
    return {
      id: entryId + count,
      itemName: line.name,
      itemSku: line.sku,
      unitAmount: money(line.unit),
      grossUnitAmount: money(line.unit),
      quantity: line.quantity,
      modifiers: line.instructions.map((name) => ({ name, quantity: 1 })),
      amountWithTax: money(line.unit * line.quantity - (line.discount?.amount ?? 0)),
      amountLessTax: money(line.unit * line.quantity - (line.discount?.amount ?? 0)),
      discountedAmount: money(line.discount?.amount ?? 0),
      timeOfTransactionUtc: check.openedAt.toISOString(),
      active: !isCancelled(check),
      taxIncluded: false,
      subLineItems: line.subLines.map(toEntry),
    };
  };
  return {
    ikaccountId: check.accountId,
    name: check.name,
    openDate: check.openedAt.toISOString(),
    ...(check.ended && { closeDate: check.ended.at.toISOString() }),
    clientCount: check.clientCount ?? 1,
    paidAmount: money(paidAmount(check)),
    serviceCharge: money(0),
    currentAmount: money(isCancelled(check) ? 0 : totalOf(check.lines)),
    staffName: check.staffName,
    staffId: ACCOUNT.staffId,
    salesEntries: check.lines.map(toEntry),
    paymentEntries: check.payments.map((payment) => ({
      paymentMethodDescription: payment.description,
      externalReference: payment.reference,
      paymentMethodCode: payment.code,
      amountPaid: money(payment.amount),
      paymentDate: payment.at.toISOString(),
      active: true,
    })),
    ...(check.tableNumber !== undefined && { tableNumber: check.tableNumber }),
    posId: ACCOUNT.posId,
  };
}

/** The words that a ticket prints under a line: product modifiers with their count, then production instructions. */
export function optionTexts(line: SaleLine): string[] {
  const nested = line.subLines.flatMap((sub) => [
    sub.quantity > 1 ? `${sub.name} ×${sub.quantity}` : sub.name,
    ...optionTexts(sub),
  ]);
  return [...nested, ...line.instructions];
}
