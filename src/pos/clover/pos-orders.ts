import { PosError } from '../errors';
import { asText } from '../json';
import type { SeenOrder } from '../webhook';
import type { CloverSession } from './api';
import { fetchOrder, isDeleted, wantsPrint } from './find';
import { readAll } from './pages';
import { SEEN_FIELDS, toSeenOrder } from './seen';

/** An order as Clover has it now; undefined for one that was deleted, that is unfinished, or that another merchant has. */
export async function fetchPosOrder(id: string, session: CloverSession): Promise<SeenOrder | undefined> {
  const found = await fetchOrder(session, id, { afterCreation: false, expand: SEEN_FIELDS });
  if (!found || asText(found.state) === undefined) return undefined;
  const seen = toSeenOrder(found, { prints: wantsPrint(session) });
  if (seen) return seen;
  const message =
    'Clover has this order in a state that OrderWire does not know. Look at it in the Orders app.';
  throw new PosError('unclear', 'clover', message, { code: 'UNKNOWN_STATE' });
}

/**
 * What changed, by Clover's own filter (https://docs.clover.com/docs/applying-filters, read 2026-11-24). Deleted orders are in no list:
 * of those only the webhook tells. What has no state we know is left out.
 */
export async function listPosOrders(since: string, session: CloverSession): Promise<SeenOrder[]> {
  const filter = encodeURIComponent(`modifiedTime>=${Date.parse(since)}`);
  const listed = await readAll(session, `/orders?filter=${filter}&expand=${SEEN_FIELDS}`);
  const prints = wantsPrint(session);
  return listed.filter((one) => !isDeleted(one)).flatMap((one) => toSeenOrder(one, { prints }) ?? []);
}
