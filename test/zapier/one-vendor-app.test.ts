import zapier from 'zapier-platform-core';
import { sampleOrder } from '../../src/order/sample';
import { type VendorId, vendorIds } from '../../src/pos/vendors';
import { oneVendorApp } from '../../src/zapier/one-vendor-app';
import type { CreateOutput } from '../../src/zapier/receipt-output';
import { failureOf, openZap, zapierFields } from '../support/zapier-door';
import { type Definition, readDefinition, validate } from './definition';

type Fields = Record<string, unknown>;
const client = () => ({ client_id: 'SANDBOXAPP001', client_secret: 'sandbox-clover-secret' });
const appOf = (id: string) => oneVendorApp(id, client);
/** Core's own stand-in for Zapier's servers, by the path of a function. */
function run<T>(app: object, find: (app: never) => unknown, bundle: Fields): Promise<T> {
  const tester = zapier.createAppTester(app as never);
  return tester(find(app as never) as never, bundle as never) as Promise<T>;
}

describe.each([...vendorIds, 'order_api'])('the app of %s alone', (id) => {
  const app = appOf(id);
  let definition: Definition;
  beforeAll(async () => {
    definition = await readDefinition(app);
  });

  it("passes Zapier's own schema", async () => {
    expect(await validate(app)).toEqual([]);
  });

  it('has what concerns it and nothing of the others', () => {
    const others = vendorIds.filter((one) => one !== id);
    const keys = [definition.triggers, definition.creates, definition.searches].flatMap((one) =>
      Object.keys(one),
    );
    expect(keys.filter((key) => others.some((one) => key.includes(one)))).toEqual([]);
    expect(keys).toContain(id === 'order_api' ? 'send_order_to_pos' : `create_${id}_order`);
    expect(keys).toContain('read_order_text');
  });

  it('does not ask which system, and connects by the page of a vendor that has one', () => {
    const { type, fields } = definition.authentication;
    expect(fields.map(({ key }) => key)).not.toContain('system');
    const hasPage = ['square', 'clover', 'lightspeed'].includes(id);
    expect(type).toBe(hasPage ? 'oauth2' : 'session');
    const secrets = fields.filter(({ key }) => /client_secret|api_key|refresh/.test(key));
    expect(secrets.length > 0).toBe(!hasPage);
  });
});

describe('a system that there is none of', () => {
  it('is refused by name', () => {
    expect(() => appOf('tillomat')).toThrow('There is no system "tillomat": choose one of order_api, square');
  });
});

describe.each(['toast', 'touchbistro'] as VendorId[])('%s, alone, without a page', (id) => {
  it('makes a ticket with a connection that never names the system', async () => {
    const zap = await openZap(id);
    const { system: _, ...authData } = zap.connection;
    const inputData = {
      ...zap.inputData,
      order_reference: sampleOrder.external_ref,
      order_data: JSON.stringify(sampleOrder),
    };
    const find = (app: { creates: Record<string, { operation: Fields }> }) =>
      app.creates[`create_${id}_order`]?.operation.perform;
    const output = await run<CreateOutput>(appOf(id), find as never, { authData, inputData, meta: {} });
    expect(output).toMatchObject({ vendor: id, sent_to_kitchen: true });
    expect(zap.tickets()).toHaveLength(1);
    await zap.close();
  });
});

type OAuthApp = { authentication: { test: unknown; oauth2Config: Fields } };
const config = (key: string) => (app: OAuthApp) => app.authentication.oauth2Config[key];

describe('a connection by the page of a vendor', () => {
  it.each([
    ['square', 'live_us', 'https://connect.squareup.com/oauth2/authorize', 'ORDERS_WRITE'],
    ['square', 'test', 'https://connect.squareupsandbox.com/oauth2/authorize', 'ORDERS_WRITE'],
    ['clover', 'live_eu', 'https://www.eu.clover.com/oauth/v2/authorize', 'client_id'],
    ['clover', 'test', 'https://sandbox.dev.clover.com/oauth/v2/authorize', 'client_id'],
    [
      'lightspeed',
      'live_us',
      'https://auth.lsk-prod.app/realms/k-series/protocol/openid-connect/auth',
      'orders-api',
    ],
  ])('leads to that of %s (%s)', async (id, environment, page, holds) => {
    const inputData = { environment, redirect_uri: 'https://zapier.com/back', state: 'abc' };
    const address = await run<string>(appOf(id), config('authorizeUrl') as never, { inputData });
    const url = new URL(address);
    expect(`${url.origin}${url.pathname}`).toBe(page);
    expect(address).toContain(holds);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      ...{ client_id: 'SANDBOXAPP001', state: 'abc', redirect_uri: 'https://zapier.com/back' },
    });
    expect(address).not.toContain('sandbox-clover-secret');
  });

  it('gives Clover orders: the code becomes a token, the page names the merchant, and a token is renewed', async () => {
    const zap = await openZap('clover');
    const place = { environment: 'test', api_url: zap.url };
    const { us_authorization_code: code = '' } = zap.target.simulator.facts;
    const app = appOf('clover');
    const token = await run<Record<string, string>>(app, config('getAccessToken') as never, {
      inputData: { ...place, code, redirect_uri: 'https://zapier.com/back' },
      cleanedRequest: { querystring: { merchant_id: zap.connection.location_id } },
    });
    expect(token).toMatchObject({ location_id: zap.connection.location_id });
    const connection = { ...place, ...token };
    const find = (one: { creates: { create_clover_order: { operation: Fields } } }) =>
      one.creates.create_clover_order.operation.perform;
    const inputData = { order_reference: 'SM1', order_text: 'garlic knots', customer_name: 'Ann Lee' };
    const bundle = { authData: connection, inputData, meta: {} };
    expect(await run(app, find as never, bundle)).toMatchObject({ sent_to_kitchen: true });
    zap.arm('expired_token', 9);
    expect((await failureOf(run(app, find as never, bundle))).name).toBe('RefreshAuthError');
    zap.target.disarm();
    const next = await run<Record<string, string>>(app, config('refreshAccessToken') as never, {
      authData: connection,
    });
    expect(next.access_token).not.toBe(token.access_token);
    const renewed = { ...bundle, authData: { ...connection, ...next } };
    expect(await run(app, find as never, renewed)).toMatchObject({ replayed: true });
    await zap.close();
  });

  it('renews the refresh token of Lightspeed, and says in words why it cannot', async () => {
    const zap = await openZap('lightspeed');
    const { authData } = zapierFields('lightspeed', zap.url);
    const { client_id = '', client_secret = '' } = authData;
    const app = oneVendorApp('lightspeed', () => ({ client_id, client_secret }));
    const connection = {
      ...{ environment: 'test', api_url: zap.url, location_id: authData.location_id },
      refresh_token: zap.connection.refresh_token,
    };
    const next = await run<Fields>(app, config('refreshAccessToken') as never, { authData: connection });
    expect(next.refresh_token).not.toBe(connection.refresh_token);
    const facts = await run(app, ((one: OAuthApp) => one.authentication.test) as never, {
      authData: { ...connection, ...next },
    });
    expect(facts).toMatchObject({ system: 'lightspeed' });
    const used = run(app, config('refreshAccessToken') as never, { authData: connection });
    expect((await failureOf(used)).message).toContain('Connect Lightspeed again');
    await zap.close();
  });
});
