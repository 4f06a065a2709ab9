import { DELIVERY_EVENTS, type DeliveryEvent } from '../../delivery/next-step';

/** What one entry of the history is about. */
export type Facts = {
  /** The POS by its name. */
  pos: string;
  /** `, ticket #14`, or nothing. */
  ticket: string;
  /** `: because`, or nothing. */
  why: string;
};
type Words = (facts: Facts) => string | null;
/** What is noted about a delivery that stays where it is. */
export const NOTES = [
  'alerted',
  'acknowledged',
  'answered',
  'asked_again',
  'changed',
  'deadline_waits',
  'lease_renewed',
  'message_status',
  'not_confirmed',
  'rescheduled',
  'seen_late',
  'status',
  'taken_back',
] as const;
type Note = (typeof NOTES)[number];

/** What happened to a ticket, for whoever runs the restaurant; null: nothing that concerns anybody. */
const TICKET: Record<DeliveryEvent | Note, Words> = {
  start: ({ pos }) => `It is being sent to ${pos}.`,
  interrupted: () => 'OrderWire was stopped while it was sending; what came of it is looked up.',
  verify: ({ pos }) => `${pos} is asked whether it has the order.`,
  release: () => 'It is time to cook it: it goes out now.',
  repaired: ({ pos }) => `${pos} lets OrderWire in again; it goes on.`,
  rehearsed: ({ pos }) => `It was rehearsed: nothing was sent to ${pos}. Key it in as ever.`,
  degrade: () => 'It is sent once more in a simpler form.',
  out_of_time: () =>
    'Time was up: the ticket to key in by hand went out. OrderWire sends nothing more by itself.',
  delivered: ({ pos, ticket }) => `${pos} has it${ticket}.`,
  delivered_degraded: ({ pos, ticket }) => `${pos} has it${ticket}, parts of it in words only.`,
  rejected: ({ pos, why }) => `${pos} refused it${why}`,
  held: ({ why }) => `Nothing is sent before a question is answered${why}`,
  throttled: ({ pos }) => `${pos} asks to slow down; it is tried again.`,
  unreachable: ({ pos }) => `${pos} could not be reached; it is tried again.`,
  unclear: ({ pos }) => `${pos} fell silent. It may have the order, so it is looked up first.`,
  credentials: ({ pos, why }) => `${pos} does not let OrderWire in${why}`,
  absent: ({ pos }) => `${pos} surely does not have it.`,
  unverifiable: ({ pos }) => `Nobody can tell whether ${pos} has it; a person must look.`,
  seen: ({ pos, ticket }) => `${pos} shows the order${ticket}.`,
  confirmed: () => 'The kitchen has seen it.',
  revoked: ({ pos, why }) => `${pos} turned it down after all${why}`,
  retry: () => 'Somebody pressed Try again.',
  resolve: () => 'Somebody keyed it in by hand.',
  abandon: () => 'It was given up; nothing more is sent.',
  alerted: () => 'The restaurant was told that it is not in the POS yet.',
  acknowledged: () => 'Somebody has seen the alert.',
  answered: () => 'The order was changed, which answers the question: it goes out.',
  changed: ({ pos }) => `The order was changed; ${pos} is told.`,
  rescheduled: () => 'It goes out at another time.',
  taken_back: ({ pos }) => `The order was cancelled; it is taken out of ${pos}, or the kitchen is told.`,
  not_confirmed: ({ pos }) => `${pos} has not said that the kitchen has seen it.`,
  seen_late: ({ pos }) =>
    `${pos} has it after all, although somebody keyed it in: void one of the two tickets.`,
  asked_again: () => null,
  deadline_waits: () => null,
  lease_renewed: () => null,
  message_status: () => null,
  status: () => null,
};
/** What happened to a mail: only its end is of interest. */
const MAIL: Partial<Record<DeliveryEvent, (mail: string, why: string) => string>> = {
  delivered: (mail) => `E-mail sent: ${mail}.`,
  rejected: (mail, why) => `E-mail refused (${mail})${why}`,
  unreachable: (mail) => `The mail server does not take ${mail} yet; it is tried again.`,
};
const MAILS: Record<string, string> = {
  new_order: 'the new order',
  alert: 'an alert',
  fallback: 'the ticket to key in by hand',
};
const TITLES: Record<string, string> = { cancel: 'CANCELLED ticket: ', change: 'CHANGE ticket: ' };

/** What a ticket's event means; null where it means nothing to a person. */
export function ticketWords(event: string, purpose: string, facts: Facts): string | null {
  const known = [...DELIVERY_EVENTS, ...NOTES].find((name) => name === event);
  const words = known ? TICKET[known](facts) : event.replaceAll('_', ' ');
  return words && `${TITLES[purpose] ?? ''}${words}`;
}

/** What a mail's event means; null where it means nothing to a person. */
export function mailWords(event: string, purpose: string, { why }: Facts): string | null {
  return MAIL[event as DeliveryEvent]?.(MAILS[purpose] ?? purpose, why) ?? null;
}
