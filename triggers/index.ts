import { vendorIds, vendors } from '../src/pos/vendors';
import { vendorDropdowns } from '../src/zapier/dropdowns';
import { location } from './location';
import { newOrder } from './new-order';

/** Every trigger by its key; the vendors' hidden ones only fill dropdowns. */
export const triggers = {
  new_order: newOrder,
  location,
  ...Object.assign({}, ...vendorIds.map((id) => vendorDropdowns(vendors[id]))),
};
