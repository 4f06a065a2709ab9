import { hasArrived } from '../../order/delivery';
import { spokenMoney } from '../../order/money';
import type { DeliveryAnswer, LookupAnswer, OrderAnswer, ReceiptAnswer } from '../api-answers';
import type { Reply } from '../door';

/** One line of the table; `well` null: this POS gives no sign. */
export type Finding = { what: string; seen: string; well: boolean | null };

export function sent(delivery: DeliveryAnswer): Finding {
  const { receipt, reason, state } = delivery;
  const well = hasArrived(delivery);
  return {
    what: 'sent',
    seen: well ? (receipt?.status_text ?? 'yes') : `${state}: ${reason?.message ?? ''}`,
    well,
  };
}

export function found({ status, body }: Reply): Finding {
  const what = 'found in the POS';
  if (status >= 400) return { what, seen: (body as { detail: string }).detail, well: false };
  const { receipt, asked } = body as LookupAnswer;
  if (!asked) return { what, seen: 'this POS cannot be asked', well: null };
  return { what, seen: receipt ? `yes, ticket #${numberOf(receipt)}` : 'no', well: receipt !== null };
}

/** `printed` as somebody in the kitchen said; null: nobody was asked. */
export function printed(said: boolean | null, confirmed: boolean | null | undefined): Finding {
  if (said !== null) return { what: 'printed once', seen: said ? 'yes, you say' : 'NO, you say', well: said };
  const signs = new Map([
    [true, 'the POS says that the kitchen has it'],
    [false, 'not yet, says the POS'],
  ]);
  const seen = signs.get(confirmed as boolean) ?? 'this POS gives no sign: look at the printer';
  return { what: 'printed once', seen, well: confirmed === true ? true : null };
}

/** Tax and fees of the POS come on top of the dish alone; less than it would be wrong. */
export function totals(
  { totals: told, currency }: OrderAnswer,
  pos_total: number | null | undefined,
): Finding {
  const what = 'told / POS total';
  const money = (amount: number | null | undefined) => (amount == null ? '?' : spokenMoney(amount, currency));
  const well = pos_total == null || told.computed === null ? null : pos_total >= told.computed;
  return { what, seen: `${money(told.computed)} / ${money(pos_total)}`, well };
}

const CANCELS: Record<string, (ticket: string) => Omit<Finding, 'what'>> = {
  not_sent_yet: () => ({ seen: 'nothing was sent', well: null }),
  voided: () => ({ seen: 'voided', well: true }),
  cancel_ticket_sent: (ticket) => ({
    seen: `the kitchen has a CANCELLED ticket; cancel it in the POS: ${ticket}`,
    well: null,
  }),
  call_the_shop: (ticket) => ({ seen: `cancel it in the POS: ${ticket}`, well: false }),
};

export function cancelled(outcome: string, receipt: ReceiptAnswer | null): Finding {
  const ticket = receipt ? `ticket #${numberOf(receipt)}` : 'it may be there';
  return { what: 'cancelled', ...(CANCELS[outcome]?.(ticket) ?? { seen: outcome, well: false }) };
}

const numberOf = ({ ticket_number, pos_order_id, reference }: ReceiptAnswer) =>
  ticket_number ?? pos_order_id ?? reference ?? '?';
