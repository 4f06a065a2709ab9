import type { HttpResponse } from '../../http';
import {
  getItem,
  getMerchant,
  getServiceCharge,
  listCategories,
  listEmployees,
  listItems,
  listModifierGroups,
  listOrderTypes,
  listTaxRates,
  listTenders,
} from './catalog';
import {
  addLine,
  addLineDiscount,
  addLinesInBulk,
  addModification,
  addOrderDiscount,
  createCustomOrder,
  deleteOrder,
  getLines,
  getOrder,
  setServiceCharge,
  updateOrder,
} from './custom-orders';
import { createCustomer, getCustomer, listCustomers } from './customers';
import { listOrders } from './order-list';
import { checkoutAtomicOrder, createAtomicOrder } from './orders';
import { recordPayment } from './payments';
import { getPrintEvent, printOrder } from './print';
import type { Call } from './world';

type Handler = (call: Call) => HttpResponse;

/** Method and path below `/v3/merchants/{mId}`; `*` stands for an id. */
const ROUTES: Record<string, Handler> = {
  'GET ': getMerchant,
  'GET items': listItems,
  'GET items/*': getItem,
  'GET modifier_groups': listModifierGroups,
  'GET categories': listCategories,
  'GET order_types': listOrderTypes,
  'GET tenders': listTenders,
  'GET tax_rates': listTaxRates,
  'GET default_service_charge': getServiceCharge,
  'GET employees': listEmployees,
  'POST customers': createCustomer,
  'GET customers': listCustomers,
  'GET customers/*': getCustomer,
  'POST atomic_order/orders': createAtomicOrder,
  'POST atomic_order/checkouts': checkoutAtomicOrder,
  'POST orders': createCustomOrder,
  'GET orders': listOrders,
  'GET orders/*': getOrder,
  'POST orders/*': updateOrder,
  'DELETE orders/*': deleteOrder,
  'GET orders/*/line_items': getLines,
  'POST orders/*/line_items': addLine,
  'POST orders/*/bulk_line_items': addLinesInBulk,
  'POST orders/*/line_items/*/modifications': addModification,
  'POST orders/*/line_items/*/discounts': addLineDiscount,
  'POST orders/*/discounts': addOrderDiscount,
  'POST orders/*/service_charge': setServiceCharge,
  'POST orders/*/payments': recordPayment,
  'POST print_event': printOrder,
  'GET print_event/*': getPrintEvent,
};

const COMPILED = Object.entries(ROUTES).map(([route, handler]) => {
  const [method = '', pattern = ''] = route.split(' ');
  return { method, path: new RegExp(`^${pattern.replaceAll('*', '([^/]+)')}$`), handler };
});

/** The handler of a request and the ids in its path, or undefined where Clover has no such call. */
export function findRoute(method: string, path: string): { handler: Handler; ids: string[] } | undefined {
  for (const route of COMPILED) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match) return { handler: route.handler, ids: match.slice(1) };
  }
  return undefined;
}
