import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NoResponse } from '../../../src/http';
import { clover } from '../../../src/pos/clover';
import { hostOf, USER_AGENT } from '../../../src/pos/clover/api';
import { toCloverError } from '../../../src/pos/clover/errors';
import { openClover, sample } from '../../support/clover-door';

const TOKEN = /sandbox-clover-\w+-token/;

describe('what goes wrong at Clover', () => {
  it.each([
    [
      'expired_token',
      'credentials',
      'Clover says the same for a wrong key, missing rights and the wrong region',
    ],
    ['read_only', 'credentials', 'Clover does not accept this token (401)'],
    ['throttle', 'throttled', 'Clover asks to slow down (429)'],
    ['garbage', 'unclear', 'a reply that cannot be read'],
    ['error_before', 'unclear', 'Clover failed while answering, and the ticket may exist (500)'],
    ['error_after', 'unclear', 'It is looked up before anything is sent again'],
    ['reset', 'unclear', 'The ticket may exist'],
    ['hang', 'unclear', 'no reply within 30 s'],
  ] as const)('%s is %s, in words', async (fault, kind, words) => {
    const { target, session, prepare } = openClover();
    const { order } = await prepare();
    target.arm({ fault, times: 50, seconds: 40 });
    const error = await clover.submitOrder(order, session(), undefined).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind, vendor: 'clover' });
    expect((error as Error).message).toContain(words);
    expect((error as Error).message).not.toMatch(TOKEN);
  });

  it.each([
    [
      400,
      '{"message":"item_does_not_exist","details":"ABC"}',
      'Clover refused the request: ABC (item_does_not_exist). An item of this order is not in Clover any more. Read the menu again.',
    ],
    [
      400,
      '{"message":"Invalid line item"}',
      'Clover refused the request: Invalid line item (400). Correct it and send the order again.',
    ],
    [400, '<html>', 'Clover refused the request (400). Correct it and send the order again.'],
    [
      404,
      '{"message":"Not Found"}',
      'Clover refused the request: Not Found (404). Something this order names (merchant, item, option, order type) is not in Clover any more. Read the menu again and check the merchant id.',
    ],
  ])('%i %s says what to do', (status, body, message) => {
    const json = body.startsWith('{') ? JSON.parse(body) : null;
    expect(toCloverError({ status, headers: {}, body }, json)).toMatchObject({ kind: 'rejected', message });
  });

  it('is a half state from the moment the order exists', async () => {
    const { clock, session, tampered, prepare } = openClover();
    const { order } = await prepare();
    const blind = tampered((request, http) =>
      request.delayMs ? Promise.reject(new NoResponse('no', 'refused')) : http(request),
    );
    const error = await clover.submitOrder(order, blind, undefined).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'unclear', details: { progress: { completed: ['order'] } } });
    expect((error as Error).message).toContain('it is not printed yet');
    clock.now = new Date(clock.now.getTime() + 2000);
    expect(await clover.findOrder(order, session())).toMatchObject({ completed: ['order'] });
  });

  it('is said when the printer fails', async () => {
    const { tampered, prepare } = openClover();
    const { order } = await prepare();
    const jammed = tampered((request, http) =>
      request.url.endsWith('/print_event')
        ? Promise.resolve({ status: 200, headers: {}, body: '{"id":"P","state":"FAILED"}' })
        : http(request),
    );
    await expect(clover.submitOrder(order, jammed, undefined)).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('Print it from the Orders app'),
    });
  });
});

