import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { HttpClient, HttpRequest } from '../../src/http';
import type { Receipt } from '../../src/pos/receipt';
import { touchbistro } from '../../src/pos/touchbistro';
import { specsOf } from '../support/specs';
import { openWay } from '../support/touchbistro-doors';
import { sample } from '../support/vendor-doors';

type Schema = { type?: string; properties?: Record<string, Schema>; items?: Schema };
type Example = { value: Record<string, unknown> };
type Content = { schema: Schema; examples?: Record<string, Example> };
type Operation = { requestBody: { content: { 'application/json': Content } } };
const specs = specsOf('deliverect');
const file = join(specs, 'deliverect-orders-api-openapi.yml');

if (existsSync(file)) describe("our requests, by a description of Deliverect's Channel API", checkRequests);
else
  it('not run: no vendor specifications found', () => {
    console.warn(`not run: no vendor specifications found in ${specs}`);
  });

function checkRequests() {
  const document = parse(readFileSync(file, 'utf8')) as { paths: Record<string, { post: Operation }> };
  const operation = document.paths['/{channelName}/order/{channelLinkId}']?.post;
  const schema = closed(operation?.requestBody.content['application/json'].schema ?? {});
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);

  it.each<[string, object]>([
    ['the sample order', {}],
    [
      'a paid order with everything',
      {
        payment: { state: 'paid', method: 'card' },
        tip: 400,
        discounts: [{ name: 'Loyalty', amount: 100 }],
        charges: [
          { type: 'bag', name: 'Bag', amount: 10 },
          { type: 'other', name: 'Late', amount: 10 },
        ],
        timing: { requested_at: null, placed_at: '2030-11-29T21:59:00Z' },
      },
    ],
    [
      'PLUs with options',
      {
        service: { type: 'dine_in', table: '3', party_size: 2 },
        items: [
          { name: 'coke', quantity: '2', menu_item_id: 'COKE', options: [{ name: 'ice', option_id: 'ICE' }] },
        ],
      },
    ],
  ])('%s', async (_, changes) => {
    const { send, asked } = await openWay('deliverect');
    await send(sample(changes));
    expect(asked.map(({ url }) => new URL(url).pathname)).toEqual([
      expect.stringMatching(/^\/orderwire\/order\/[0-9a-f]{24}$/),
    ]);
    validate(JSON.parse(asked[0]?.body ?? ''));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('cancels as the example does', async () => {
    const { session, asked } = await openWay('deliverect');
    const receipt = { reference: 'ow0123456789abcdef01' } as Receipt;
    await touchbistro.cancel(receipt, { ...session, http: recording(asked) });
    const example =
      operation?.requestBody.content['application/json'].examples?.['Cancel Order']?.value ?? {};
    const { channelOrderId, channelOrderDisplayId, ...rest } = JSON.parse(asked[0]?.body ?? '');
    expect({ ...example, channelOrderId, channelOrderDisplayId }).toEqual({
      ...rest,
      channelOrderId: 'ow0123456789abcdef01',
      channelOrderDisplayId: expect.stringMatching(/^\w{4,12}$/),
    });
  });

  it('notices a field that is not described, and one that is missing', () => {
    const body = { channelOrderId: '1', channelOrderDisplayId: '1', orderType: 1, courier: 'restaurant' };
    const payment = { amount: 1, type: 1 };
    expect(validate({ ...body, payment })).toBe(true);
    expect(validate(body)).toBe(false);
    expect(validate({ ...body, payment, comment: 'x' })).toBe(false);
    expect(validate({ ...body, payment, items: [{ plu: 'A', note: 'x' }] })).toBe(false);
  });
}

/** Takes everything and keeps it. */
function recording(asked: HttpRequest[]): HttpClient {
  return async (request) => {
    asked.push(request);
    return { status: 201, headers: {}, body: '' };
  };
}

/** The same schema with no room for fields that it does not name; one without properties describes nothing, and stays open. */
function closed(schema: Schema): Schema & { additionalProperties?: boolean } {
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, one]) => [name, closed(one)] as const,
  );
  return {
    ...schema,
    ...(schema.items && { items: closed(schema.items) }),
    ...(properties.length > 0 && { properties: Object.fromEntries(properties), additionalProperties: false }),
  };
}
