import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { createLightspeedSimulator } from '../../src/sandbox/lightspeed';
import { type CallOptions, call } from '../sandbox/call';
import { specsOf } from '../support/specs';

type Json = Record<string, unknown>;
const specs = specsOf('lightspeed');
const file = join(specs, 'k-series-online-ordering.condensed.yaml');
const LATER = new Date('2026-11-27T18:00:10Z');
/** Deprecated by Lightspeed in favour of version 2, so the simulator does not offer it. */
const LEFT_OUT = ['GET /o/op/1/menu/load/{menuId}'];

if (existsSync(file)) describe('the Lightspeed simulator and a description of its API', checkLightspeed);
else
  it('not run: no vendor specifications found', () => {
    console.warn(`No Lightspeed specification in ${specs}; set ORDERWIRE_SPECS to the folder that holds it.`);
  });

function checkLightspeed() {
  const document = parse(readFileSync(file, 'utf8')) as { paths: Record<string, Json>; components: Json };
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { int64: true } });
  addFormats(ajv);
  const schema = (name: string) =>
    ajv.compile({ $ref: `#/components/schemas/${name}`, components: document.components });
  const simulator = createLightspeedSimulator();
  const { client_id, client_secret, refresh_token, business_location_id, menu_id } = simulator.facts;
  const location = Number(business_location_id);
  const token = call(simulator, 'POST /oauth/token', {
    headers: { authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}` },
    body: `grant_type=refresh_token&refresh_token=${refresh_token}`,
  }).json as { access_token: string };
  const api = (target: `${string} ${string}`, options: CallOptions = {}) =>
    call(simulator, target, { headers: { authorization: `Bearer ${token.access_token}` }, ...options });

  let count = 0;
  const order = (part: Json = {}): Json => ({
    businessLocationId: location,
    thirdPartyReference: `reference-${++count}`,
    endpointId: 'ORDERWIRE',
    customerInfo: { firstName: 'Ann', email: 'ann@example.test', contactNumberAsE164: '+16175550123' },
    orderNote: 'ring twice',
    maxTimeToAttemptOrderDeliverToPos: 300_000,
    orderCollectionTimeAsIso8601: '2026-11-27T19:00:00-05:00',
    items: [{ sku: 'PEPPERONI-L', quantity: 2, subItems: [{ sku: 'TOPPINGS-ONIONS', quantity: 1 }] }],
    payment: { paymentMethod: 'OOPAYMENT', paymentAmount: 10, tipAmount: 1 },
    ...part,
  });

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  it.each(operations.filter((operation) => !LEFT_OUT.includes(operation)))('answers %s', (operation) => {
    const known: Json = {
      businessLocationId: location,
      menuId: menu_id,
      tagCode: 'DELIVERY',
      endpointId: 'ORDERWIRE',
    };
    const target = operation.replace(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? '1'));
    const reply = createLightspeedReply(`${target}?businessLocationId=${location}`);
    expect(reply.status === 404 && !(reply.json as Json).message).toBe(false);
  });
  // A deletion must not take the endpoint away from the other tests.
  function createLightspeedReply(target: string) {
    return target.startsWith('DELETE') && !target.includes('business-locations')
      ? api(target.replace('ORDERWIRE', 'OTHER') as `${string} ${string}`)
      : api(target as `${string} ${string}`, { body: {} });
  }

  it.each([
    ['toGo', 'ToGoOrder', {}],
    ['toGo', 'ToGoOrder', { deliveryAddress: { addressLine1: '12 Oak St', zip: '02215', city: 'Boston' } }],
    ['toGo', 'ToGoOrder', { payment: undefined, collectionCode: 'AB-1' }],
    ['local', 'LocalOrder', { tableNumber: '2', clientCount: 2 }],
  ])('takes a %s order that is described (%s, %j)', (path, name, part) => {
    const body = order(part);
    expect(schema(name)(JSON.parse(JSON.stringify(body)))).toBe(true);
    expect(api(`POST /o/op/1/order/${path}`, { body }).json).toEqual({ status: 'ok' });
  });

  it.each([
    ...['businessLocationId', 'thirdPartyReference', 'endpointId', 'customerInfo'].map((name) => ({
      [name]: undefined,
    })),
    { businessLocationId: 'one' },
    { thirdPartyReference: '' },
    { thirdPartyReference: 'x'.repeat(49) },
    { customerInfo: {} },
    { customerInfo: { firstName: 'x'.repeat(129) } },
    { customerInfo: { firstName: 'A', emailNotification: 'MAYBE' } },
    { maxTimeToAttemptOrderDeliverToPos: 59_999 },
    { collectionCode: '123456789' },
    { orderCollectionTimeAsIso8601: 'tomorrow' },
    { items: [{ sku: 'COKE' }] },
    { items: [{ sku: 'x'.repeat(26), quantity: 1 }] },
    { items: [{ sku: 'COKE', quantity: 1.5 }] },
    { items: [{ sku: 'COKE', quantity: 1, modifiers: [{ modifierId: 1 }] }] },
    { items: [{ sku: 'COKE', quantity: 1, subItems: [{ sku: 'TOPPINGS-ONIONS' }] }] },
    { payment: { tipAmount: 1 } },
    { payment: { paymentAmount: '10' } },
  ])('refuses what the description refuses: %j', (part) => {
    const body = order(part);
    expect(schema('ToGoOrder')(JSON.parse(JSON.stringify(body)))).toBe(false);
    const reply = api('POST /o/op/1/order/toGo', { body });
    expect(reply.status).toBe(400);
    expect(schema('BadRequest400')(reply.json)).toBe(true);
  });

  it('answers a repeated reference as described', () => {
    const body = order();
    api('POST /o/op/1/order/toGo', { body });
    const again = api('POST /o/op/1/order/toGo', { body });
    expect(again.status).toBe(409);
    expect(schema('Conflict409')(again.json)).toBe(true);
  });

  it('notifies as described, of success and of failure', () => {
    api('POST /o/op/1/order/toGo', { body: order({ items: [{ sku: 'NOPE', quantity: 1 }] }) });
    const bodies = simulator.notifications(LATER).map(({ body }) => JSON.parse(body) as Json);
    expect(new Set(bodies.map(({ status }) => status))).toEqual(new Set(['SUCCESS', 'FAILURE']));
    for (const body of bodies) expect(schema('OrderNotification')(body)).toBe(true);
  });

  it('registers a webhook and takes a payment as described', () => {
    const endpoint = {
      endpointId: 'E',
      url: 'https://example.test',
      subscribeTo: [{ resource: 'item', name: 'X' }],
    };
    expect(schema('WebhookEndpoint')(api('PUT /o/wh/1/webhook', { body: endpoint }).json)).toBe(true);
    const payment = {
      businessLocationId: location,
      endpointId: 'E',
      paymentAmount: 1,
      thirdPartyPaymentReference: 'p1',
      taskTtlInMs: 60_000,
    };
    expect(schema('StandalonePayment')(payment)).toBe(true);
    expect(api('POST /o/op/1/pay', { body: payment }).json).toEqual({ status: 'ok' });
  });
}
