import { computedTotal } from '../../order/totals';
import { previewOf } from '../preview';
import { defineVendor } from '../vendor';
import { TIMEOUT_MS, toToast } from './api';
import { cancel } from './cancel';
import { credentials, settings } from './fields';
import { fetchRestaurant, listLocations } from './locations';
import { logIn, refuseReadOnly } from './login';
import { toToastOrder } from './order';
import { fetchPosOrder, listPosOrders } from './orders';
import { fetchMenu } from './published-menu';
import { quote } from './quote';
import { findOrder, placeOrder } from './submit';
import { readWebhook } from './webhook';

/** Toast (https://doc.toasttab.com/doc/devguide/apiCreatingOrders.html): prices, then the order, under an externalId that it takes once. */
export const toast = defineVendor({
  id: 'toast',
  name: 'Toast',
  docs: 'https://doc.toasttab.com/doc/devguide/apiCreatingOrders.html',
  support: 'https://developers.toasttab.com',
  credentials,
  settings,
  limits: { requestsPerSecond: 20, concurrent: 5 },
  timeoutMs: TIMEOUT_MS,
  openItems: 'fallback_item',
  openOptions: 'note',
  resubmit: 'find-first',
  payments: 'another payment type, for orders already paid',

  authenticate: (credentials, _previous, context) => logIn(credentials, context),
  submitOrder: async (order, session, found) => found ?? placeOrder(order, session),
  findOrder,

  async checkConnection(session) {
    const token = session.token ?? (await logIn(session.credentials, session));
    const ready = { ...session, token };
    await refuseReadOnly(ready);
    return fetchRestaurant(ready);
  },
  fetchShop: fetchRestaurant,
  listLocations,
  fetchMenu,

  quote,
  cancel,
  readWebhook,
  fetchPosOrder,
  listPosOrders,

  preview(order, context) {
    const diningOption = context.settings.dining_option_id ?? '{dining option of the restaurant}';
    const draft = toToastOrder(order, { ...context, diningOption, total: null });
    const { order: body } = toToastOrder(order, { ...context, diningOption, total: computedTotal(order) });
    const ask = (path: string, content: unknown) =>
      previewOf('submit', toToast(context, path, { method: 'POST', body: content }));
    return {
      requests: [ask('/orders/v2/prices', draft.order), ask('/orders/v2/orders', body)],
      unmatched: [],
      warnings: draft.warnings,
    };
  },
});
