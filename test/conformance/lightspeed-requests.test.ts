import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { HttpRequest } from '../../src/http';
import { lightspeed } from '../../src/pos/lightspeed';
import { fakeHttp } from '../support/fake-http';
import { specsOf } from '../support/specs';
import { directClient, openStage, sample, send } from '../support/vendor-doors';

type Schema = Record<string, unknown>;
const specs = specsOf('lightspeed');
const file = join(specs, 'k-series-online-ordering.condensed.yaml');

if (existsSync(file)) describe("our requests, by Lightspeed's own specification", checkRequests);
else
  it('not run: no vendor specifications found', () => {
    console.warn(`not run: no vendor specifications found in ${specs}`);
  });

function checkRequests() {
  const document = parse(readFileSync(file, 'utf8')) as {
    paths: Schema;
    components: { schemas: Record<string, Schema> };
  };
  const { schemas } = document.components;
  // A field that the specification does not list would pass, so none may be left over.
  for (const name of ['OrderItem', 'SubItem', 'CustomerInfo', 'OrderPayment'])
    schemas[name] = { ...schemas[name], additionalProperties: false };
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { int64: true } });
  addFormats(ajv);
  const problems = (name: string, body: unknown) => {
    const validate = ajv.compile({
      $ref: `#/components/schemas/${name}`,
      unevaluatedProperties: false,
      components: document.components,
    });
    validate(body);
    return validate.errors ?? [];
  };

  it.each([
    ['ToGoOrder', 'the sample order', {}, {}],
    ['ToGoOrder', 'a scheduled order that Lightspeed holds', {}, { send_ahead_minutes: '30' }],
    [
      'ToGoOrder',
      'a paid order with tip, discounts, charges and an allergy',
      {
        payment: { state: 'paid', method: 'card' },
        tip: 400,
        discounts: [{ name: 'Loyalty', amount: 100 }],
        charges: [{ type: 'bag', name: 'Bag', amount: 10 }],
        allergy_note: 'nuts',
        quoted_total: 6190,
      },
      { payment_method_code: 'OOPAYMENT', discount_code: 'PHONE' },
    ],
    [
      'ToGoOrder',
      'dishes that are not on the menu',
      { items: [{ name: 'x'.repeat(200), quantity: '0.5', price: '3.33' }] },
      {},
    ],
    [
      'ToGoOrder',
      'the longest name',
      { customer: { name: 'x'.repeat(200) }, service: { type: 'pickup' } },
      {},
    ],
    ['LocalOrder', 'a table', { service: { type: 'dine_in', table: '3', party_size: 2 } }, {}],
  ])('%s: %s', async (schema, _, changes, settings) => {
    const asked: HttpRequest[] = [];
    const stage = await openStage('lightspeed', directClient);
    const opened = await stage.open();
    const session = {
      ...opened,
      settings: { ...opened.settings, ...settings },
      http: (request: HttpRequest) => {
        asked.push(request);
        return opened.http(request);
      },
    };
    await send(stage, session, sample(changes));
    const orders = asked.filter(({ url }) => /\/order\/(?:toGo|local)$/.test(url));
    expect(orders).toHaveLength(1);
    expect(problems(schema, JSON.parse(orders[0]?.body ?? ''))).toEqual([]);
    for (const { method, url } of asked)
      expect(listed(document.paths, method, new URL(url).pathname)).toBe(true);
  });

  it('reads a check where the specification has it', async () => {
    const { http, asked } = fakeHttp({});
    const session = { ...(await (await openStage('lightspeed', directClient)).open()), http };
    expect(await lightspeed.fetchPosOrder('A17700.3', session)).toBeUndefined();
    expect(asked).toHaveLength(1);
    for (const { method, url } of asked)
      expect(listed(document.paths, method, new URL(url).pathname)).toBe(true);
  });

  it('notices a field that the specification does not list', () => {
    const body = {
      businessLocationId: 1,
      thirdPartyReference: 'r',
      endpointId: 'e',
      customerInfo: { firstName: 'A' },
    };
    expect(problems('ToGoOrder', body)).toEqual([]);
    expect(problems('ToGoOrder', { ...body, note: 'x' })).not.toEqual([]);
    expect(problems('ToGoOrder', { ...body, items: [{ sku: 'a', quantity: 1, note: 'x' }] })).not.toEqual([]);
  });
}

/** The Financial API, read for the currency only, has a specification of its own. */
function listed(paths: Schema, method: string, path: string): boolean {
  const called = path.startsWith('/f/data/') ? [] : Object.entries(paths);
  return (
    path === '/f/data/businesses' ||
    called.some(([template, methods]) => {
      const pattern = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
      return pattern.test(path) && Object.hasOwn(methods as object, method.toLowerCase());
    })
  );
}
