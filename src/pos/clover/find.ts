import { isTicketReference } from '../../order/reference';
import { asInteger, asObject, asText, type Json } from '../json';
import { type PosOrder, referenceOf } from '../pos-order';
import { ask, type CloverSession } from './api';
import { isGone } from './errors';
import { externalReference } from './order';
import { allPages, elements } from './pages';

const MINUTE = 60_000;
/** How far before a known moment an order of another door is looked for; also covers clocks that differ. */
export const LOOK_BACK_MS = 15 * MINUTE;
const DAY_MS = 24 * 60 * MINUTE;

/** Since when an order may be in Clover: not before it was taken; else within the last day; null: no moment is known. */
export function earliest(order: PosOrder, session: CloverSession): number | null {
  const placed = Date.parse(order.timing.placed_at ?? '');
  if (!Number.isNaN(placed)) return placed - LOOK_BACK_MS;
  const now = Date.parse(session.now ?? '');
  return Number.isNaN(now) ? null : now - DAY_MS;
}

/**
 * Every order that carries our reference (https://docs.clover.com/docs/applying-filters; filters reach back 90 days).
 * Asked twice over, by Clover's reference field and by time: whether that field is kept and how soon it is indexed is not
 * documented, so the reference in the note decides. Orders not yet open are in no list.
 */
export async function findAll(
  order: PosOrder,
  session: CloverSession,
  at: { since: number | null; delayMs?: number; afterCreation: boolean },
): Promise<Json[]> {
  const reference = referenceOf(order, { vendor: 'clover', posLocation: session.posLocation });
  const byTime = at.since === null ? [] : [`createdTime>=${at.since}`];
  const found = new Map<string, Json>();
  let { delayMs } = at;
  for (const filter of [`externalReferenceId=${externalReference(reference)}`, ...byTime]) {
    const path = `/orders?filter=${encodeURIComponent(filter)}&expand=${LINES}`;
    const listed = await allPages((page) => {
      const call = { method: 'GET' as const, path: `${path}&${page}`, ...(delayMs && { delayMs }) };
      delayMs = undefined;
      return ask(session, call, at.afterCreation);
    });
    for (const one of listed.filter((candidate) => carries(candidate, reference)))
      found.set(asText(one.id) ?? '', one);
  }
  return [...found.values()].sort(byPrecedence);
}

function carries(one: Json, reference: string): boolean {
  return !isDeleted(one) && referenceIn(one) === reference;
}

/**
 * Our reference, the last thing in the note: a ticket about another one may name that one before it. Clover's reference field holds
 * too little of it to tell a ticket from its change and cancel tickets. Staff's own words may follow, and lines may have been joined.
 */
export function referenceIn({ note }: Json): string | null {
  const words = (asText(note) ?? '').split(/\s+/);
  return words.findLast((word, index) => words[index - 1] === 'Ref' && isTicketReference(word)) ?? null;
}

/** How much of an order a read tells; the lines are needed to see whether it was printed. */
export const LINES = 'lineItems';

/** An order by its id; undefined where it was deleted, or never was. `afterCreation`: an order of ours may exist, so silence is unclear. */
export async function fetchOrder(
  session: CloverSession,
  id: string,
  { afterCreation, expand = LINES }: { afterCreation: boolean; expand?: string },
): Promise<Json | undefined> {
  const path = `/orders/${encodeURIComponent(id)}?expand=${expand}`;
  try {
    const found = asObject(await ask(session, { method: 'GET', path }, afterCreation));
    return isDeleted(found) ? undefined : found;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

export function isDeleted(one: Json): boolean {
  return Boolean(one.deletedTimestamp);
}

/** Staff have the ticket once any of its lines has come out of a printer. */
export function isPrinted(one: Json): boolean {
  return elements(one.lineItems).some((line) => line.printed === true);
}

/** Whether OrderWire prints here; else the devices do, or the kitchen reads its screen. */
export function wantsPrint({ settings }: Pick<CloverSession, 'settings'>): boolean {
  return settings.print_ticket !== 'no';
}

/** Money has been taken for it: such an order is never deleted. */
export function isPaid(one: Json): boolean {
  const paid = asText(one.paymentState);
  return asText(one.state)?.toLowerCase() === 'locked' || (paid !== undefined && paid !== 'OPEN');
}

/** Of orders with one reference the first of these survives: the paid, the printed, the earliest; every door agrees on it. */
export function byPrecedence(a: Json, b: Json): number {
  return (
    Number(isPaid(b)) - Number(isPaid(a)) ||
    Number(isPrinted(b)) - Number(isPrinted(a)) ||
    (asInteger(a.createdTime) ?? 0) - (asInteger(b.createdTime) ?? 0) ||
    ((asText(a.id) ?? '') < (asText(b.id) ?? '') ? -1 : 1)
  );
}
