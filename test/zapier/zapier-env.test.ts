import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { creates } from '../../creates';
import { vendorIds } from '../../src/pos/vendors';
import { zapierFields } from '../support/zapier-door';
import { type Field, flat } from './definition';

const read = (name: string) => readFileSync(join(__dirname, '../../docs/zapier-env', name), 'utf8');
const filled = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter((pair) => pair[1] !== ''));

/** The address at which `npm run sandbox` serves a vendor. */
const address = (vendor: string) => `http://127.0.0.1:8090/${vendor}`;

describe.each(vendorIds)('the files in docs/zapier-env for %s', (vendor) => {
  it("hold the sandbox's own connection", () => {
    const expected = Object.entries(filled(zapierFields(vendor, address(vendor)).authData));
    const known = Object.fromEntries(expected.map(([key, value]) => [`authData_${key}`, value]));
    expect(parseEnv(read(`${vendor}.env`))).toEqual(known);
  });

  it('hold an order of which the step knows every field, with all that is required', () => {
    const order = JSON.parse(read(`${vendor}.json`)) as Record<string, unknown>;
    const fields = flat(creates[`create_${vendor}_order`].operation.inputFields as Field[]);
    const known = new Set(fields.map(({ key }) => key));
    expect(Object.keys(order).filter((key) => !known.has(key))).toEqual([]);
    expect(fields.filter(({ key, required }) => required && !(key in order))).toEqual([]);
    expect(order).toMatchObject(zapierFields(vendor, address(vendor)).inputData);
  });
});

it('the order for the Order API has only fields that Create Order knows, and all that are required', () => {
  const order = JSON.parse(read('order-api.json')) as Record<string, unknown>;
  const fields = flat(creates.create_order.operation.inputFields as Field[]);
  expect(Object.keys(order).filter((key) => !fields.some((field) => field.key === key))).toEqual([]);
  expect(fields.filter(({ key, required }) => required && !(key in order))).toEqual([]);
});

it('the file for the Order API names the address at which npm start serves it', () => {
  expect(parseEnv(read('order-api.env'))).toEqual({
    authData_system: 'order_api',
    authData_api_key: 'sandbox-order-api-key',
    authData_api_url: 'http://127.0.0.1:8080',
  });
});
