import { PosError, type Step } from '../errors';
import { asInteger, asObject, asText, type Json } from '../json';
import { type PosOrder, referenceOf } from '../pos-order';
import { type Receipt, toReceipt } from '../receipt';
import { type CloverSession, write } from './api';
import { byPrecedence, earliest, fetchOrder, findAll, isPrinted, LOOK_BACK_MS, wantsPrint } from './find';
import { ticketNumber } from './order';
import { removeCopies } from './remove';
import { type Created, half } from './submit';

/** How long after creation both of two simultaneous doors see each other's order. Clover documents no figure: assumed. */
export const VISIBILITY_DELAY_MS = 2_000;
/**
 * How often, and after how long each time, a door that finds a young unprinted order looks whether its maker has printed it: the
 * wait above, the calls around it and a slow evening. Only then is the maker taken for gone. Fits into one step of Zapier.
 */
export const RESUME_DELAYS_MS = [5_000, 5_000, 5_000];
const YOUNG_MS = 60_000;

/**
 * Looks again for orders of other doors: the earliest survives, the others go. Its maker prints it; a door whose order went
 * waits for that, and prints only what stays unprinted because its maker never came back.
 */
export async function settle(order: PosOrder, session: CloverSession, made: Created): Promise<Receipt> {
  const { placed, warnings } = made;
  const id = asText(placed.id) ?? '';
  if (made.taken) return complete(order, session, { id, delaysMs: RESUME_DELAYS_MS, warnings });
  return half(id, async () => {
    const since = asInteger(placed.createdTime) ?? earliest(order, session);
    const listed = await findAll(order, session, {
      since: since === null ? null : since - LOOK_BACK_MS,
      delayMs: VISIBILITY_DELAY_MS,
      afterCreation: true,
    });
    const [survivor, ...copies] = await withOwn(session, listed, placed);
    if (!survivor) throw vanished();
    const all = [...warnings, ...(await removeCopies(session, copies))];
    if (survivor.id === id) return printed(order, session, { ...placed, ...survivor }, { warnings: all });
    const other = { id: asText(survivor.id) ?? '', delaysMs: RESUME_DELAYS_MS, warnings: all };
    return complete(order, session, other);
  });
}

/** Completes an order that was found, and clears copies away. While it is young its maker may be about to print, and gets the time to. */
export async function resume(order: PosOrder, session: CloverSession, found: Receipt): Promise<Receipt> {
  const id = found.pos_order_id ?? '';
  const made = await half(id, () => fetchOrder(session, id, { afterCreation: true }));
  const age = Date.parse(session.now ?? '') - (asInteger(made?.createdTime) ?? NaN);
  const wait = wantsPrint(session) && !(made && isPrinted(made)) && !(age > YOUNG_MS);
  return complete(order, session, { id, delaysMs: wait ? RESUME_DELAYS_MS : [0], warnings: [] });
}

/** Looks until the order is printed or its maker had all the time there is, and prints what is not printed by then. */
function complete(
  order: PosOrder,
  session: CloverSession,
  { id, delaysMs, warnings }: { id: string; delaysMs: number[]; warnings: string[] },
): Promise<Receipt> {
  return half(id, async () => {
    const since = earliest(order, session);
    const all = [...warnings];
    let last: Json | undefined;
    for (const delayMs of delaysMs) {
      const listed = await findAll(order, session, { since, delayMs, afterCreation: true });
      const [survivor, ...copies] = await withOwn(session, listed, { id });
      all.push(...(await removeCopies(session, copies)));
      last = survivor;
      if (!survivor || isPrinted(survivor)) break;
    }
    if (!last) throw vanished();
    return printed(order, session, last, { warnings: [...new Set(all)], replayed: true });
  });
}

/** The list may not show our own order yet, or no longer: asked by id, an order is there or deleted. */
async function withOwn(session: CloverSession, listed: Json[], own: Json): Promise<Json[]> {
  if (listed.some((one) => one.id === own.id)) return listed;
  const again = await fetchOrder(session, asText(own.id) ?? '', { afterCreation: true });
  return again ? [...listed, { ...own, ...again }].sort(byPrecedence) : listed;
}

function vanished(): PosError {
  const message =
    'The order was in Clover a moment ago and is not any more. It is looked up before anything is sent again.';
  return new PosError('unclear', 'clover', message, { code: 'ORDER_VANISHED' });
}

type Extra = { warnings: string[]; replayed?: boolean };

/** Sends the order to the kitchen's printer (https://docs.clover.com/docs/printing-orders-rest-api), unless it came out already. */
async function printed(
  order: PosOrder,
  session: CloverSession,
  survivor: Json,
  extra: Extra,
): Promise<Receipt> {
  if (!wantsPrint(session) || isPrinted(survivor)) return receiptOf(order, session, survivor, extra);
  const body = { orderRef: { id: survivor.id } };
  const event = asObject(await write(session, { method: 'POST', path: '/print_event', body }));
  if (event.state === 'FAILED') throw printFailed();
  return receiptOf(order, session, survivor, { ...extra, sent: true });
}

function printFailed(): PosError {
  const message =
    'The order is in Clover, but its printer failed (PRINT_FAILED). Print it from the Orders app, and check the order printer of the firing device.';
  return new PosError('rejected', 'clover', message, { code: 'PRINT_FAILED' });
}

/** A Clover order as a receipt. Without printing a Clover kitchen hears nothing, unless the restaurant chose so. */
export function receiptOf(
  order: PosOrder,
  session: CloverSession,
  placed: Json,
  extra: Extra & { sent?: boolean },
): Receipt {
  const reference = referenceOf(order, { vendor: 'clover', posLocation: session.posLocation });
  const out = isPrinted(placed);
  const completed: Step[] = out || extra.sent ? ['order', 'print'] : ['order'];
  return toReceipt(order, {
    vendor: 'clover',
    vendorName: 'Clover',
    reference,
    pos_order_id: asText(placed.id) ?? null,
    ticket_number: ticketNumber(reference),
    state: 'accepted',
    completed,
    pos_total: asInteger(placed.total) ?? null,
    sent_to_kitchen: completed.includes('print') || !wantsPrint(session),
    kitchen_confirmed: out ? true : null,
    replayed: Boolean(extra.replayed),
    warnings: extra.warnings,
  });
}
