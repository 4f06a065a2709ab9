import { vendors } from '../src/pos/vendors';
import { createPosOrder } from '../src/zapier/create-pos-order';

export const createToastOrder = createPosOrder(vendors.toast);
