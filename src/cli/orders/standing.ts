import type { DeliveryState } from '../../order/delivery';
import type { DeliveryAnswer, OrderAnswer } from '../api-answers';
import { ticketOf } from '../api-answers';

type Standing = { now: string; next: string };
const ALONE = 'Nothing: it goes on by itself.';

/** What is happening now, and what somebody should do. */
const STANDINGS: Record<DeliveryState, Standing> = {
  pending: { now: 'It is about to be sent.', next: ALONE },
  sending: { now: 'It is being sent this very moment.', next: ALONE },
  held: {
    now: 'It waits.',
    next: 'Answer the question below, change the order or the menu, then try again.',
  },
  unknown: { now: 'It may be in the POS; that is being looked up.', next: 'Do not key it in yet.' },
  verifying: { now: 'It may be in the POS; that is being looked up.', next: 'Do not key it in yet.' },
  retry_wait: {
    now: 'It is not in the POS yet and is tried again.',
    next: 'See that the POS is on. Do not key it in yet.',
  },
  blocked: {
    now: 'The POS does not let OrderWire in.',
    next: 'Connect it again (orderwire connect); then it goes out by itself.',
  },
  refused: { now: 'The POS refused it; a simpler form is tried.', next: ALONE },
  delivered: { now: 'The POS has it.', next: 'Nothing.' },
  delivered_degraded: {
    now: 'The POS has it, parts of it in words only.',
    next: 'Have the kitchen read the lines marked CHECK.',
  },
  confirmed_by_pos: { now: 'The kitchen has it.', next: 'Nothing.' },
  needs_attention: {
    now: 'OrderWire has stopped: a person must see to it.',
    next: 'Look whether the POS has it, then key it in, or send it again: orderwire replay',
  },
  manual_done: { now: 'Somebody keyed it in by hand.', next: 'Nothing.' },
  abandoned: { now: 'Nothing more is sent.', next: 'Nothing.' },
};
const STORED: Standing = {
  now: 'It is stored, and no POS gets it from here.',
  next: 'Key it in, or connect a POS: orderwire connect',
};
const SCHEDULED: Standing = { now: 'It waits for the time to cook it.', next: ALONE };
const CANCELLED: Standing = { now: 'It is cancelled.', next: 'Nothing.' };

/** The last lines about an order. */
export function standingLines(order: OrderAnswer): string[] {
  const ticket = ticketOf(order);
  const { now, next } = standingOf(order, ticket);
  const reason = ticket?.reason;
  return [
    `Now:   ${now}`,
    ...(reason
      ? [`Why:   ${reason.message} (${reason.help.replace('/help', 'docs/troubleshooting.md')})`]
      : []),
    `To do: ${next}`,
  ];
}

function standingOf({ status }: OrderAnswer, ticket: DeliveryAnswer | undefined): Standing {
  if (status === 'cancelled') return CANCELLED;
  if (!ticket) return STORED;
  return ticket.reason?.kind === 'scheduled' ? SCHEDULED : STANDINGS[ticket.state];
}
