import { PosError } from '../errors';
import { asList, type Json } from '../json';
import type { PosOrder } from '../pos-order';
import { type PosPrice, toPosPrice } from '../price';
import { read, type ToastOrder, type ToastSession, toMinor } from './api';
import { toCheckMoney } from './check';
import { diningOptionFor } from './config';
import { toToastOrder } from './order';
import { orderOf, totalOf } from './placed';

/** The order with Toast's own amounts; nothing is kept (https://doc.toasttab.com/doc/devguide/apiCreatingOrders.html, read 2026-11-24). */
export async function fetchPrices(order: ToastOrder, session: ToastSession): Promise<Json> {
  return orderOf(await read(session, '/orders/v2/prices', { method: 'POST', body: order }));
}

/** What Toast would charge. A fee or discount that only staff can put on the check is not in its total: then there is none to tell. */
export async function quote(given: PosOrder, session: ToastSession): Promise<PosPrice> {
  const order: PosOrder = { ...given, payment: { ...given.payment, state: 'unpaid' } };
  const [missing] = toCheckMoney(order, { settings: session.settings, total: null }).warnings;
  if (missing) throw new PosError('rejected', 'toast', missing);
  const diningOption = await diningOptionFor(order, session);
  const draft = toToastOrder(order, { ...session, diningOption, total: null });
  const priced = await fetchPrices(draft.order, session);
  const checks = asList(priced.checks);
  const taxes = checks.map(({ taxAmount }) => toMinor(taxAmount, order.currency) ?? 0);
  const tax = taxes.reduce((sum, one) => sum + one, 0);
  const total = checks.length > 0 ? totalOf(priced, order.currency) : null;
  return toPosPrice({ total, tax }, { id: 'toast', name: 'Toast' });
}
