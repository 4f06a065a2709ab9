import { html } from '../order/html';
import { actionPage } from './action-page';

/** What can be said about an order that looks like another. */
export const TWIN_BUTTONS = {
  new: 'A new order: make it too',
  same: 'The same order: drop this one',
} as const;
export type TwinAnswer = keyof typeof TWIN_BUTTONS;

type Shown = {
  number: string;
  ticketText: string;
  /** What it waits for; null: it waits no more. */
  question: string | null;
  done: string | null;
};

/** The page that asks whether an order is the same as another one, or new. */
export function twinPage({ number, ticketText, question, done }: Shown): string {
  const answers = question === null ? [] : Object.entries(TWIN_BUTTONS);
  const buttons = answers.map(
    ([answer, label]) =>
      html`<form method="post"><button name="answer" value="${answer}">${label}</button></form>`,
  );
  return actionPage({
    title: `Order #${number}`,
    done,
    body: html`<p>${question ?? 'It is decided already.'}</p>
  ${buttons}
  <pre>${ticketText}</pre>`,
  });
}
