import { PosError } from '../errors';
import { type Json, requireText } from '../json';
import type { PosOrder } from '../pos-order';
import type { Receipt } from '../receipt';
import { read, type ToastSession, write } from './api';
import { diningOptionFor } from './config';
import { isRepeated } from './errors';
import { externalIdOf, toToastOrder } from './order';
import { ordersChanged, PERIOD_MS } from './orders';
import { orderOf, totalOf } from './placed';
import { fetchPrices } from './quote';
import { receiptOf } from './receipt';

/** Prices first, as the payment must be Toast's own total, then the order (https://doc.toasttab.com/doc/devguide/apiCreatingOrders.html). */
export async function placeOrder(order: PosOrder, session: ToastSession): Promise<Receipt> {
  const at = { ...session, diningOption: await diningOptionFor(order, session) };
  const draft = toToastOrder(order, { ...at, total: null });
  try {
    const total = totalOf(await fetchPrices(draft.order, session), order.currency);
    const { order: body, warnings } = toToastOrder(order, { ...at, total });
    const placed = orderOf(await write(session, '/orders/v2/orders', body));
    requireText(placed.guid, 'toast', 'order GUID');
    return receiptOf(order, session, placed, { replayed: false, warnings });
  } catch (error) {
    if (!isRepeated(error)) throw error;
    return existing(order, session, draft.warnings);
  }
}

/** Toast has this externalId already: the ticket exists, whoever sent it, and is read back. */
async function existing(order: PosOrder, session: ToastSession, warnings: string[]): Promise<Receipt> {
  const found = await findByExternalId(order, session, { everywhere: true });
  if (found === 'no access') {
    const blind =
      'The ticket is in Toast, but these credentials may not read it back: they lack orders:read.';
    return receiptOf(order, session, {}, { replayed: true, warnings: [...warnings, blind] });
  }
  if (found) return receiptOf(order, session, found, { replayed: true, warnings });
  throw new PosError(
    'unclear',
    'toast',
    'Toast has used this reference before, but the ticket was not found yet. It is looked up again before anything is sent.',
    { code: 'REPEATED_EXTERNAL_ID' },
  );
}

/** The ticket made earlier for this order. Credentials that may not read orders find nothing: Toast's own refusal of a repeat still holds. */
export async function findOrder(order: PosOrder, session: ToastSession): Promise<Receipt | undefined> {
  const found = await findByExternalId(order, session, { everywhere: false });
  return found && found !== 'no access' ? receiptOf(order, session, found, { replayed: true }) : undefined;
}

/**
 * Reads an order by its externalId (https://doc.toasttab.com/doc/devguide/devOrdersWebhookRef.html). Where Toast takes only GUIDs there
 * (400), or is known to have the order, the orders changed around its time are read and compared.
 */
async function findByExternalId(
  order: PosOrder,
  session: ToastSession,
  { everywhere }: { everywhere: boolean },
): Promise<Json | 'no access' | undefined> {
  const externalId = externalIdOf(order, session);
  try {
    const found = orderOf(await read(session, `/orders/v2/orders/${encodeURIComponent(externalId)}`));
    return (found.externalId ?? externalId) === externalId ? found : undefined;
  } catch (error) {
    const status = error instanceof PosError ? error.details.httpStatus : undefined;
    if (status === 403) return 'no access';
    if (status !== 400 && status !== 404) throw error;
    return status === 400 || everywhere ? findInPeriod(order, session, externalId) : undefined;
  }
}

async function findInPeriod(
  order: PosOrder,
  session: ToastSession,
  externalId: string,
): Promise<Json | undefined> {
  const times = [order.timing.placed_at, session.now].filter((time) => time != null).map(Date.parse);
  if (times.length === 0) return undefined;
  const end = new Date(Math.max(...times) + 3_600_000);
  const start = new Date(Math.max(Math.min(...times) - 3_600_000, end.getTime() - PERIOD_MS));
  for await (const page of ordersChanged(session, { start, end })) {
    const found = page.find((one) => one.externalId === externalId);
    if (found) return found;
  }
  return undefined;
}
