import { asList, asText } from '../json';
import type { Receipt } from '../receipt';
import type { SeenOrder } from '../webhook';
import { type LightspeedSession, read } from './api';
import { toSeenOrder } from './check';
import { collectionCode } from './order';
import { locationId } from './product';

/**
 * The open check that the POS has made of an order which Lightspeed had only queued, by the collection code in its name
 * (https://api-docs.lsk.lightspeed.app/operation/operation-apegetcheck, read 2026-11-24). No reference of ours is documented on a
 * check: where its name does not hold the code nothing is known, and the webhook tells later. A refusal is told by webhook only.
 */
export async function fetchAnswer(
  { reference, currency }: Receipt,
  session: LightspeedSession,
): Promise<SeenOrder | undefined> {
  const code = collectionCode(reference);
  const path = `/o/op/1/order/table/getCheck?businessLocationId=${locationId(session.posLocation)}`;
  const checks = asList(await read(session, path));
  const check = checks.find(({ name }) => asText(name)?.split(/\s+/).includes(code));
  return check && toSeenOrder(check, currency);
}