describe('a Clover connection', () => {
  it.each(['us', 'eu'] as const)('is checked by writing an order that nobody sees (%s)', async (region) => {
    const { session, seen, tickets } = openClover(region);
    const facts = await clover.checkConnection(session());
    expect(facts).toEqual(
      region === 'us'
        ? { name: "Mario's Downtown", currency: 'USD', timezone: 'America/New_York', country: 'US' }
        : { name: "Mario's Dublin", currency: 'EUR', timezone: 'Europe/Dublin', country: 'IE' },
    );
    expect(tickets()).toEqual([]);
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'POST', 'DELETE']);
    expect(await clover.listLocations(session())).toEqual([{ id: session().posLocation, ...facts }]);
  });

  it.each(['read_only', 'expired_token'] as const)('fails when the token is %s', async (fault) => {
    const { target, session } = openClover();
    target.arm({ fault, times: 9, seconds: 0 });
    await expect(clover.checkConnection(session())).rejects.toMatchObject({ kind: 'credentials' });
  });

  it('names its order types and items for the settings, and takes the chosen type for every order', async () => {
    const { session, send, tickets, facts } = openClover();
    const choices = async (key: string) =>
      clover.settings.find((setting) => setting.key === key)?.fetchChoices?.(session());
    const types = await choices('order_type_id');
    expect(types?.map(({ label }) => label)).toEqual(['Pickup', 'Delivery', 'Dine In', 'Curbside']);
    expect((await choices('delivery_fee_item_id'))?.map(({ label }) => label)).toContain('Delivery Fee');
    const fee = facts.us_delivery_fee_item?.split(' ').at(-1);
    await send(session({ settings: { order_type_id: types?.[2]?.value, delivery_fee_item_id: fee } }));
    expect(tickets()).toMatchObject([{ service: 'dine_in', total: 6190 }]);
    expect(tickets()[0]?.lines.at(-1)).toMatchObject({ name: 'Delivery Fee', total: 300 });
  });

  it('says so where no order type fits', async () => {
    const { tampered, send } = openClover();
    const bare = tampered((request, http) =>
      request.url.includes('order_types')
        ? Promise.resolve({ status: 200, headers: {}, body: '{"elements":[{"id":"T","label":"Catering"}]}' })
        : http(request),
    );
    expect((await send(bare)).warnings.join()).toContain('no order type for DELIVERY (it has: Catering)');
  });

  it.each([
    [{ environment: 'production' }, 'https://api.clover.com'],
    [{ environment: 'production', settings: { region: 'eu' } }, 'https://api.eu.clover.com'],
    [{ environment: 'production', settings: { region: 'la' } }, 'https://api.la.clover.com'],
    [{ environment: 'sandbox', settings: { region: 'eu' } }, 'https://apisandbox.dev.clover.com'],
    [{ environment: 'production', baseUrl: 'http://127.0.0.1:1' }, 'http://127.0.0.1:1'],
  ] as const)('with %j is at %s', (at, host) => {
    expect(hostOf(at)).toBe(host);
  });

  it('tells Clover the version of this package', () => {
    const { name, version } = JSON.parse(readFileSync(resolve(__dirname, '../../../package.json'), 'utf8'));
    expect(USER_AGENT).toBe(`OrderWire/${version} (+https://www.npmjs.com/package/${name})`);
  });

  it('masks the token in a preview, and previews every request', () => {
    const { session } = openClover('eu');
    const { requests } = clover.preview(sample(), session());
    expect(requests.map(({ step }) => step)).toEqual(['find', 'submit', 'submit', 'submit', 'print']);
    expect(JSON.stringify(requests)).not.toMatch(TOKEN);
    expect(clover.preview(sample(), openClover().session()).requests.map(({ step }) => step)).toEqual([
      'find',
      'submit',
      'print',
    ]);
  });
});

describe('a Clover token', () => {
  const context = { environment: 'sandbox' as const, baseUrl: 'http://clover.sandbox' };

  it('is the one given where it does not expire', async () => {
    const { direct } = openClover();
    const token = await clover.authenticate({ access_token: 'abc' }, undefined, { ...context, http: direct });
    expect(token).toEqual({ access_token: 'abc' });
  });

  it('is renewed with a refresh token that works once', async () => {
    const { direct, facts, session, send } = openClover();
    const app = { client_id: facts.client_id, refresh_token: facts.us_refresh_token };
    const first = await clover.authenticate(app, undefined, { ...context, http: direct });
    expect(first.refresh_token).not.toBe(facts.us_refresh_token);
    const second = await clover.authenticate(app, first, { ...context, http: direct });
    await expect(clover.authenticate(app, first, { ...context, http: direct })).rejects.toMatchObject({
      kind: 'credentials',
    });
    expect(await send(session({ credentials: app, token: second }))).toMatchObject({ sent_to_kitchen: true });
  });

  it('lives until the second that Clover names, counted from Clover’s own clock', async () => {
    const body = '{"access_token":"a","access_token_expiration":1900000000,"refresh_token":"r"}';
    const answer = (headers: Record<string, string>) =>
      clover.authenticate({ client_id: 'c', refresh_token: 'r' }, undefined, {
        ...context,
        http: async () => ({ status: 200, headers, body }),
      });
    const date = new Date((1_900_000_000 - 1800) * 1000).toUTCString();
    expect(await answer({ date })).toEqual({
      access_token: 'a',
      refresh_token: 'r',
      expires_in_seconds: 1800,
    });
    expect(await answer({})).toEqual({ access_token: 'a', refresh_token: 'r' });
  });

  it('is asked for where nothing was given', async () => {
    const { direct } = openClover();
    const nothing = clover.authenticate({}, undefined, { ...context, http: direct });
    await expect(nothing).rejects.toMatchObject({ kind: 'credentials' });
  });
});
