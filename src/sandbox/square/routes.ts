import type { Handler } from './call';
import { listCatalog, retrieveCatalogObject, searchCatalog } from './catalog-reads';
import { listLocations, retrieveLocation } from './locations';
import { searchOrders } from './order-search';
import { updateOrder } from './order-update';
import { batchRetrieveOrders, calculateOrder, createOrder, retrieveOrder } from './orders';
import { payOrder } from './pay-order';
import { cancelPayment, cancelPaymentByKey } from './payment-cancel';
import { createPayment, retrievePayment } from './payments';
import { refundPayment, retrieveRefund } from './refunds';

export type Route = {
  method: string;
  path: string;
  scopes: string[];
  handle: Handler;
  /** The call takes no body, so none is asked for. */
  bodiless?: true;
};

/** Every call that the simulator answers after its login, with the scopes that the call needs. Fixed paths come first. */
export const ROUTES: Route[] = [
  { method: 'GET', path: '/v2/locations', scopes: ['MERCHANT_PROFILE_READ'], handle: listLocations },
  {
    method: 'GET',
    path: '/v2/locations/:id',
    scopes: ['MERCHANT_PROFILE_READ'],
    handle: ({ id }) => retrieveLocation(id),
  },
  { method: 'GET', path: '/v2/catalog/list', scopes: ['ITEMS_READ'], handle: listCatalog },
  { method: 'POST', path: '/v2/catalog/search', scopes: ['ITEMS_READ'], handle: searchCatalog },
  { method: 'GET', path: '/v2/catalog/object/:id', scopes: ['ITEMS_READ'], handle: retrieveCatalogObject },
  { method: 'POST', path: '/v2/orders', scopes: ['ORDERS_WRITE'], handle: createOrder },
  { method: 'POST', path: '/v2/orders/calculate', scopes: [], handle: calculateOrder },
  { method: 'POST', path: '/v2/orders/search', scopes: ['ORDERS_READ'], handle: searchOrders },
  { method: 'POST', path: '/v2/orders/batch-retrieve', scopes: ['ORDERS_READ'], handle: batchRetrieveOrders },
  { method: 'GET', path: '/v2/orders/:id', scopes: ['ORDERS_READ'], handle: retrieveOrder },
  { method: 'PUT', path: '/v2/orders/:id', scopes: ['ORDERS_WRITE'], handle: updateOrder },
  {
    method: 'POST',
    path: '/v2/orders/:id/pay',
    scopes: ['ORDERS_WRITE', 'PAYMENTS_WRITE'],
    handle: payOrder,
  },
  { method: 'POST', path: '/v2/payments', scopes: ['PAYMENTS_WRITE'], handle: createPayment },
  { method: 'POST', path: '/v2/payments/cancel', scopes: ['PAYMENTS_WRITE'], handle: cancelPaymentByKey },
  { method: 'GET', path: '/v2/payments/:id', scopes: ['PAYMENTS_READ'], handle: retrievePayment },
  {
    method: 'POST',
    path: '/v2/payments/:id/cancel',
    scopes: ['PAYMENTS_WRITE'],
    handle: cancelPayment,
    bodiless: true,
  },
  { method: 'POST', path: '/v2/refunds', scopes: ['PAYMENTS_WRITE'], handle: refundPayment },
  { method: 'GET', path: '/v2/refunds/:id', scopes: ['PAYMENTS_READ'], handle: retrieveRefund },
];

/** The id in `path` where it fits `pattern` ('' where the pattern has none), or undefined. */
export function matchPath(pattern: string, path: string): string | undefined {
  const parts = pattern.split('/');
  const given = path.split('/');
  const fits =
    parts.length === given.length && parts.every((part, at) => part === ':id' || part === given[at]);
  return fits ? (given[parts.indexOf(':id')] ?? '') : undefined;
}
