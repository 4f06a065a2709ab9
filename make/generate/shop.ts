import type { Parameter } from './component';

const SHOPS = 'rpc://listShops';

/** The Shop of a form. */
export function shopField(help: string, field: Partial<Parameter> = {}): Parameter {
  return { name: 'location_id', type: 'select', label: 'Shop', help, options: SHOPS, ...field };
}

/** The Shop with what can be listed only once it is chosen; where there is one shop it may stay empty. */
export function shopWith(fields: Parameter[], help: string): Parameter {
  const placeholder = { label: 'The only shop', nested: fields };
  return shopField(help, { options: { store: SHOPS, nested: fields, placeholder } });
}

/** Where an order goes; `vendor` narrows the list to one POS. */
export function connectionField(vendor?: { id: string; name: string }): Parameter {
  return {
    name: 'connection_id',
    type: 'select',
    label: vendor ? `${vendor.name} Connection` : 'Connection',
    help: vendor
      ? `The ${vendor.name} that gets the order. If your server sends the shop’s orders by itself, choose the same one: the order stays one ticket.`
      : 'The POS that gets the order. Empty: where the shop’s orders go by themselves.',
    required: vendor !== undefined,
    options: vendor ? `rpc://listConnections?vendor=${vendor.id}` : 'rpc://listConnections',
  };
}
