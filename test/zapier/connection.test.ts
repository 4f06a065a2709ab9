import zapier from 'zapier-platform-core';
import { type VendorId, vendorIds, vendors } from '../../src/pos/vendors';
import { app } from '../../src/zapier/app';
import { OrderApi } from '../support/order-api';
import { failureOf, openZap, type Zap } from '../support/zapier-door';

const { authentication } = app;
const tester = zapier.createAppTester(app);
const logIn = (authData: Record<string, string>) =>
  tester(authentication.sessionConfig.perform, { authData });
const test = (authData: Record<string, string>) => tester(authentication.test, { authData });
const label = (authData: Record<string, string>, inputData: Record<string, unknown> = {}) =>
  tester(authentication.connectionLabel, { authData, inputData });

describe.each(vendorIds)('a connection to %s', (vendor: VendorId) => {
  let zap: Zap;
  beforeEach(async () => {
    zap = await openZap(vendor);
  });
  afterEach(() => zap.close());

  it('passes its test and is called by the shop', async () => {
    const facts = await test(zap.connection);
    expect(await label(zap.connection, facts)).toMatch(
      new RegExp(`^${vendors[vendor].name}: .+ \\(Test\\)$`),
    );
  });

  it('fails its test when its rights cannot create an order', async () => {
    zap.arm('read_only', 20);
    const fields = { ...zap.connection, access_token: '' };
    const connected = logIn(vendor === 'toast' ? fields : zap.connection);
    const failure = await failureOf(
      connected.then((token) => test({ ...zap.connection, ...(token as object) })),
    );
    expect(failure.name).toMatch(/^(?:Expired|Refresh)AuthError$/);
  });

  it('names the field that is missing', async () => {
    const { message } = await failureOf(logIn({ ...zap.connection, location_id: '' }));
    expect(message).toBe(
      `${vendors[vendor].name} needs Location, Merchant or Restaurant ID. Fill it in and try again.`,
    );
  });

  it('asks to be renewed or connected again when its token has expired', async () => {
    zap.arm('expired_token', 20);
    const renewable = Boolean(zap.connection.client_secret);
    expect((await failureOf(zap.run())).name).toBe(renewable ? 'RefreshAuthError' : 'ExpiredAuthError');
  });

  it('fails its log-in or test with a wrong key, in words and without the key', async () => {
    const wrong = { api_key: 'wrong-key-1234567', client_secret: 'wrong-secret-1234567', access_token: '' };
    const broken = { ...zap.connection, ...wrong, initial_refresh_token: 'wrong-refresh-1234567' };
    const failure = await failureOf(logIn(broken).then((token) => test({ ...broken, ...(token as object) })));
    expect(failure.message).toContain(vendors[vendor].name.split(' ')[0] ?? '');
    expect(failure.message).not.toContain('1234567');
  });
});

describe('credentials that may only read', () => {
  it('are named as what they are, where Toast gives them', async () => {
    const zap = await openZap('toast');
    const { read_only_client_id = '', read_only_client_secret = '' } = zap.target.simulator.facts;
    const fields = {
      ...zap.connection,
      client_id: read_only_client_id,
      client_secret: read_only_client_secret,
    };
    const token = (await logIn({ ...fields, access_token: '' })) as Record<string, string>;
    const failure = await failureOf(test({ ...fields, ...token }));
    await zap.close();
    expect(failure).toEqual({
      name: 'ExpiredAuthError',
      message:
        'These Toast credentials may read but not place orders. Toast gives write access only through its partner or custom integration programme.',
    });
  });

  it('or are wrong, or belong elsewhere: Clover answers all of these alike', async () => {
    const zap = await openZap('clover');
    const failure = await failureOf(zap.run({}, { authData: { api_key: 'wrong', access_token: 'wrong' } }));
    await zap.close();
    expect(failure.message).toMatch(
      /^Clover does not accept this token \(401\)\. Clover says the same for a wrong key, missing rights and the wrong region: /,
    );
  });
});

describe('a connection to the Order API', () => {
  let api: OrderApi;
  let address: string;
  beforeAll(async () => {
    api = await OrderApi.start();
    address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => api.stop());
  const fields = (key: string) => ({ system: 'order_api', api_key: key, api_url: address });

  it('passes with a key that may take orders, and is called by its address', async () => {
    expect(await logIn(fields('mario-write'))).toEqual({ access_token: 'mario-write' });
    expect(await test(fields('mario-write'))).toMatchObject({ name: "mario's", system: 'order_api' });
    expect(await label({ ...fields('x'), api_url: 'https://orders.example.com/' })).toBe(
      'Order API: orders.example.com',
    );
  });

  it('fails with a key that may only read, and with a wrong one', async () => {
    expect((await failureOf(test(fields('mario-read')))).message).toContain('This key may only read.');
    expect(await failureOf(test(fields('nobody')))).toMatchObject({ name: 'ExpiredAuthError' });
  });

  it('names every field that is missing', async () => {
    const { message } = await failureOf(logIn({ system: 'order_api' }));
    expect(message).toBe('Order API needs API Key or Access Token and Address. Fill it in and try again.');
    expect((await failureOf(logIn({}))).message).toBe('Choose Which System.');
  });
});

describe('where a shop is', () => {
  it('stands in the name of its connection', async () => {
    const clover = { system: 'clover', location_id: 'M1', environment: 'live_us' };
    expect(await label(clover, { name: "Mario's Downtown", country: 'US' })).toBe(
      "Clover: Mario's Downtown (US)",
    );
    expect(await label({ ...clover, environment: 'live_la' }, { name: 'Don Mario' })).toBe(
      'Clover: Don Mario (LA)',
    );
  });
});
