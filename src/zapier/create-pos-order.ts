import type { Bundle, ZObject } from 'zapier-platform-core';
import type { Vendor } from '../pos/vendor';
import { grouped } from './field-groups';
import { orderFields } from './order-fields';
import { orderLock } from './order-lock';
import { createOutputFields, createSample } from './receipt-fields';
import { menuItemsKey, vendorFields } from './vendor-fields';
import type { HttpOptions } from './zapier-http';

type Options = {
  /** Where the plain "Create … Order" would promise too much. */
  label?: string;
  http?: HttpOptions;
};
type StepBundle = Bundle<Record<string, unknown>>;

/** "Create … Order" for one POS: its key, labels, fields, sample and run all come from the vendor's definition. */
export function createPosOrder<const Id extends string>(vendor: Vendor & { id: Id }, options: Options = {}) {
  const perform = (z: ZObject, bundle: StepBundle) => {
    // What runs a step is loaded when one runs: Zapier starts the app anew for whatever it wants to know.
    const { performPosOrder } = require('./perform-pos-order') as typeof import('./perform-pos-order');
    return performPosOrder(vendor, { z, bundle, http: options.http });
  };
  return {
    key: `create_${vendor.id}_order` as const,
    noun: 'Order',
    display: {
      label: options.label ?? `Create ${vendor.name} Order`,
      description: `Makes a ticket in ${vendor.name} from a phone, text or web order. A repeated run finds the first ticket.`,
    },
    operation: {
      ...grouped(
        [...orderFields(vendor.fetchMenu && menuItemsKey(vendor.id)), ...vendorFields(vendor)],
        vendor.name,
      ),
      outputFields: createOutputFields,
      sample: createSample(vendor),
      lock: orderLock('{{bundle.inputData.order_reference}}'),
      perform,
    },
  };
}
