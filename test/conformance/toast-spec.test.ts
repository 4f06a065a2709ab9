import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { specsOf } from '../support/specs';
import { ANN, firstCheck, type Json, pickup, post, price, toastRestaurant } from '../support/toast-sandbox';

type Schema = {
  $ref?: string;
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
};
type Specification = {
  definitions?: Record<string, Schema>;
  components?: { schemas: Record<string, Schema> };
};

const specs = specsOf('toast');

if (existsSync(specs)) describe("the sandbox Toast and Toast's own specifications", checkReplies);
else
  it('not run: no vendor specifications found', () => {
    console.warn(`No Toast specifications in ${specs}; set ORDERWIRE_SPECS to the folder that holds them.`);
  });

/** What orders carry that this version of the specification does not name yet, though Toast's guide on voiding does. */
const LATER_FIELDS = { extra: ['guestOrderStatus'] };

function checkReplies() {
  const shop = toastRestaurant();
  const get = (path: string) => shop.call('GET', path).body;
  const all = { selections: { voidAll: true }, payments: { voidAll: true } };

  it('logs in as specified', () => {
    conforms(shop.logIn().body, 'toast-authentication-openapi.yaml', 'AuthenticationResponse');
  });

  it('publishes its menus as specified, V2 and V3', () => {
    conforms(get('/menus/v2/menus'), 'toast-menus-openapi.yaml', 'Restaurant');
    conforms(get('/menus/v2/metadata'), 'toast-menus-openapi.yaml', 'Metadata');
    conforms(get('/menus/v3/menus'), 'growthops-toast-menus-api-v3.yaml', 'Restaurant');
    conforms(get('/menus/v3/metadata'), 'growthops-toast-menus-api-v3.yaml', 'Metadata');
  });

  it.each([
    ['diningOptions', 'DiningOption'],
    ['alternatePaymentTypes', 'AlternatePaymentType'],
    ['serviceCharges', 'ServiceCharge'],
    ['discounts', 'Discount'],
    ['revenueCenters', 'RevenueCenter'],
    ['tables', 'Table'],
    ['taxRates', 'TaxRate'],
  ])('lists its %s as specified', (list, type) => {
    const entities = get(`/config/v2/${list}`) as never as Json[];
    expect(entities.length).toBeGreaterThan(0);
    for (const entity of entities) conforms(entity, 'growthops-toast-config-api.yaml', type);
  });

  it('describes the restaurant, its stock and its connection as specified', () => {
    const id = shop.fact('restaurant_guid');
    conforms(get(`/restaurants/v1/restaurants/${id}`), 'toast-restaurants-openapi.yaml', 'RestaurantInfo');
    const [soldOut] = get('/stock/v1/inventory') as never as Json[];
    conforms(soldOut ?? {}, 'toast-stock-openapi.yaml', 'MenuItemInventory');
    const [connected] = get('/partners/v1/restaurants') as never as Json[];
    conforms(connected ?? {}, 'toast-partners-openapi.yaml', 'PartnerAccessExternalRep');
  });

  it('answers orders as specified: posted, read back, listed and voided', () => {
    const { body } = post(shop, largeOrder(shop));
    conforms(body, 'toast-orders-openapi.yaml', 'Order', LATER_FIELDS);
    conforms(get(`/orders/v2/orders/${body.guid}`), 'toast-orders-openapi.yaml', 'Order', LATER_FIELDS);
    const list = shop.call('GET', '/orders/v2/ordersBulk', { query: 'businessDate=20261124' });
    for (const order of list.body as never as Json[])
      conforms(order, 'toast-orders-openapi.yaml', 'Order', LATER_FIELDS);
    // One with a discount is not voided.
    const plain = post(shop, pickup(shop)).body;
    const voided = shop.call('POST', `/orders/v2/orders/${plain.guid}/void`, { body: all });
    expect(voided.status).toBe(200);
    conforms(voided.body, 'toast-orders-openapi.yaml', 'Order', LATER_FIELDS);
  });

  it('answers prices as specified, with no GUID for anything new', () => {
    const { body } = price(shop, largeOrder(shop));
    conforms(body, 'toast-orders-openapi.yaml', 'Order', { withoutRequired: true });
    expect(firstCheck(body)).toMatchObject({ guid: null, totalAmount: expect.any(Number) });
  });

  it('words its errors as specified', () => {
    conforms(post(shop, {}).body, 'toast-stock-openapi.yaml', 'ErrorMessage', { extra: ['canRetry'] });
  });
}

