import { coke, START, sandbox } from '../support/clover-sandbox';

beforeEach(sandbox.restart);

describe('credentials', () => {
  const unauthorized = { status: 401, body: { message: '401 Unauthorized' } };

  it('are refused alike when wrong, expired or another restaurant’s, and never with 403', () => {
    expect(sandbox.at('us', 'GET', 'items', undefined, 'wrong')).toEqual(unauthorized);
    expect(sandbox.at('us', 'GET', 'items', undefined, sandbox.facts.eu_access_token)).toEqual(unauthorized);
    expect(sandbox.send('GET', '/v3/merchants/NOSUCHSHOP000/items')).toEqual(unauthorized);
    sandbox.faulty.arm({ fault: 'expired_token', times: 1, seconds: 0 });
    expect(sandbox.at('us', 'GET', 'items')).toEqual(unauthorized);
    expect(sandbox.at('us', 'GET', 'items').status).toBe(200);
  });

  it('that may only read see everything and write nothing', () => {
    sandbox.faulty.arm({ fault: 'read_only', times: 9, seconds: 0 });
    expect(sandbox.at('us', 'GET', '').status).toBe(200);
    expect(sandbox.order({ lineItems: [coke()] })).toEqual(unauthorized);
    expect(sandbox.at('us', 'POST', 'orders', {})).toEqual(unauthorized);
    expect(sandbox.tickets()).toEqual([]);
  });

  it('need a User-Agent beside them', () => {
    const headers = { authorization: `Bearer ${sandbox.facts.us_access_token}` };
    const url = `/v3/merchants/${sandbox.facts.us_merchant_id}/items`;
    expect(sandbox.send('GET', url, undefined, headers).status).toBe(400);
    expect(sandbox.send('POST', '/oauth/v2/refresh', {}, {}).body.details).toContain('User-Agent');
  });

  it('come from a code that works once', () => {
    const { client_id, client_secret, us_authorization_code: code } = sandbox.facts;
    const exchange = (secret = client_secret) =>
      sandbox.send('POST', '/oauth/v2/token', { client_id, client_secret: secret, code });
    expect(exchange('guess').status).toBe(401);
    const { status, body } = exchange();
    expect(status).toBe(200);
    expect(body.access_token_expiration).toBe(Math.floor(START.getTime() / 1000) + 3600);
    expect(sandbox.at('us', 'GET', 'items', undefined, String(body.access_token)).status).toBe(200);
    expect(exchange()).toMatchObject({
      status: 401,
      body: { message: 'Failed to validate authentication code' },
    });
  });

  it('are renewed by a refresh token that works once, and end after an hour', () => {
    const { client_id, us_refresh_token } = sandbox.facts;
    const refresh = (refresh_token: unknown) =>
      sandbox.send('POST', '/oauth/v2/refresh', { client_id, refresh_token });
    const { body } = refresh(us_refresh_token);
    expect(refresh(us_refresh_token)).toEqual(unauthorized);
    expect(refresh(body.refresh_token).status).toBe(200);
    const token = String(body.access_token);
    expect(sandbox.at('us', 'GET', 'items', undefined, token).status).toBe(200);
    expect(sandbox.at('eu', 'GET', 'items', undefined, token)).toEqual(unauthorized);
    sandbox.wait(3_600_000);
    expect(sandbox.at('us', 'GET', 'items', undefined, token)).toEqual(unauthorized);
  });

  it('with the smaller rights stay small after the log-in', () => {
    const { client_id, us_refresh_token: refresh_token } = sandbox.facts;
    sandbox.faulty.arm({ fault: 'read_only', times: 1, seconds: 0 });
    const { access_token } = sandbox.send('POST', '/oauth/v2/refresh', { client_id, refresh_token }).body;
    expect(sandbox.at('us', 'GET', 'items', undefined, String(access_token)).status).toBe(200);
    expect(sandbox.at('us', 'POST', 'orders', {}, String(access_token))).toEqual(unauthorized);
  });
});
