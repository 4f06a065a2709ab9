import { randomBytes } from 'node:crypto';
import type { Vendor } from '../../src/pos/vendor';
import { vendors } from '../../src/pos/vendors';

/** The negative control: every attempt gets a reference of its own and nothing is looked up, as connectors do that count on luck. */
export function forgetEverything(): void {
  for (const vendor of Object.values(vendors) as Vendor[]) {
    const submit = vendor.submitOrder.bind(vendor);
    vendor.findOrder = async () => undefined;
    vendor.submitOrder = (order, session) =>
      submit({ ...order, reference_suffix: `-${randomBytes(2).toString('hex')}` }, session);
  }
}