/** An order with one of everything. */
function largeOrder(shop: ReturnType<typeof toastRestaurant>) {
  const pizza = shop.line(
    'Supreme Pizza',
    ['Size: Large', 'Toppings: NO Onions', 'Toppings: Extra Cheese'],
    2,
  );
  const [half] = (shop.item('Supreme Pizza') as never as { portions: Json[] }).portions;
  pizza.modifiers.push(
    { selectionType: 'SPECIAL_REQUEST', displayName: 'cut in squares' },
    {
      selectionType: 'PORTION',
      item: { guid: half?.guid },
      quantity: 2,
      modifiers: [shop.modifier('Supreme Pizza', 'Toppings: Mushrooms', 2)],
    },
  );
  const guid = (name: string) => ({ guid: shop.fact(name) });
  const check = {
    customer: { ...ANN, phoneCountryCode: '1' },
    tabName: 'OrderWire - 14',
    selections: [pizza, { selectionType: 'SPECIAL_REQUEST', displayName: 'napkins, please', quantity: 1 }],
    appliedServiceCharges: [{ serviceCharge: guid('service_charge_delivery_fee'), chargeAmount: 3 }],
    appliedDiscounts: [{ discount: guid('discount_open_amount_off'), discountAmount: 5 }],
    payments: [{ type: 'OTHER', otherPayment: guid('payment_type_phone_prepaid'), amount: 40, tipAmount: 4 }],
  };
  return pickup(shop, check, {
    diningOption: guid('dining_option_delivery'),
    deliveryInfo: {
      address1: '12 Oak St',
      city: 'Boston',
      state: 'MA',
      zipCode: '02215',
      notes: 'ring twice',
    },
    curbsidePickupInfo: { transportDescription: 'blue Civic' },
    openedDate: '2026-11-24T22:00:00.000+0000',
    promisedDate: '2026-11-24T22:00:00.000+0000',
    requiredPrepTime: 'PT15M',
  });
}

const loaded = new Map<string, Record<string, Schema>>();

function definitionsOf(file: string): Record<string, Schema> {
  const known = loaded.get(file);
  if (known) return known;
  const { definitions, components } = parse(readFileSync(join(specs, file), 'utf8')) as Specification;
  const found = definitions ?? components?.schemas ?? {};
  loaded.set(file, found);
  return found;
}

type Leniency = { withoutRequired?: boolean; extra?: string[] };

/** The types are right, nothing required is missing, and there is no field that the specification does not name. */
function conforms(
  reply: unknown,
  file: string,
  type: string,
  { withoutRequired, extra = [] }: Leniency = {},
) {
  const definitions = definitionsOf(file);
  // Swagger 2 cannot say "or null", yet Toast's examples are full of nulls: a null is read as an absent field.
  const value = withoutNulls(reply);
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: false });
  const pointer = (text: string) => text.replaceAll('#/components/schemas/', '#/definitions/');
  const text = pointer(JSON.stringify({ $ref: `#/definitions/${type}`, definitions }));
  const schema: unknown = JSON.parse(text, (key, node) =>
    withoutRequired && key === 'required' ? undefined : node,
  );
  const validate = ajv.compile(schema as object);
  validate(value);
  // A special request stands for no item: there Toast lets a selection be without the one it otherwise requires.
  const errors = (validate.errors ?? []).filter((error) => error.params.missingProperty !== 'item');
  expect(errors).toEqual([]);
  const unknown = unknownFields(value, { $ref: type }, definitions).filter((path) => !extra.includes(path));
  expect(unknown).toEqual([]);
}

function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, node) => (node === null ? undefined : node));
}

function unknownFields(
  value: unknown,
  schema: Schema,
  definitions: Record<string, Schema>,
  path = '',
): string[] {
  if (Array.isArray(value))
    return value.flatMap((one, at) =>
      unknownFields(one, itemsOf(schema, definitions), definitions, `${path}[${at}]`),
    );
  if (typeof value !== 'object' || value === null) return [];
  const { properties, others } = propertiesOf(schema, definitions);
  return Object.entries(value).flatMap(([name, field]) => {
    const known = properties[name] ?? others;
    const here = path ? `${path}.${name}` : name;
    return known ? unknownFields(field, known, definitions, here) : [here];
  });
}

function itemsOf(schema: Schema, definitions: Record<string, Schema>): Schema {
  return resolveRef(schema, definitions).items ?? {};
}

function resolveRef(schema: Schema, definitions: Record<string, Schema>): Schema {
  return schema.$ref ? (definitions[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema;
}

/** An object's fields, those of what it is composed of too. Toast writes "an object of this type" as `items` as well. */
function propertiesOf(
  schema: Schema,
  definitions: Record<string, Schema>,
): { properties: Record<string, Schema>; others?: Schema } {
  const own = resolveRef(schema, definitions);
  const parts = [...(own.allOf ?? []), ...(own.items ? [own.items] : [])];
  const inherited = parts.map((part) => propertiesOf(part, definitions));
  const { additionalProperties: others } = own;
  return {
    properties: Object.assign({}, ...inherited.map((part) => part.properties), own.properties),
    ...(typeof others === 'object' ? { others } : {}),
  };
}
