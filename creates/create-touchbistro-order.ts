import { vendors } from '../src/pos/vendors';
import { createPosOrder } from '../src/zapier/create-pos-order';

export const createTouchbistroOrder = createPosOrder(vendors.touchbistro, {
  label: 'Create TouchBistro Order (Partner or Email)',
});
