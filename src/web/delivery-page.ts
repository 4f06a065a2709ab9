import { PRESSES, type PressName } from '../delivery/presses';
import { STANDINGS } from '../order/delivery-standing';
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
    body: html`<p>${STANDINGS[row.state]} (${since})</p>
  ${row.reason === null ? '' : html`<p>${row.reason.message}</p>`}
  ${buttons}
  <pre>${ticketText}</pre>`,
  });
}

const canPress = (action: PageAction, row: DeliveryRecord) => PRESSES[action].press(row, 0) !== null;
