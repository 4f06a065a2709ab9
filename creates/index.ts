import type { VendorId } from '../src/pos/vendors';
import { cancelOrder } from './cancel-order';
import { createCloverOrder } from './create-clover-order';
import { createLightspeedOrder } from './create-lightspeed-order';
import { createOrder } from './create-order';
import { createSquareOrder } from './create-square-order';
import { createToastOrder } from './create-toast-order';
import { createTouchbistroOrder } from './create-touchbistro-order';
import { sendOrderToPos } from './send-order-to-pos';

/** The create of each POS. Keys are promises to users: spelled here, so that a search finds them; types force one for each vendor. */
const posCreates = {
  create_square_order: createSquareOrder,
  create_toast_order: createToastOrder,
  create_clover_order: createCloverOrder,
  create_lightspeed_order: createLightspeedOrder,
  create_touchbistro_order: createTouchbistroOrder,
} satisfies { [Id in VendorId as `create_${Id}_order`]: { key: `create_${Id}_order` } };

/** Every create by its key; those of the Order API come last. */
export const creates = {
  ...posCreates,
  create_order: createOrder,
  send_order_to_pos: sendOrderToPos,
  cancel_order: cancelOrder,
};
