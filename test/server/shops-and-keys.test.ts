import { OrderApi } from '../support/order-api';

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
});
afterEach(() => api.stop());

const call = (method: Parameters<OrderApi['call']>[0], url: string, body?: unknown) =>
  api.call(method, url, { body });

describe('a shop', () => {
  it('has every setting, with a default for each', async () => {
    const { body } = await call('GET', '/v1/locations/loc_1');
    expect(body).toEqual({
      id: 'loc_1',
      name: "mario's",
      timezone: 'America/New_York',
      currency: 'USD',
      country: 'US',
      phone: null,
      twilio_numbers: [],
      email: null,
      language: 'en',
      hours: [],
      delivery: { postal_codes: [], minimum: 0, lead_minutes: 30 },
      prep_minutes: 20,
      price_gap: 100,
      paused_until: null,
      pause_reason: null,
      fallback: {
        email_after_seconds: 60,
        sms_after_seconds: 120,
        repeat_every_seconds: 300,
        ticket_after_seconds: 600,
        sms_to: [],
      },
      degrade: ['note', 'open_item', 'attention'],
      auto_deliver: true,
      ticket_width: 42,
      retention_days: 365,
      manager_phones: [],
    });
  });

  it('changes only where it is told to, also inside delivery and fallback', async () => {
    const changes = {
      timezone: 'America/Chicago',
      delivery: { minimum: 1500 },
      fallback: { sms_to: ['+1 617 555 0100'] },
    };
    const { status, body } = await call('PATCH', '/v1/locations/loc_1', changes);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: "mario's",
      timezone: 'America/Chicago',
      delivery: { minimum: 1500, lead_minutes: 30 },
      fallback: { email_after_seconds: 60, sms_to: ['+1 617 555 0100'] },
    });
    expect((await call('GET', '/v1/locations/loc_1')).body).toEqual(body);
  });

  it('can be paused until a time on its own clock', async () => {
    const { body } = await call('PATCH', '/v1/locations/loc_1', {
      paused_until: '2026-11-27T20:00',
      pause_reason: 'oven',
    });
    expect(body.paused_until).toBe('2026-11-27T20:00:00-05:00');
  });

  it.each([
    [{ timezone: 'Boston' }, 'timezone', 'America/New_York'],
    [{ currency: 'dollars' }, 'currency', 'ISO 4217'],
    [{ country: 'us' }, 'country', 'two capital letters'],
    [{ hours: [{ day: 8, open: '11:00', close: '22:00' }] }, 'hours[0].day', '1 to 7'],
    [{ hours: [{ day: 1, open: '11am', close: '22:00' }] }, 'hours[0].open', 'time of day'],
    [{ ticket_width: 10 }, 'ticket_width', '24 to 80'],
    [{ fallback: { repeat_every_seconds: 0 } }, 'fallback.repeat_every_seconds', '30 to 86400'],
    [{ delivery: { minmum: 5 } }, 'delivery.minmum', 'did you mean "minimum"?'],
    [{ id: 'loc_9' }, 'id', 'not a known field'],
  ])('refuses %j by name', async (changes, path, hint) => {
    const { status, body } = await call('PATCH', '/v1/locations/loc_1', changes);
    expect(status).toBe(400);
    expect(body.errors).toContainEqual({ path, message: expect.stringContaining(hint) });
  });

  it('is added with a name and what else is known', async () => {
    const { status, body } = await call('POST', '/v1/locations', { name: 'Airport', ticket_width: 32 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: 'loc_3', name: 'Airport', ticket_width: 32, prep_minutes: 20 });
    expect((await call('POST', '/v1/locations', {})).body.errors).toEqual([
      { path: 'name', message: expect.stringContaining('missing') },
    ]);
  });

  it('starts with the zone, currency and country of the first shop, as most chains are in one place', async () => {
    await call('PATCH', '/v1/locations/loc_1', {
      currency: 'CAD',
      country: 'CA',
      timezone: 'America/Toronto',
    });
    const { body } = await call('POST', '/v1/locations', { name: 'Airport' });
    expect(body).toMatchObject({ currency: 'CAD', country: 'CA', timezone: 'America/Toronto' });
  });
});

describe('the restaurant', () => {
  it('is read and changed', async () => {
    expect((await call('GET', '/v1/restaurant')).body).toEqual({
      id: 'rst_1',
      name: "mario's",
      country: 'US',
      language: 'en',
      organization_id: null,
    });
    expect((await call('PATCH', '/v1/restaurant', { name: 'Mario & Sons' })).body.name).toBe('Mario & Sons');
    expect((await call('PATCH', '/v1/restaurant', { organization_id: 'x' })).status).toBe(400);
    expect((await call('PATCH', '/v1/restaurant', { country: 'Italy' })).status).toBe(400);
  });
});

describe('a key', () => {
  it('is shown once, and works at once', async () => {
    const { status, body } = await call('POST', '/v1/keys', { name: 'till', scopes: ['write'] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'till', scopes: ['read', 'write'], location_ids: null });
    expect(body.key).toMatch(/^owk_[0-9a-f]{48}$/);
    expect(body.key.startsWith(body.prefix)).toBe(true);
    expect((await api.send({}, { key: body.key })).status).toBe(201);
    expect((await call('GET', '/v1/keys')).text).not.toContain(body.key);
  });

  it('stops working the moment it is deleted', async () => {
    const { body } = await call('POST', '/v1/keys', { name: 'till', scopes: ['read'] });
    expect((await call('DELETE', `/v1/keys/${body.id}`)).status).toBe(204);
    expect((await api.call('GET', '/v1/me', { key: body.key })).status).toBe(401);
    expect((await call('DELETE', `/v1/keys/${body.id}`)).status).toBe(404);
  });

  it('cannot delete itself, so nobody locks himself out', async () => {
    const { status, body } = await call('DELETE', '/v1/keys/key_mario-admin');
    expect(status).toBe(409);
    expect(body.detail).toContain('another admin key');
  });

  it('needs a name and scopes that exist', async () => {
    const { body } = await call('POST', '/v1/keys', { scopes: ['root'] });
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual(['name', 'scopes[0]']);
  });
});
