import type { Parameter } from '../component';
import type { OpenApi, Schema } from '../open-api';
import { type Changes, toForm } from '../parameters';
import type { Parts } from '../parts';
import { shopWith } from '../shop';

const ROUTE = 'POST /v1/orders';

/** Where a form says it otherwise than the API: an order needs its reference here, as scenarios run twice. */
const CHANGES: Changes = {
  external_ref: {
    required: true,
    help: "The same for each repeat: Twilio's Message SID or Call SID, or Order Reference of a trigger. A second run with it finds the first order. Never a date, a time or a random number.",
  },
  'items.quantity': { default: '1' },
  'source.channel': { default: 'make' },
  'items.menu_item_id': {
    type: 'select',
    options: 'rpc://listMenuItems',
    help: 'Usually empty: the name finds the dish. Choose one only if every run sends that same dish.',
  },
  test: { advanced: true },
  source: { advanced: true },
  currency: { advanced: true },
  'items.unit_price': { advanced: true },
  'items.options.unit_price': { advanced: true },
  'items.variation_id': { advanced: true },
  'items.options.option_id': { advanced: true },
};

/** An order as people fill it in; `where` is asked for together with the shop. */
export function orderForm({ api }: Parts, where: Parameter[] = []): Parameter[] {
  const fields = toForm(api, api.body(ROUTE), { changes: CHANGES });
  const pick = (...names: string[]) => fields.filter(({ name }) => names.includes(name));
  const shop = shopWith([...where, ...pick('items')], 'Whose order it is. Empty where there is one shop.');
  return [
    ...pick('external_ref'),
    shop,
    ...fields.filter(({ name }) => !['external_ref', 'location_id', 'items'].includes(name)),
  ];
}

/** The request that stores the order; with a reference that is known it finds the first one. */
export function storeRequest({ api }: Parts): object {
  const { properties = {} } = api.body(ROUTE);
  const body = Object.fromEntries(Object.keys(properties).map((name) => [name, `{{parameters.${name}}}`]));
  return { url: '/v1/orders', method: 'POST', body: { ...body, source: sourceBody(api, properties.source) } };
}

/** Whatever was filled in, an order that comes this way was taken by Make. */
function sourceBody(api: OpenApi, source: Schema = {}): object {
  const names = Object.keys(api.plain(source).properties ?? {});
  const given = Object.fromEntries(names.map((name) => [name, `{{parameters.source.${name}}}`]));
  return { ...given, channel: "{{ifempty(parameters.source.channel, 'make')}}" };
}
