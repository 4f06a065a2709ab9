import { vendorIds, vendors } from '../src/pos/vendors';
import { vendorDropdowns } from '../src/zapier/dropdowns';
import { location } from './location';
import { newOrder } from './new-order';
import { newOrderInstant } from './new-order-instant';
import { newOrderPushed } from './new-order-pushed';
import { orderStatusChanged } from './order-status-changed';
import { posConnection } from './pos-connection';
import { recentOrder } from './recent-order';

/** Every trigger by its key; the hidden ones, the vendors' among them, only fill dropdowns. */
export const triggers = {
  new_order: newOrder,
  new_order_instant: newOrderInstant,
  new_order_pushed: newOrderPushed,
  order_status_changed: orderStatusChanged,
  location,
  pos_connection: posConnection,
  recent_order: recentOrder,
  ...Object.assign({}, ...vendorIds.map((id) => vendorDropdowns(vendors[id]))),
};
