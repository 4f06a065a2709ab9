import { PosError } from '../errors';
import { asObject, type Json, requireText } from '../json';
import { type PosOrder, referenceOf } from '../pos-order';
import type { Receipt } from '../receipt';
import { type SquareSession, write } from './api';
import { isPaidAlready, isUsedKey } from './errors';
import { fetchOrder, findByReference } from './find';
import { toSquareOrder } from './order';
import { collectText, tenderWarnings, toSettlement, type UnpaidPolicy } from './payment';
import { isCanceled, isPaid, receiptOf, totalOf } from './placed';
import { calculate } from './quote';

type Created = { square: Json; warnings: string[]; replayed: boolean };

/** The total is asked first, so that the ticket can say what to collect; then the order is created under its own key. */
export async function createOrder(
  order: PosOrder,
  session: SquareSession,
  policy: UnpaidPolicy,
): Promise<Created> {
  const draft = toSquareOrder(order, session);
  const priced = await calculate(draft.order, session);
  const collect = policy === 'leave_open' ? null : collectText(order, totalOf(priced));
  const { order: body, warnings } = toSquareOrder(order, { ...session, collect });
  try {
    const reply = await write(session, 'POST', '/v2/orders', {
      idempotency_key: body.reference_id,
      order: body,
    });
    return { square: asObject(asObject(reply).order), warnings, replayed: false };
  } catch (error) {
    if (!isUsedKey(error)) throw error;
    const existing = await findByReference(order, session);
    if (!existing) throw usedButUnseen();
    return { square: existing, warnings: [OTHER_WORDS], replayed: true };
  }
}

const OTHER_WORDS =
  'Another run had sent this order before, in other words: its ticket stands, and what differs here is not on it.';

function usedButUnseen(): PosError {
  return new PosError(
    'unclear',
    'square',
    'Square has used this reference before, but the ticket was not found yet. It is looked up again before anything is sent.',
    { code: 'IDEMPOTENCY_KEY_REUSED' },
  );
}

/** Pays what is due; a failure here leaves a half state that the next attempt completes without a second order. */
export async function payFor(
  order: PosOrder,
  session: SquareSession,
  created: Created & { policy: UnpaidPolicy },
): Promise<Receipt> {
  const { square: placed, policy, warnings } = created;
  const id = requireText(placed.id, 'square', 'order id');
  // Square answers a repeated key with the first order: one that is paid already was ours before.
  if (isPaid(placed) || isCanceled(placed))
    return receiptOf(order, session, placed, { replayed: true, warnings });
  const total = totalOf(placed);
  // Nothing is booked for a total of 0, and only so does the kitchen see it: the choice is about money.
  if (policy === 'leave_open' && total !== 0) return receiptOf(order, session, placed, created);
  const due = { id, total: total ?? 0, policy };
  const now = await pay(order, session, due).catch((error: unknown) => paidMeanwhile(error, session, id));
  return receiptOf(
    order,
    session,
    { ...placed, ...now },
    { ...created, warnings: [...warnings, ...tenderWarnings(order, due)] },
  );
}

async function pay(
  order: PosOrder,
  session: SquareSession,
  due: { id: string; total: number; policy: UnpaidPolicy },
): Promise<Json> {
  const reference = referenceOf(order, { vendor: 'square', posLocation: session.posLocation });
  const { path, body } = toSettlement(order, { ...due, reference, locationId: session.posLocation });
  await write(session, 'POST', path, body);
  return { paid: true };
}

/** Another door may have paid the same order a moment ago, or staff cancelled it: then that is how it stands, whatever Square said to us. */
async function paidMeanwhile(error: unknown, session: SquareSession, id: string): Promise<Json> {
  if (!(error instanceof PosError)) throw error;
  if (isPaidAlready(error)) return { paid: true };
  const half = error.after({ pos_order_id: id, completed: ['order'] });
  if (error.kind !== 'rejected') throw half;
  const now = await fetchOrder(session, id).catch(() => ({}));
  if (isPaid(now) || isCanceled(now)) return now;
  throw isUsedKey(error) ? new PosError('unclear', 'square', PAYING, half.details) : half;
}

const PAYING =
  'The order is in Square and its payment is being recorded by another run. It is looked up again.';
