import { PosError } from '../errors';
import { asObject, asText, type Json, requireText } from '../json';
import type { PosOrder } from '../pos-order';
import { type CloverSession, regionOf, write } from './api';
import { createCustom } from './custom';
import { earliest, findAll } from './find';
import { toCart, toDraft } from './order';
import { chooseOrderType } from './order-type';

export type Created = {
  placed: Json;
  /** Another door's order, found while ours was being made: ours is gone, and this one is not ours to print. */
  taken: boolean;
  warnings: string[];
};

/** Makes the order the way its region has: at once in the United States and Canada, step by step elsewhere. */
export async function createOrder(order: PosOrder, session: CloverSession): Promise<Created> {
  const type = await chooseOrderType(order, session);
  const draft = toDraft(order, { ...session, orderTypeId: type.id });
  const warnings = [...type.warnings, ...draft.warnings];
  if (regionOf(session.settings) === 'us') {
    return { placed: await createAtomic(session, toCart(draft)), taken: false, warnings };
  }
  const isTaken = async () => {
    const [first] = await findAll(order, session, { since: earliest(order, session), afterCreation: true });
    return first;
  };
  return { ...(await createCustom(draft, session, isTaken)), warnings };
}

/** One call makes the order (https://docs.clover.com/reference/ordercreateatomicorder); one that is not open yet is opened. */
async function createAtomic(session: CloverSession, body: unknown): Promise<Json> {
  const placed = asObject(await write(session, { method: 'POST', path: '/atomic_order/orders', body }));
  const id = requireText(placed.id, 'clover', 'order id');
  if (asText(placed.state)) return placed;
  const path = `/orders/${encodeURIComponent(id)}`;
  const opened = await half(id, () => write(session, { method: 'POST', path, body: { state: 'open' } }));
  return { ...placed, ...asObject(opened) };
}

/** Whatever fails once the order exists is a half state, which the next attempt completes; "nothing was sent" would be untrue. */
export async function half<T>(id: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof PosError)) throw error;
    const told =
      error.kind === 'unreachable' ? new PosError('unclear', 'clover', CUT_OFF, error.details) : error;
    throw told.after({ pos_order_id: id, completed: ['order'] });
  }
}

const CUT_OFF =
  'Clover took the order and could then not be reached: it is not printed yet. It is looked up and completed.';
