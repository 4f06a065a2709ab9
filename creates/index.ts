import type { VendorId } from '../src/pos/vendors';
import { createCloverOrder } from './create-clover-order';
import { createLightspeedOrder } from './create-lightspeed-order';
import { createSquareOrder } from './create-square-order';
import { createToastOrder } from './create-toast-order';
import { createTouchbistroOrder } from './create-touchbistro-order';

/** Every create by its key. Keys are promises to users: spelled here, so that a search finds them; types force one for each vendor. */
export const creates = {
  create_square_order: createSquareOrder,
  create_toast_order: createToastOrder,
  create_clover_order: createCloverOrder,
  create_lightspeed_order: createLightspeedOrder,
  create_touchbistro_order: createTouchbistroOrder,
} satisfies { [Id in VendorId as `create_${Id}_order`]: { key: `create_${Id}_order` } };
