import { defineVendor } from '../vendor';
import { TIMEOUT_MS } from './api';
import { cancel } from './cancel';
import { credentials, settings } from './fields';
import { earliest, findAll } from './find';
import { fetchMenu } from './menu';
import { checkConnection, fetchShop, listLocations } from './merchant';
import { oauth } from './oauth';
import { fetchPosOrder, listPosOrders } from './pos-orders';
import { preview } from './preview';
import { quote } from './quote';
import { remove } from './remove';
import { receiptOf, resume, settle } from './settle';
import { createOrder } from './submit';
import { authenticate } from './token';
import { readWebhook } from './webhook';

/** Clover (https://docs.clover.com/docs/working-with-orders): an order, a look for a double, then the kitchen's printer. */
export const clover = defineVendor({
  id: 'clover',
  name: 'Clover',
  docs: 'https://docs.clover.com/docs/working-with-orders',
  support: 'https://docs.clover.com/docs/developer-support',
  credentials,
  settings,
  // https://docs.clover.com/docs/api-usage-rate-limits, read 2026-11-24: per token.
  limits: { requestsPerSecond: 16, concurrent: 5 },
  timeoutMs: TIMEOUT_MS,
  openItems: 'always',
  openOptions: 'note',
  resubmit: 'find-first',
  authenticate,
  oauth,

  async submitOrder(order, session, found) {
    if (found?.completed.includes('order')) return resume(order, session, found);
    // An order that was begun and never opened is seen by nobody: it is made anew.
    if (found?.pos_order_id) await remove(session, found.pos_order_id);
    return settle(order, session, await createOrder(order, session));
  },

  async findOrder(order, session) {
    const since = earliest(order, session);
    const [found] = await findAll(order, session, { since, afterCreation: false });
    return found && receiptOf(order, session, found, { replayed: true, warnings: [] });
  },

  quote,
  cancel,
  readWebhook,
  fetchPosOrder,
  listPosOrders,

  checkConnection,
  fetchShop,
  listLocations,
  fetchMenu,
  preview,
});
