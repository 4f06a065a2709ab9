import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { specsOf } from '../support/specs';
import { openSquare, PHONE_ORDER, PICKUP, usd } from '../support/square-sandbox';

const FOLDER = specsOf('square');
const FILE = existsSync(FOLDER)
  ? readdirSync(FOLDER).find((name) => name.endsWith('_openapi3.json'))
  : undefined;

type Property = {
  $ref?: string;
  properties?: Record<string, Property>;
  items?: Property;
};
type Specification = { components: { schemas: Record<string, Property> } };

/**
 * Without OpenAPI's `nullable`, which JSON Schema does not know: the sandbox never answers null, so the check only gets
 * stricter. What the specification refers to but does not hold may be anything.
 */
function parseSpecification(text: string): Specification {
  const specification: Specification = JSON.parse(text, (key, value: unknown) =>
    key === 'nullable' ? undefined : value,
  );
  const { schemas } = specification.components;
  for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) schemas[name] ??= {};
  return specification;
}

function toSchemas({ components }: Specification): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
  ajv.addSchema({ $id: 'square', components });
  return ajv;
}

if (FILE === undefined) {
  console.warn(`not run: no vendor specifications found in ${FOLDER}`);
  it('not run: no vendor specifications found', () => {});
} else {
  describe("the sandbox's answers, by Square's own specification", () => {
    const specification = parseSpecification(readFileSync(join(FOLDER, FILE), 'utf8'));
    const { schemas } = specification.components;
    const ajv = toSchemas(specification);
    const schema = (name: string): ValidateFunction => {
      const found = ajv.getSchema(`square#/components/schemas/${name}`);
      if (!found) throw new Error(`the specification has no ${name}`);
      return found;
    };
    /** Fields that the specification does not list would pass, so they are looked for by name. */
    const expectToFit = (name: string, value: unknown) => {
      const validate = schema(name);
      validate(value);
      expect(validate.errors ?? []).toEqual([]);
      expect(unlisted(name, value)).toEqual([]);
    };

    const unlisted = (name: string, value: unknown): string[] =>
      walk({ $ref: `#/components/schemas/${name}` }, value, name);
    const walk = (property: Property, value: unknown, path: string): string[] => {
      const { properties, items } = property.$ref
        ? (schemas[property.$ref.split('/').at(-1) ?? ''] ?? {})
        : property;
      if (Array.isArray(value))
        return value.flatMap((entry, index) => walk(items ?? {}, entry, `${path}[${index}]`));
      if (typeof value !== 'object' || value === null || properties === undefined) return [];
      return Object.entries(value).flatMap(([key, entry]) => {
        const known = Object.hasOwn(properties, key) ? properties[key] : undefined;
        return known ? walk(known, entry, `${path}.${key}`) : [`${path}.${key}`];
      });
    };

    it('an order, new, paid and changed', () => {
      const square = openSquare();
      const created = square.order({
        taxes: [{ uid: 'tax', name: 'Tax', percentage: '7.5', scope: 'ORDER' }],
        metadata: { call_id: 'CA0123' },
      });
      expectToFit('CreateOrderResponse', created.body);
      const { id, total_money } = created.body.order;
      expectToFit('CreatePaymentResponse', square.pay(id, total_money.amount, { tip_money: usd(300) }).body);
      expectToFit('RetrieveOrderResponse', square.call(`/v2/orders/${id}`).body);
      const update = { idempotency_key: 'k', order: { version: 2, reference_id: 'other' } };
      expectToFit('UpdateOrderResponse', square.call(`/v2/orders/${id}`, update, { method: 'PUT' }).body);
    });

    it('totals without an order, a cash payment, a free order', () => {
      const square = openSquare();
      expectToFit('CalculateOrderResponse', square.call('/v2/orders/calculate', { order: PHONE_ORDER }).body);
      const cash = {
        source_id: 'CASH',
        external_details: null,
        cash_details: { buyer_supplied_money: usd(9000) },
      };
      const payment = square.pay(square.order().body.order.id, 4748, cash);
      expectToFit('CreatePaymentResponse', payment.body);
      expectToFit('GetPaymentResponse', square.call(`/v2/payments/${payment.body.payment.id}`).body);
      const { id } = square.order({ line_items: [], discounts: [], service_charges: [] }).body.order;
      expectToFit('PayOrderResponse', square.call(`/v2/orders/${id}/pay`, { idempotency_key: 'k' }).body);
    });

    it('searches and lists of orders', () => {
      const square = openSquare();
      square.order({ fulfillments: [{ ...PICKUP, state: 'RESERVED' }] });
      square.order();
      const search = { location_ids: ['LSANDBOX1'], limit: 1 };
      expectToFit('SearchOrdersResponse', square.call('/v2/orders/search', search).body);
      expectToFit(
        'SearchOrdersResponse',
        square.call('/v2/orders/search', { ...search, return_entries: true }).body,
      );
      const batch = { order_ids: ['SQORDERSANDBOX1001'] };
      expectToFit('BatchRetrieveOrdersResponse', square.call('/v2/orders/batch-retrieve', batch).body);
    });

    it('the shops and the menu', () => {
      const { call } = openSquare();
      expectToFit('ListLocationsResponse', call('/v2/locations').body);
      expectToFit('RetrieveLocationResponse', call('/v2/locations/main').body);
      for (const types of ['ITEM', 'MODIFIER_LIST', 'CATEGORY', 'ITEM_VARIATION', 'MODIFIER'])
        expectToFit('ListCatalogResponse', call(`/v2/catalog/list?types=${types}`).body);
      const search = { object_types: ['ITEM'], include_related_objects: true };
      expectToFit('SearchCatalogObjectsResponse', call('/v2/catalog/search', search).body);
      expectToFit('RetrieveCatalogObjectResponse', call('/v2/catalog/object/SQVARTIRAMISUREGULAR').body);
    });

    it('tokens and refusals', () => {
      const square = openSquare();
      const { client_id, client_secret, refresh_token } = square.target.simulator.facts;
      const renewal = { grant_type: 'refresh_token', client_id, client_secret, refresh_token };
      expectToFit('ObtainTokenResponse', square.call('/oauth2/token', renewal).body);
      expectToFit('RetrieveTokenStatusResponse', square.call('/oauth2/token/status', {}).body);
      const refused = [
        square.order({ reference_id: 'x'.repeat(41) }),
        square.order({ line_items: [{ quantity: '1', catalog_object_id: 'nope' }] }),
        square.call('/v2/locations', undefined, { headers: { authorization: 'Bearer wrong' } }),
        square.pay('nope', 1),
        square.call('/v2/orders', undefined, { text: '{' }),
      ];
      for (const { body } of refused) expectToFit('CreateOrderResponse', body);
    });
  });
}
