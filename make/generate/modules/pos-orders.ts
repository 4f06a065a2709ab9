import type { Vendor } from '../../../src/pos/vendor';
import { vendorIds, vendors } from '../../../src/pos/vendors';
import type { Module, Parameter } from '../component';
import type { Parts } from '../parts';
import { connectionField } from '../shop';
import { deliverRequest, deliveryForm, deliveryInterface } from './delivering';
import { orderForm, storeRequest } from './order-form';

type Named = Pick<Vendor, 'id' | 'name' | 'settings'>;

/** "Create … Order" for each POS, from its definition. */
export function posOrderModules(parts: Parts): Module[] {
  return vendorIds.map((id) => createIn(vendors[id], parts));
}

function createIn(vendor: Named, parts: Parts): Module {
  return {
    id: `create${vendor.id.charAt(0).toUpperCase()}${vendor.id.slice(1)}Order`,
    label: `Create ${vendor.name} Order`,
    description: `Stores an order and makes the ticket in ${vendor.name}. A repeat makes no second ticket.`,
    type: 'action',
    crud: 'create',
    group: 'Point of Sale',
    communication: [
      { ...storeRequest(parts), response: { temp: { order_id: '{{body.id}}' } } },
      deliverRequest('{{temp.order_id}}'),
    ],
    mappableParams: [...orderForm(parts, [connectionOf(vendor)]), ...deliveryForm(parts)],
    interface: deliveryInterface(parts),
    samples: parts.samples.delivery(vendor),
  };
}

/** The vendor's own settings are not asked for in each run: they belong to the connection on the server. */
function connectionOf(vendor: Named): Parameter {
  const field = connectionField(vendor);
  const settings = vendor.settings.map(({ label }) => label);
  if (settings.length === 0) return field;
  return { ...field, help: `${field.help} Set on the server: ${settings.join(', ')}.` };
}
