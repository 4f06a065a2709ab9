import type { PosErrorKind } from '../../../src/pos/errors';
import { square } from '../../../src/pos/square';
import { answer, failure, openDoor } from '../../support/square-door';
import { sample } from '../../support/vendor-doors';

const HTML = '<!doctype html><html><h1>503 Service Unavailable</h1></html>';

describe('a reply that cannot be read', () => {
  it.each<[string, RegExp, number, string, PosErrorKind, number]>([
    ['an error page while asking the price', /calculate$/, 503, HTML, 'unreachable', 0],
    ['a web page as a price', /calculate$/, 200, HTML, 'unreachable', 0],
    ['an error page while creating', /orders$/, 503, HTML, 'unclear', 0],
    ['half a reply while creating', /orders$/, 200, '{"order":{"id":"trunc', 'unclear', 0],
    ['an order without an id', /orders$/, 200, '{"order":{}}', 'unclear', 0],
    ['an empty reply', /orders$/, 200, '', 'unclear', 0],
    ['an error page while paying', /payments$/, 502, HTML, 'unclear', 1],
    ['an error page while looking', /search$/, 500, HTML, 'unreachable', 0],
  ])('%s is told from a refusal', async (_what, path, status, body, kind, tickets) => {
    const door = await openDoor();
    door.when(path, async () => answer(status, body));
    const error = await failure(door.place());
    expect(error.kind).toBe(kind);
    if (kind === 'unreachable') expect(error.message).toMatch(/^Square .*No order was sent; try again\.$/);
    expect(door.tickets()).toHaveLength(tickets);
    expect(await door.place()).toMatchObject({ sent_to_kitchen: true });
    expect(door.tickets()).toHaveLength(1);
  });
});

describe('each code of Square', () => {
  it.each<[number, string, PosErrorKind, RegExp]>([
    [401, 'UNAUTHORIZED', 'credentials', /wrong token and for a token of the other environment/],
    [401, 'ACCESS_TOKEN_EXPIRED', 'credentials', /Reconnect Square/],
    [401, 'ACCESS_TOKEN_REVOKED', 'credentials', /Connect Square again/],
    [401, 'CLIENT_DISABLED', 'credentials', /Check the connection/],
    [403, 'FORBIDDEN', 'credentials', /Check the connection/],
    [403, 'INSUFFICIENT_SCOPES', 'credentials', /ORDERS_WRITE and PAYMENTS_WRITE/],
    [400, 'CURRENCY_MISMATCH', 'rejected', /currency of the shop/],
    [400, 'INVALID_LOCATION', 'rejected', /Check the location id/],
    [404, 'NOT_FOUND', 'rejected', /Read the menu again/],
    [400, 'NOBODY_KNOWS_THIS', 'rejected', /\(NOBODY_KNOWS_THIS\)\. Correct it/],
    [413, 'REQUEST_ENTITY_TOO_LARGE', 'rejected', /Correct it/],
    [429, 'RATE_LIMITED', 'throttled', /sent again by itself/],
    [409, 'CONFLICT', 'unclear', /looked up/],
    [400, 'VERSION_MISMATCH', 'unclear', /looked up/],
    [503, 'SERVICE_UNAVAILABLE', 'unclear', /looked up/],
    [400, 'INTERNAL_SERVER_ERROR', 'unclear', /looked up/],
  ])('%i %s is %s, with the next step', async (status, code, kind, next) => {
    const door = await openDoor();
    door.when(
      /orders$/,
      async () => answer(status, { errors: [{ category: 'X', code, detail: 'Because.' }] }),
      2,
    );
    const error = await failure(door.place());
    expect(error).toMatchObject({ kind, vendor: 'square', details: { code, httpStatus: status } });
    expect(error.message).toContain(code);
    expect(error.message).toMatch(next);
  });
  it('is missing: the status stands for it', async () => {
    const door = await openDoor();
    door.when(/orders$/, async () => answer(403, HTML));
    const { message } = await failure(door.place());
    expect(message).toBe(
      'Square does not accept this access token (403). Check the connection, and the permissions of the application in Square.',
    );
  });
  it('never repeats what the guest said', async () => {
    const door = await openDoor();
    const detail = 'Value "+1 617 555 0123" of ann_lee@example.com is invalid.';
    const body = { errors: [{ code: 'INVALID_PHONE_NUMBER', detail, field: 'recipient.phone_number' }] };
    door.when(/orders$/, async () => answer(400, body));
    const { message } = await failure(door.place());
    expect(message).toBe(
      'Square refused the order: Value "…" of … is invalid, field recipient.phone_number (INVALID_PHONE_NUMBER). Correct it and send the order again.',
    );
  });
});

describe('the connection', () => {
  it('tells the shop it leads to', async () => {
    const { session } = await openDoor();
    expect(await square.checkConnection(session)).toEqual({
      id: 'LSANDBOX1',
      name: "Mario's Downtown",
      currency: 'USD',
      timezone: 'America/New_York',
      country: 'US',
    });
  });
  it.each(['LNOWHERE', 'LSANDBOX2', ''])(
    'with the location %j names the locations there are',
    async (posLocation) => {
      const { session } = await openDoor({ posLocation });
      const error = await failure(square.checkConnection(session));
      expect(error).toMatchObject({ kind: 'rejected', details: { code: 'INVALID_LOCATION' } });
      expect(error.message).toContain(
        `"${posLocation}" for this token. Its locations: Mario's Downtown (LSANDBOX1).`,
      );
    },
  );
  it('with a token that may only read names the permissions it lacks', async () => {
    const door = await openDoor();
    door.stage.target.arm({ fault: 'read_only', times: 9, seconds: 0 });
    const error = await failure(square.checkConnection(door.session));
    expect(error).toMatchObject({ kind: 'credentials', details: { code: 'INSUFFICIENT_SCOPES' } });
    expect(error.message).toContain('it lacks ORDERS_WRITE, PAYMENTS_WRITE.');
  });
});

describe('what Square itself would take, and no kitchen can make, is refused first', () => {
  it.each([
    ['a pizza without its crust', 'large pizza', '', 'Large Pizza needs a Crust: Thin, Pan or Stuffed.'],
    ['a pizza with two crusts', 'large pizza', 'thin; pan', 'takes at most 1 of Crust'],
    ['a dessert that is sold out', 'tiramisu', '', 'Tiramisu is sold out.'],
  ])('%s', async (_what, name, options_text, message) => {
    const door = await openDoor();
    const items = [{ name, quantity: '1', options_text }];
    expect(() => door.place(sample({ items }))).toThrow(message);
    expect(door.requests).toEqual([]);
  });
});
