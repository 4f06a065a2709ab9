import { PRESSES, type PressName } from '../delivery/presses';
import type { DeliveryState } from '../order/delivery';
import { html } from '../order/html';
import { localText } from '../order/time';
import type { DeliveryRecord } from '../store/delivery-records';
import { actionPage } from './action-page';

/** What the page offers, in the order in which it does. */
export const PAGE_BUTTONS = {
  resolve: 'I keyed it in',
  retry: 'Try again',
  acknowledge: 'I have seen this',
} satisfies Partial<Record<PressName, string>>;
export type PageAction = keyof typeof PAGE_BUTTONS;

/** Whether a button is still good: alerts can be told to stop at any time, all else only while things stand as they did. */
export const isGood = (action: PageAction, isCurrent: boolean) => isCurrent || action === 'acknowledge';

type Shown = {
  row: DeliveryRecord;
  number: string;
  ticketText: string;
  timezone: string;
  /** Whether things stand as they did when the link was sent. */
  isCurrent: boolean;
  /** What a button has just done. */
  done: string | null;
};

/** The page behind the links in mails: how a delivery stands, the buttons, the ticket. */
export function deliveryPage({ row, number, ticketText, timezone, isCurrent, done }: Shown): string {
  const actions = Object.keys(PAGE_BUTTONS) as PageAction[];
  const offered = actions.filter((action) => isGood(action, isCurrent) && canPress(action, row));
  const buttons = offered.map(
    (action) =>
      html`<form method="post"><button name="action" value="${action}">${PAGE_BUTTONS[action]}</button></form>`,
  );
  const since = localText(new Date(row.updated_at).toISOString(), timezone);
  return actionPage({
    title: `Order #${number}`,
    done,
    body: html`<p>${STATES[row.state]} (${since})</p>
  ${row.reason === null ? '' : html`<p>${row.reason.message}</p>`}
  ${buttons}
  <pre>${ticketText}</pre>`,
  });
}

const canPress = (action: PageAction, row: DeliveryRecord) => PRESSES[action].press(row, 0) !== null;

/** How a delivery stands, for whoever opens the link. */
const STATES: Record<DeliveryState, string> = {
  pending: 'It is about to be sent to the POS.',
  held: 'It waits.',
  sending: 'It is being sent to the POS this very moment.',
  unknown: 'It may be in the POS: OrderWire is looking it up.',
  verifying: 'It may be in the POS: OrderWire is looking it up.',
  retry_wait: 'It is not in the POS yet; OrderWire tries again by itself.',
  blocked: 'The POS does not let OrderWire in: its connection needs repair.',
  refused: 'The POS has refused it.',
  delivered: 'It is in the POS.',
  delivered_degraded: 'It is in the POS, parts of it in words only.',
  confirmed_by_pos: 'It is in the POS, and the kitchen has seen it.',
  needs_attention: 'It is not in the POS, as far as OrderWire knows. Key it in, or let OrderWire try again.',
  manual_done: 'Somebody has keyed it in; OrderWire sends nothing more.',
  abandoned: 'It was given up; OrderWire sends nothing more.',
};
