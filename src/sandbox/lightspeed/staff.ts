import type { StaffAction } from '../notification';
import { PAYMENT_METHODS } from './account';
import { type Check, paidAmount } from './check';
import { totalOf } from './decision';
import type { OrderBook } from './order-book';
import { priceLine } from './pricing';

type Step = (check: Check, at: { book: OrderBook; now: Date }) => boolean;

/**
 * What the register knows, by the statuses that it tells (https://api-docs.lsk.lightspeed.app/operation/operation-onlineordernotification,
 * read 2026-11-24). None of them says that a meal is being cooked.
 */
const STEPS: Record<StaffAction, Step> = {
  start: () => false,
  ready(check, { book, now }) {
    if (check.ready) return false;
    check.ready = true;
    book.announce(check, 'READY_FOR_PICKUP', now);
    return true;
  },
  complete(check, { book, now }) {
    if (takeCash(check, now)) book.announce(check, 'CHECK_WAS_UPDATED', now);
    check.ended = { as: 'closed', at: now };
    book.announce(check, 'CLOSED', now);
    return true;
  },
  cancel(check, { book, now }) {
    check.ended = { as: 'cancelled', at: now };
    book.announce(check, 'CANCELLED', now);
    return true;
  },
};

/** Staff move a check on; false where the POS holds none by this id or has closed it. */
export function act(
  book: OrderBook,
  { ticketId, action, now }: { ticketId: string; action: StaffAction; now: Date },
): boolean {
  const check = book.findCheck(ticketId);
  return check !== undefined && !check.ended && STEPS[action](check, { book, now });
}

/** A guest orders a drink at the counter: a check of the register's own, open until it is paid. */
export function ringUp(book: OrderBook, now: Date): string {
  return book.ringUp([priceLine({ sku: 'COKE', quantity: 1 })], now).accountId;
}

/** What is still owed, paid in cash; false where nothing is. */
function takeCash(check: Check, at: Date): boolean {
  const amount = totalOf(check.lines) - paidAmount(check);
  if (amount <= 0) return false;
  const code = 'CASH';
  const description = PAYMENT_METHODS[code] ?? code;
  check.payments.push({ code, description, amount, tip: 0, reference: '', at });
  return true;
}
