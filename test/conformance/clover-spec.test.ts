import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import { createCloverSimulator } from '../../src/sandbox/clover';
import { CART } from '../../src/sandbox/clover/bodies';
import type { Shape } from '../../src/sandbox/shape';
import { specsOf } from '../support/specs';

type Json = Record<string, unknown>;
type Schema = {
  $ref?: string;
  type?: string;
  maxLength?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
};

const specs = specsOf('clover');
const rest = join(specs, 'clover-platform-rest-api-openapi.yml');
const cart = join(specs, 'atomic_order_request.schema.json');

if (existsSync(rest) && existsSync(cart)) {
  describe('the Clover simulator and a description of Clover’s API', () => {
    describe('replies as described', checkReplies);
    describe('carts as described', checkCarts);
  });
} else {
  it('not run: no vendor specifications found', () => {
    console.warn(`No Clover specifications in ${specs}; set ORDERWIRE_SPECS to the folder that holds them.`);
  });
}

function checkReplies() {
  const document = parse(readFileSync(rest, 'utf8')) as Json;
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { int64: true } });
  const simulator = createCloverSimulator();
  const now = new Date('2026-11-24T18:00:00Z');
  const shop = `/v3/merchants/${simulator.facts.us_merchant_id}`;

  const send = (method: string, path: string, query = '', body?: unknown, at = now) => {
    const reply = simulator.handle(
      {
        method,
        path: `${shop}/${path}`,
        query: new URLSearchParams(query),
        headers: {
          'user-agent': 'OrderWire-test/1.0',
          'content-type': 'application/json',
          authorization: `Bearer ${simulator.facts.us_access_token}`,
        },
        body: body === undefined ? '' : JSON.stringify(body),
      },
      { now: at, expiredToken: false, readOnly: false },
    );
    expect(reply.status).toBe(200);
    return JSON.parse(reply.body) as Json;
  };
  const check = (method: string, template: string, reply: unknown) => {
    const pointer = [
      'paths',
      `/v3/merchants/{mId}/${template}`,
      method,
      'responses',
      '200',
      'content',
      'application/json',
      'schema',
    ];
    const described = pointer.reduce<unknown>((node, key) => (node as Json | undefined)?.[key], document);
    const components = document.components;
    const validate = ajv.compile({ ...(described as Json), components });
    validate(flatten(reply));
    expect(described).toBeDefined();
    expect(validate.errors ?? []).toEqual([]);
  };
  const cola = () => {
    const { elements } = send('GET', 'items', 'filter=name=Coke') as { elements: { id: string }[] };
    return { item: { id: elements[0]?.id } };
  };

  it('to reading the menu and the people', () => {
    check('get', 'items', send('GET', 'items', 'expand=categories,modifierGroups,taxRates'));
    check('get', 'items/{itemId}', send('GET', `items/${cola().item.id}`, 'expand=options'));
    check('get', 'categories', send('GET', 'categories'));
    check('get', 'employees', send('GET', 'employees'));
  });

  it('to an order from its first call to its payment', () => {
    const created = send('POST', 'orders', '', {
      title: 'Ann',
      note: 'Ring twice',
      externalReferenceId: 'ow-1',
    });
    const path = `orders/${created.id}`;
    check('post', 'orders', created);
    check('post', 'orders/{orderId}/line_items', send('POST', `${path}/line_items`, '', cola()));
    check('get', 'orders/{orderId}/line_items', send('GET', `${path}/line_items`));
    check('post', 'orders/{orderId}', send('POST', path, '', { total: 299, state: 'open' }));
    const tender = { id: simulator.facts.us_tenders?.split(', ')[0]?.split(' ')[1] };
    check('post', 'orders/{orderId}/payments', send('POST', `${path}/payments`, '', { tender, amount: 299 }));
    check('get', 'orders/{orderId}', send('GET', path, 'expand=lineItems,discounts,payments'));
    const later = new Date(now.getTime() + 1000);
    const listed = send('GET', 'orders', 'expand=lineItems,orderType', undefined, later);
    expect(listed.elements).toHaveLength(1);
    check('get', 'orders', listed);
  });

  it('to the deletion of one that nobody has paid', () => {
    const { id } = send('POST', 'orders', '', { title: 'Ann' });
    check('delete', 'orders/{orderId}', send('DELETE', `orders/${id}`));
  });

  it('to an atomic order, which is an order like any other', () => {
    check('post', 'orders', send('POST', 'atomic_order/orders', '', { orderCart: { lineItems: [cola()] } }));
  });

  it('to customers', () => {
    const made = send('POST', 'customers', '', { firstName: 'Ann' });
    check('post', 'customers', made);
    check('get', 'customers', send('GET', 'customers'));
    check('get', 'customers/{customerId}', send('GET', `customers/${made.id}`));
  });
}

function checkCarts() {
  const schema = JSON.parse(readFileSync(cart, 'utf8')) as Schema & { $defs: Record<string, Schema> };
  const follow = (node: Schema | undefined): Schema =>
    node?.$ref ? follow(schema.$defs[node.$ref.replace('#/$defs/', '')]) : (node ?? {});

  /** Every field that the simulator takes must be described, and be allowed at least that length. */
  const compare = (shape: Shape, described: Schema | undefined, path: string): string[] => {
    const known = follow(described);
    if (shape.type === 'array') {
      const items = typeof shape.items === 'function' ? shape.items() : shape.items;
      return compare(items, known.items, `${path}[]`);
    }
    if (shape.type === 'object')
      return Object.entries(shape.fields).flatMap(([name, field]) =>
        known.properties?.[name]
          ? compare(field, known.properties[name], `${path}.${name}`)
          : [`${path}.${name} is not described`],
      );
    if (shape.type === 'string' && shape.max !== undefined && shape.max > (known.maxLength ?? Infinity))
      return [`${path} may be ${shape.max} long, described are ${known.maxLength}`];
    return [];
  };

  it('hold no field that Clover does not know, and nothing longer than Clover takes', () => {
    expect(compare(CART, schema, 'body')).toEqual([]);
  });
}

/** The description calls nested lists arrays; Clover's replies wrap each in `elements` (its "Expand fields" page shows them so). */
function flatten(reply: unknown, isTop = true): unknown {
  if (Array.isArray(reply)) return reply.map((entry) => flatten(entry, false));
  if (typeof reply !== 'object' || reply === null) return reply;
  const { elements, ...others } = reply as Json;
  if (Array.isArray(elements) && !isTop && Object.keys(others).length === 0) return flatten(elements, false);
  return Object.fromEntries(Object.entries(reply).map(([name, value]) => [name, flatten(value, false)]));
}
