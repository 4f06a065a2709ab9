import { spokenMoney } from '../../order/money';
import { type Receipt, toReceipt } from '../../pos/receipt';
import { findVendor } from '../../pos/vendors';
import type { Claim } from '../../store/delivery-records';
import { orderOf } from '../subject';
import type { Rehearsed } from './finding';

/** What came of trying an order out. */
export type Seen = Omit<Rehearsed, 'tip'> & Pick<Receipt, 'reference' | 'unmatched'>;

/** The first words wherever a rehearsed order is told of. */
export const notSent = ({ delivery }: Pick<Claim, 'delivery'>) =>
  `Rehearsal: not sent to ${posName(delivery.vendor)}.`;

/** A receipt that nobody can take for a ticket, and how the order stands in words. */
export function rehearsedReceipt(
  claim: Claim,
  seen: Seen,
): { receipt: Record<string, unknown>; message: string } {
  const { vendor } = claim.delivery;
  const { order } = orderOf(claim);
  const { reference, total, lines, unmatched, findings } = seen;
  const would = total === null ? [] : [`It would have charged ${spokenMoney(total, order.currency)}.`];
  const toFix = findings.map(({ message }) => message);
  const verdict = toFix.length === 0 ? ['Nothing stands in its way.'] : ['To fix:', ...toFix];
  const message = [notSent(claim), ...would, ...verdict].join(' ');
  const receipt = toReceipt(
    { ...order, timezone: claim.shop.timezone, country: claim.shop.country },
    {
      vendor: vendor ?? '',
      vendorName: posName(vendor),
      // No POS keeps a reference of it: another door may still send the same order.
      reference: '',
      pos_order_id: null,
      state: 'not_sent',
      completed: [],
      pos_total: total,
      unmatched,
    },
  );
  const rehearsal: Rehearsed & { reference: string } = { reference, findings, lines, total, tip: order.tip };
  return { receipt: { ...receipt, status_text: message, rehearsal }, message };
}

const posName = (vendor: string | null) => findVendor(vendor ?? '')?.name ?? 'the POS';
