import { type DeliveryState, wasRehearsed } from '../../order/delivery';
import { type DeliveryAnswer, type LookupAnswer, type OrderAnswer, ticketOf } from '../api-answers';
import { type Door, must } from '../door';

/** What a replay does with an order: only `send` is sent. */
export type Fate = 'send' | 'there' | 'by hand' | 'cancelled' | 'waits' | 'not sent' | 'unsure';
export type Planned = { order: OrderAnswer; ticket: DeliveryAnswer | undefined; fate: Fate; why: string };
export type Where = {
  door: Door;
  /** The one that is asked for; else each order's own. */
  connection_id?: string;
};

const WAITS = { fate: 'waits', why: 'OrderWire is at work on it by itself' } as const;
const THERE = { fate: 'there', why: 'delivered' } as const;

/** What a ticket's state says; null: the POS is asked. */
const OF_STATE: Record<DeliveryState, Pick<Planned, 'fate' | 'why'> | null> = {
  pending: WAITS,
  sending: WAITS,
  unknown: WAITS,
  verifying: WAITS,
  retry_wait: WAITS,
  refused: WAITS,
  held: { fate: 'waits', why: 'for its hour, or for an answer: see orderwire orders show' },
  blocked: { fate: 'waits', why: 'for its connection, which must be repaired' },
  delivered: THERE,
  delivered_degraded: THERE,
  confirmed_by_pos: THERE,
  needs_attention: null,
  manual_done: { fate: 'by hand', why: 'somebody keyed it in' },
  abandoned: { fate: 'not sent', why: 'somebody gave it up' },
};

/** Decides what is to be done; whatever is nowhere by our own books is looked up at the POS first. */
export async function plan(order: OrderAnswer, where: Where): Promise<Planned> {
  const ticket = ticketOf(order, where.connection_id);
  const decided = byTheBooks(order, ticket) ?? (await atThePos(order, ticket, where));
  return { order, ticket, ...decided };
}

function byTheBooks({ status, test }: OrderAnswer, ticket: DeliveryAnswer | undefined) {
  if (status === 'cancelled') return { fate: 'cancelled', why: 'it was cancelled' } as const;
  if (test) return { fate: 'not sent', why: 'it is a test' } as const;
  if (ticket && wasRehearsed(ticket)) return { fate: 'not sent', why: 'it was only rehearsed' } as const;
  const known = ticket ? OF_STATE[ticket.state] : null;
  const number = ticket?.receipt?.ticket_number;
  return known && { ...known, why: number ? `${known.why}, ticket #${number}` : known.why };
}

async function atThePos(
  { id }: OrderAnswer,
  ticket: DeliveryAnswer | undefined,
  { door, connection_id }: Where,
): Promise<Pick<Planned, 'fate' | 'why'>> {
  const asked = connection_id ?? ticket?.destination.connection_id;
  const reply = await door.call('POST', `/v1/orders/${id}/lookup`, asked ? { connection_id: asked } : {});
  if (reply.status >= 400) return { fate: 'unsure', why: (reply.body as { detail: string }).detail };
  const answer = must<LookupAnswer>(reply);
  if (answer.found) {
    const number = answer.receipt?.ticket_number;
    return { fate: 'there', why: `the POS has it${number ? `, ticket #${number}` : ''}` };
  }
  const why = answer.asked
    ? 'the POS does not have it'
    : 'under its own reference, which makes no second ticket';
  return { fate: 'send', why };
}
