import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import type { Receipt } from '../../src/pos/receipt';
import { toast } from '../../src/pos/toast';
import { fakeHttp } from '../support/fake-http';
import { addressesIn, specsOf } from '../support/specs';
import { openToastDoor } from '../support/toast-door';

type Schema = { properties?: Record<string, Schema>; [key: string]: unknown };
type Parameter = { name: string; in: string; schema?: Schema };
type Operations = Record<string, Record<string, { parameters?: Parameter[] }>>;

const specs = specsOf('toast');
const orders = join(specs, 'toast-orders-openapi.yaml');

if (existsSync(orders)) it("voids and reads as Toast's own specification has it", checkRequests);
else
  it('not run: no vendor specifications found', () => {
    console.warn(`No Toast specifications in ${specs}; set ORDERWIRE_SPECS to the folder that holds them.`);
  });

async function checkRequests() {
  const ajv = new Ajv({ strict: false, logger: false });
  const order = {
    guid: 'G1',
    voided: true,
    approvalStatus: 'APPROVED',
    modifiedDate: '2026-11-24T18:00:00Z',
  };
  const { http, asked } = fakeHttp({
    '/orders/G1': { body: { ...order, voided: false } },
    '/void': { body: order },
    '/ordersBulk': { body: [order] },
  });
  const session = (await openToastDoor()).session({ http });
  const receipt = { reference: 'ow0123456789abcdef01', pos_order_id: 'G1' } as Receipt;
  await toast.cancel(receipt, session);
  await toast.fetchPosOrder('G1', session);
  await toast.listPosOrders('2026-11-24T17:00:00Z', session);
  const known = addressesIn(orders);
  const paths = asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  expect(paths).toHaveLength(4);
  for (const path of paths) expect(known.some((one) => one.test(path))).toBe(true);

  const { paths: operations } = parse(readFileSync(orders, 'utf8')) as { paths: Operations };
  const named = (path: string, method: string) => operations[path]?.[method]?.parameters ?? [];
  const ofVoid = named('/orders/{orderGuid}/void', 'post').find((one) => one.in === 'body')?.schema ?? {};
  const body = JSON.parse(asked[1]?.body ?? '');
  expect(ajv.validate(closed(ofVoid), body)).toBe(true);
  expect(ajv.validate(closed(ofVoid), { ...body, reason: 'x' })).toBe(false);
  const query = [...new URL(asked[3]?.url ?? '').searchParams.keys()];
  const allowed = named('/ordersBulk', 'get').map(({ name }) => name);
  expect(query.filter((name) => !allowed.includes(name))).toEqual([]);
}

/** The same schema with no room for fields that it does not name. */
function closed(schema: Schema): Schema {
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, one]) => [name, closed(one)] as const,
  );
  return properties.length === 0
    ? schema
    : { ...schema, properties: Object.fromEntries(properties), additionalProperties: false };
}
