import type { HttpClient } from '../../../src/http';
import { toast } from '../../../src/pos/toast';
import { READ_ONLY } from '../../../src/pos/toast/errors';
import { failure, openToastDoor, type ToastDoor } from '../../support/toast-door';

let door: ToastDoor;
beforeEach(async () => {
  door = await openToastDoor();
});

describe('refusals', () => {
  it('of read-only credentials: by their scopes, before any order', async () => {
    const credentials = {
      client_id: door.fact('read_only_client_id'),
      client_secret: door.fact('read_only_client_secret'),
    };
    const token = await door.logIn(credentials);
    const error = await failure(toast.checkConnection(door.session({ credentials, token })));
    expect(error).toMatchObject({ kind: 'credentials', message: READ_ONLY });
  });

  it('of read-only credentials: by the 403 of an order', async () => {
    door.arm('read_only');
    const order = door.prepare().order;
    const settings = { ...door.session().settings, dining_option_id: door.fact('dining_option_take_out') };
    const error = await failure(toast.submitOrder(order, door.session({ settings }), undefined));
    expect(error.kind).toBe('credentials');
    expect(error.message).toMatch(new RegExp(`^${READ_ONLY}`));
  });

  it('of read-only credentials whose token tells no scopes: by asking the price of nothing', async () => {
    const silent: HttpClient = (request) =>
      door.http({
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${door.token.access_token}` },
      });
    const at = door.session({ http: silent, token: { access_token: 'opaque' } });
    expect((await toast.checkConnection(at)).name).toBe("Mario's Downtown");
    door.arm('read_only');
    expect((await failure(toast.checkConnection(at))).message).toMatch(new RegExp(`^${READ_ONLY}`));
    expect(door.tickets()).toHaveLength(0);
  });

  it('of an expired token and of a wrong secret', async () => {
    door.arm('expired_token');
    expect(await failure(door.send())).toMatchObject({
      kind: 'credentials',
      message: expect.stringContaining('The token has expired'),
    });
    const wrong = await failure(door.logIn({ client_id: 'x', client_secret: 'top-secret' }));
    expect(wrong).toMatchObject({ kind: 'credentials', message: expect.stringContaining('Live or Test') });
    expect(wrong.message).not.toContain('top-secret');
  });

  it('of too many requests: until Retry-After, else until the reset that Toast names', async () => {
    door.arm('throttle');
    expect(await failure(door.send())).toMatchObject({
      kind: 'throttled',
      details: { retryAfterSeconds: 2 },
    });
    const reset = String(Date.parse('2026-11-24T18:00:42Z') / 1000);
    const full: HttpClient = async () => ({
      status: 429,
      headers: { 'x-toast-ratelimit-reset': reset },
      body: '',
    });
    const error = await failure(door.send({}, door.session({ http: full })));
    expect(error).toMatchObject({ kind: 'throttled', details: { retryAfterSeconds: 42 } });
  });

  it('of a failure before the order: nothing was sent', async () => {
    const broken: HttpClient = async (request) =>
      request.url.endsWith('/prices')
        ? { status: 503, headers: {}, body: '<html>Service Unavailable</html>' }
        : door.http(request);
    const error = await failure(door.send({}, door.session({ http: broken })));
    expect(error.kind).toBe('unreachable');
    expect(door.tickets()).toHaveLength(0);
  });

  it('of a guest without an e-mail, in one sentence and before anything is sent', async () => {
    const settings = { ...door.session().settings, fallback_guest_email: undefined };
    const error = await failure(door.send({}, door.session({ settings })));
    expect(error).toMatchObject({ kind: 'rejected', details: { code: 'GUEST_EMAIL_NEEDED' } });
    expect(door.paths()).not.toContain('POST /orders/v2/prices');
  });

  it.each([
    ['a wrong group', 'WRONG_GROUP', 'Read the menu again.'],
    ['an unknown item', 'UNKNOWN_ENTITY', 'Read the menu again'],
  ])('of %s, with the next step', async (_name, code, step) => {
    const { order } = door.prepare();
    const group = order.menu?.items[0]?.pos.toast?.split('/')[0];
    const [own, dish] = order.items[0]?.pos?.split('/') ?? [];
    const pos = code === 'WRONG_GROUP' ? `${group}/${dish}` : `${own}/00000000-0000-4000-8000-000000000000`;
    const items = order.items.map((item) => ({ ...item, pos }));
    const error = await failure(toast.submitOrder({ ...order, items }, door.session(), undefined));
    expect(error).toMatchObject({
      kind: 'rejected',
      details: { code },
      message: expect.stringContaining(step),
    });
  });

  it('of a missing choice, told before Toast does and understood when Toast does', async () => {
    const items = [{ name: 'large pizza', quantity: '1' }];
    const told = await failure(Promise.resolve().then(() => door.send({ items })));
    expect(told.message).toMatch(/^Large Pizza needs a Crust: Thin, Pan or Stuffed\./);
    const { order } = door.prepare({ items: [{ ...items[0], options_text: 'thin' }] });
    const bare = { ...order, items: order.items.map((item) => ({ ...item, options: [] })) };
    const error = await failure(toast.submitOrder(bare, door.session(), undefined));
    expect(error).toMatchObject({ kind: 'rejected', details: { code: 'OPTIONS' } });
  });

  it('of an external id without its naming authority, naming the setting', async () => {
    const anonymous = { access_token: door.token.access_token };
    const nameless: HttpClient = (request) =>
      door.http({ ...request, body: request.body?.replaceAll('ORDERWIRE:', '') });
    const error = await failure(
      toast.submitOrder(door.prepare().order, door.session({ http: nameless, token: anonymous }), undefined),
    );
    expect(error).toMatchObject({
      details: { code: 'NAMING_AUTHORITY' },
      message: expect.stringContaining('"Naming Authority"'),
    });
  });
});
