import { spokenMoney } from '../order/money';
import { ticketText } from '../order/ticket-text';
import { computedTotal } from '../order/totals';
import type { Step } from './errors';
import { type PosOrder, zoneOf } from './pos-order';

/** A line or option that did not become a catalogue entry, and how its words reached the kitchen all the same. */
export type Unmatched = { path: string; said: string; handled: 'open_item' | 'note' | 'attention' | 'held' };

/** What came of sending an order to a POS: the same shape from every vendor and at every door. Money in minor units. */
export type Receipt = {
  vendor: string;
  /** What the vendor stores as our reference. */
  reference: string;
  pos_order_id: string | null;
  ticket_number: string | null;
  state: 'accepted' | 'queued' | 'preview' | 'not_sent';
  /** Steps done; a half state lacks the last. */
  completed: Step[];
  /** The POS's own total, null where it gives none. */
  pos_total: number | null;
  currency: string;
  sent_to_kitchen: boolean;
  /** null: this POS gives no signal. */
  kitchen_confirmed: boolean | null;
  /** The ticket existed already; nothing new was made. */
  replayed: boolean;
  unmatched: Unmatched[];
  warnings: string[];
  status_text: string;
  reply_text: string;
  staff_text: string;
};

type Facts = Pick<Receipt, 'vendor' | 'reference' | 'pos_order_id' | 'state' | 'completed'> &
  Partial<Omit<Receipt, 'status_text' | 'reply_text' | 'staff_text'>> & { vendorName: string };

/** A receipt from what an adapter knows; the rest is filled in, the texts for people included. */
export function toReceipt(order: PosOrder, { vendorName, ...facts }: Facts): Receipt {
  const sent = facts.state === 'accepted' || facts.state === 'queued';
  const receipt = {
    ticket_number: null,
    pos_total: null,
    currency: order.currency,
    sent_to_kitchen: sent,
    kitchen_confirmed: null,
    replayed: false,
    unmatched: [],
    warnings: [],
    ...facts,
  };
  return { ...receipt, ...receiptTexts(order, receipt, vendorName) };
}

type Told = Pick<
  Receipt,
  'state' | 'ticket_number' | 'pos_order_id' | 'pos_total' | 'currency' | 'replayed' | 'sent_to_kitchen'
>;

function receiptTexts(order: PosOrder, receipt: Told, vendorName: string) {
  const number = receipt.ticket_number ?? receipt.pos_order_id;
  const named = number ? ` #${number}` : '';
  const total = receipt.pos_total ?? order.quoted_total ?? computedTotal(order);
  const price = total === null ? '' : ` Total ${spokenMoney(total, receipt.currency)}.`;
  const status: Record<Receipt['state'], string> = {
    accepted: receipt.replayed
      ? `${vendorName} already has this order as ticket${named}; no second ticket was made.`
      : `${vendorName} has the order as ticket${named}.`,
    queued: `${vendorName} has queued the order and has not yet confirmed that the kitchen has it.`,
    preview: `Preview only: nothing was sent to ${vendorName}.`,
    not_sent: `Nothing was sent to ${vendorName}: send the ticket text to the restaurant.`,
  };
  const unseen =
    receipt.state === 'accepted' && !receipt.sent_to_kitchen ? ' The kitchen does not see it yet.' : '';
  // A later step that is tried too would text it to a guest.
  const answer =
    receipt.state === 'preview' ? 'Test: nothing was ordered.' : 'Thank you! We have your order:';
  return {
    status_text: `${status[receipt.state]}${unseen}${price}`,
    reply_text: `${answer} ${order.items.map((item) => `${item.quantity} ${item.name}`).join(', ')}.${price}`,
    staff_text: ticketText(order, { timezone: zoneOf(order), number: receipt.ticket_number }),
  };
}
