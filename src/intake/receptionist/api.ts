import type { Shop } from '../../order/shop';
import { ApiFailure, type Ask, kindOf, must, type OrderInput, refusalOf } from '../order-api';
import { type Reading, type ReadText, unread } from './reading';

/** What became of an order that was handed in. `why` says in a sentence what stands in the way. */
export type Taken =
  | { outcome: 'taken' | 'taken before'; id: string }
  | { outcome: 'other order'; why: string }
  | { outcome: 'refused' | 'not now'; why: string };

type Extra = { hold?: string | null; history?: boolean };

/** Hands an order in. */
export async function takeOrder(ask: Ask, order: OrderInput, { hold, history }: Extra = {}): Promise<Taken> {
  const query = new URLSearchParams({
    ...(hold && { hold: hold.slice(0, 500) }),
    ...(history && { history: 'true' }),
  });
  const { status, body } = await ask('POST', `/v1/orders?${query}`, order);
  if (status === 201 || status === 200) {
    return { outcome: status === 201 ? 'taken' : 'taken before', id: (body as { id: string }).id };
  }
  const why = refusalOf(body);
  if (status !== 409) return { outcome: 'refused', why: mustBeRefusal(status, why) };
  return { outcome: kindOf(body) === 'reference-used' ? 'other order' : 'not now', why };
}

/** Changes an order; null, or why it cannot be changed any more. `hold`: what must still be settled about it, '' nothing. */
export async function changeOrder(
  ask: Ask,
  id: string,
  { changes, hold }: { changes: object; hold: string },
): Promise<string | null> {
  const query = new URLSearchParams({ answered: 'true', ...(hold && { hold: hold.slice(0, 500) }) });
  const { status, body } = await ask('POST', `/v1/orders/${id}/changes?${query}`, changes);
  if (status === 200) return null;
  return mustBeRefusal(status, refusalOf(body));
}

export async function fetchShops(ask: Ask): Promise<Shop[]> {
  return must<{ data: Shop[] }>(await ask('GET', '/v1/locations')).data;
}

/** The product's own understanding, against the shop's menu; without a menu sentences stay what they are. */
export function readThrough(ask: Ask): ReadText {
  return async (text, location_id) => {
    const answer = await ask('POST', '/v1/orders/parse', { text: text.slice(0, 10_000), location_id });
    return answer.status === 409 ? unread(text) : must<Reading>(answer);
  };
}

/** What is refused stays refused; all else is tried again. */
function mustBeRefusal(status: number, why: string): string {
  if ([400, 404, 409, 413, 422].includes(status)) return why;
  throw new ApiFailure(`The Order API answered ${status}: ${why}`);
}
