import { isTicket, wasRehearsed } from '../order/delivery';
import { itemText } from '../order/flat';
import type { DeliveryRecord, NewDelivery, Subject } from '../store/delivery-records';
import { shopClock, type Timing } from './timing';

type Context = { now: number; newId: (prefix: string) => string; timing: Timing };

/** A ticket in the POS is there, or may be. */
export const isThere = (row: DeliveryRecord) =>
  isTicket(row) && !wasRehearsed(row) && (row.unproved || row.receipt !== null);

/** Takes the ticket back: out of the POS where that is possible, else by a ticket that says so. */
export function cancelRow(
  row: DeliveryRecord,
  { order }: Subject,
  reason: string | null,
  context: Context,
): NewDelivery {
  const lines = [...(reason ? [reason] : []), ...(order?.order.items.map(itemText) ?? [])];
  return noticeRow(row, { purpose: 'cancel', suffix: '-x', lines, order }, context);
}

/** Tells the kitchen what is different about a ticket that it has. */
export function changeRow(
  row: DeliveryRecord,
  { order }: Subject,
  { n, lines }: { n: number; lines: string[] },
  context: Context,
): NewDelivery {
  return noticeRow(row, { purpose: 'change', suffix: `-c${n}`, lines, order }, context);
}

type Notice = { purpose: 'cancel' | 'change'; suffix: string; lines: string[]; order: Subject['order'] };

function noticeRow(row: DeliveryRecord, notice: Notice, { now, newId, timing }: Context): NewDelivery {
  const { purpose, suffix, lines, order } = notice;
  const ticket = row.receipt?.ticket_number ?? order?.number ?? '';
  return {
    id: newId('dlv'),
    kind: 'pos',
    lane: row.lane,
    target: row.target,
    vendor: row.vendor,
    purpose,
    suffix,
    payload: { ticket, lines, receipt: row.receipt },
    next_attempt_at: now,
    alert_at: now + shopClock(30, timing),
    deadline_at: now + shopClock(120, timing),
  };
}
