import { computedTotal } from '../../order/totals';
import { PosError } from '../errors';
import { asList, asObject, asText, type Json } from '../json';
import { referenceOf } from '../pos-order';
import { previewOf } from '../preview';
import { defineVendor, type Location } from '../vendor';
import { read, toSquare } from './api';
import { cancel } from './cancel';
import { credentials, settings } from './fields';
import { fetchOrder, findByReference } from './find';
import { fetchLocation, listLocations } from './locations';
import { toMenu } from './menu';
import { NEEDED_SCOPES, oauth } from './oauth';
import { toSquareOrder } from './order';
import { collectText, policyFor, tenderWarnings, toSettlement } from './payment';
import { receiptOf } from './placed';
import { fetchPosOrder, listPosOrders } from './pos-orders';
import { quote } from './quote';
import { createOrder, payFor } from './submit';
import { readWebhook } from './webhook';

/** Guessing a currency would send every price wrong. */
function currencyOf({ currency }: Location): string {
  if (currency) return currency;
  const message = 'Square names no currency for this location. No order was sent; try again.';
  throw new PosError('unreachable', 'square', message);
}

/** Square (https://developer.squareup.com/docs/orders-api/what-it-does): an order with a fulfilment, then a payment for its own total. */
export const square = defineVendor({
  id: 'square',
  name: 'Square',
  docs: 'https://developer.squareup.com/docs/orders-api/create-orders',
  support: 'https://squareup.com/help/contact',
  credentials,
  settings,
  limits: { requestsPerSecond: 10, concurrent: 5 },
  timeoutMs: 30_000,
  openItems: 'always',
  openOptions: 'open_item',
  resubmit: 'same-key',
  payments: 'external or cash tender for the total',
  oauth,

  async submitOrder(order, session, found) {
    const policy = policyFor(order, session);
    if (!found?.pos_order_id)
      return payFor(order, session, { ...(await createOrder(order, session, policy)), policy });
    const square = await fetchOrder(session, found.pos_order_id);
    return payFor(order, session, { square, warnings: [], replayed: true, policy });
  },

  async findOrder(order, session) {
    const found = await findByReference(order, session);
    return found && receiptOf(order, session, found, { replayed: true });
  },

  async checkConnection(session) {
    const status = asObject(await read(session, 'POST', '/oauth2/token/status', {}));
    const scopes = Array.isArray(status.scopes) ? status.scopes : undefined;
    const missing = scopes ? NEEDED_SCOPES.filter((scope) => !scopes.includes(scope)) : [];
    if (missing.length === 0) return fetchLocation(session);
    const message = `This Square token may not place orders: it lacks ${missing.join(', ')}. Give the application these permissions and reconnect.`;
    throw new PosError('credentials', 'square', message, { code: 'INSUFFICIENT_SCOPES' });
  },
  fetchShop: fetchLocation,
  listLocations,

  async fetchMenu(session) {
    const shop = await fetchLocation(session);
    const objects: Json[] = [];
    let cursor: string | undefined;
    do {
      const at = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const page = asObject(
        await read(session, 'GET', `/v2/catalog/list?types=ITEM,MODIFIER_LIST,CATEGORY${at}`),
      );
      objects.push(...asList(page.objects));
      cursor = asText(page.cursor);
    } while (cursor);
    return toMenu(objects, { posLocation: session.posLocation, currency: currencyOf(shop) });
  },

  quote,
  cancel,
  readWebhook,
  fetchPosOrder,
  listPosOrders,

  preview(order, context) {
    const policy = policyFor(order, context);
    const total = computedTotal(order);
    const collect = policy === 'leave_open' ? null : collectText(order, total);
    const { order: body, warnings } = toSquareOrder(order, { ...context, collect });
    const idempotency_key = referenceOf(order, { vendor: 'square', posLocation: context.posLocation });
    const submit = toSquare(context, 'POST', '/v2/orders', { idempotency_key, order: body });
    const requests = [previewOf('submit', submit)];
    if (policy === 'leave_open' && total !== 0) return { requests, unmatched: [], warnings };
    const due = { id: '{order.id}', total, locationId: context.posLocation, policy };
    const { path, body: payment } = toSettlement(order, { ...due, reference: idempotency_key });
    requests.push(previewOf('pay', toSquare(context, 'POST', path, payment)));
    return { requests, unmatched: [], warnings: [...warnings, ...tenderWarnings(order, due)] };
  },
});
