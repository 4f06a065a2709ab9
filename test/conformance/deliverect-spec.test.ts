import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';
import { createDeliverectSimulator } from '../../src/sandbox/deliverect';
import { call } from '../sandbox/call';
import { specsOf } from '../support/specs';

type Json = Record<string, unknown>;
type Content = {
  content: { 'application/json': { schema: Json; examples: Record<string, { value: unknown }> } };
};
type Operation = { requestBody: Content; responses: Record<string, Content> };

const specs = specsOf('deliverect');
const file = join(specs, 'deliverect-orders-api-openapi.yml');

if (existsSync(file)) describe('the Deliverect simulator and a description of its API', checkDeliverect);
else
  it('not run: no vendor specifications found', () => {
    console.warn(`No Deliverect specification in ${specs}; set ORDERWIRE_SPECS to the folder that holds it.`);
  });

function checkDeliverect() {
  const document = parse(readFileSync(file, 'utf8')) as { paths: Record<string, { post: Operation }> };
  const operation = document.paths['/{channelName}/order/{channelLinkId}']?.post;
  if (!operation) throw new Error('the description has no order endpoint');
  const { schema, examples } = operation.requestBody.content['application/json'];
  const validate = new Ajv2020({ strict: false, formats: { float: true, 'date-time': true } }).compile(
    schema,
  );

  const simulator = createDeliverectSimulator();
  const { client_id, client_secret, channel_name, channel_link_id } = simulator.facts;
  const credentials = {
    client_id,
    client_secret,
    audience: 'https://x.test',
    grant_type: 'client_credentials',
  };
  const token = call(simulator, 'POST /oauth/token', { body: credentials }).json as { access_token: string };
  const headers = { authorization: `Bearer ${token.access_token}` };
  const send = (body: unknown, expiredToken = false) =>
    call(simulator, `POST /${channel_name}/order/${channel_link_id}`, { body, headers, expiredToken });

  const order = (part: Json = {}): Json => ({
    channelOrderId: 'A1',
    channelOrderDisplayId: 'A1',
    orderType: 1,
    deliveryIsAsap: true,
    courier: 'restaurant',
    decimalDigits: 2,
    payment: { amount: 299, type: 1 },
    items: [{ plu: 'COKE', name: 'Coke', price: 299, quantity: 1 }],
    ...part,
  });
  const documented = Object.entries(examples).map(([name, { value }]): [string, Json] => {
    // The examples leave their times blank.
    const text = JSON.stringify(value).replaceAll(
      'YYYY-MM-DDTHH:mm:ss.SSSSSSZ',
      '2026-11-27T18:30:00.000000Z',
    );
    // The transcription lost the quotation marks of the phone numbers.
    return [name, JSON.parse(text.replace(/"phoneNumber":(\d+)/, '"phoneNumber":"$1"')) as Json];
  });

  it.each(documented.filter(([, value]) => value.status === undefined))(
    'takes the documented order: %s',
    (_, value) => {
      expect(send(value).status).toBe(201);
      expect(simulator.tickets(new Date('2026-11-27T18:00:00Z')).at(-1)).toMatchObject({
        total: 1800,
        notes: [expect.stringContaining('call once'), expect.anything()],
      });
    },
  );

  it('takes an order that is described', () => {
    expect(validate(order())).toBe(true);
    expect(send(order()).status).toBe(201);
  });

  it.each([
    ...(schema.required as string[]).map((name) => ({ [name]: undefined })),
    { orderType: 'pickup' },
    { payment: { amount: 2.5, type: 1 } },
    { payment: { amount: 299 } },
    { items: [{ plu: 1, name: 'Coke', price: 299, quantity: 1 }] },
    { items: [{ plu: 'COKE', name: 'Coke', price: 2.99, quantity: 1 }] },
    { note: 5 },
  ])('refuses what the description refuses: %j', (part) => {
    const body = JSON.parse(JSON.stringify(order(part))) as Json;
    expect(validate(body)).toBe(false);
    expect(send(body).status).toBe(400);
  });

  it('names missing fields in the documented form', () => {
    const example = operation.responses['400']?.content['application/json'].examples['Bad Request']?.value;
    const { orderFieldsErrors, orderPaymentErrors } = example as Record<string, Json>;
    const reply = send({ payment: {} }).json as Record<string, Json>;
    expect(reply.orderFieldsErrors).toMatchObject(orderFieldsErrors ?? {});
    expect(reply.orderPaymentErrors).toEqual(orderPaymentErrors);
  });

  it('says that a token has expired in the documented form', () => {
    const example = operation.responses['401']?.content['application/json'].examples.Unauthorized?.value;
    expect(send(order(), true)).toMatchObject({ status: 401, json: example });
  });
}
