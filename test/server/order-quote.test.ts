import type { HttpClient } from '../../src/http';
import { inProcessClient } from '../../src/sandbox/in-process';
import { knownConnections } from '../../src/sandbox/known-connections';
import { Sandbox } from '../../src/sandbox/sandbox';
import { callMenu, daily, largePizza } from '../support/call-time';
import { Clock, OrderApi } from '../support/order-api';

/** Where the sandbox's POS systems answer, in this process. */
const POS = 'http://127.0.0.1:9';
const AT = Date.parse('2026-11-27T18:00:00Z');

type Asked = { url: string; timeoutMs?: number };
let api: OrderApi;
let asked: Asked[];
afterEach(() => api.stop());

/** A shop whose orders go to one POS of the sandbox; `answer` stands in the way of its requests. */
async function open(vendor: string, answer: (real: HttpClient) => HttpClient = (real) => real) {
  const clock = new Clock(AT);
  clock.stands = true;
  const target = new Sandbox().find(vendor);
  if (!target) throw new Error(`no vendor ${vendor}`);
  const real = inProcessClient({ base: `${POS}/${vendor}`, clock: { now: new Date(AT) } }, target);
  asked = [];
  const http = answer(async (request) => {
    asked.push(request);
    return real(request);
  });
  const known = knownConnections(POS).filter((one) => one.vendor === vendor);
  const connections = known.map((one) => ({ ...one, location_id: 'loc_1', default: true }));
  api = await OrderApi.start({ clock, connections, http });
  return target;
}
const withPosMenu = async (vendor: string, answer?: (real: HttpClient) => HttpClient) => {
  const target = await open(vendor, answer);
  expect((await api.call('POST', '/v1/menu/sync')).status).toBe(200);
  asked = [];
  return target;
};
const withOwnMenu = async () => {
  await open('square');
  await api.call('PUT', '/v1/menu', { body: callMenu });
};
const quote = async (order: object, query = '') => {
  const { status, body } = await api.call('POST', `/v1/orders/quote${query}`, {
    key: 'mario-read',
    body: order,
  });
  expect([status, body.detail]).toEqual([200, undefined]);
  return body;
};
const phoned = {
  customer: { name: 'Ann Lee', phone: '+1 617 555 0123', email: 'ann_lee@example.com' },
  items: [
    { name: 'large pepperoni pizza', quantity: '2', options_text: 'extra cheese' },
    { name: 'coke', quantity: '1' },
  ],
};

describe.each(['square', 'toast', 'clover'])('a quote with %s behind it', (vendor) => {
  it('tells the total of the POS, tax included, and no ticket is made', async () => {
    const target = await withPosMenu(vendor);
    const { ok, totals, total_source, say, order, expires_at } = await quote(phoned);
    expect([ok, total_source]).toEqual([true, 'pos']);
    expect(totals).toEqual({
      subtotal: totals.total - totals.tax,
      charges: 0,
      discounts: 0,
      tax: expect.any(Number),
      tip: 0,
      total: expect.any(Number),
      currency: 'USD',
    });
    expect(say).toBe(`That is $${(totals.total / 100).toFixed(2)}.`);
    expect(order.quoted_total).toBe(totals.total);
    expect(expires_at).toBe('2026-11-27T18:10:00.000Z');
    expect(target.simulator.tickets(new Date(AT + 120_000))).toEqual([]);
  });
});

describe('without an answer from the POS', () => {
  const pizzaAndCoke = 2 * (1599 + 200) + 299;
  const ours = { total_source: 'computed', totals: { total: pizzaAndCoke, tax: null } };

  it('is worked out from the menu when the POS does not answer in time', async () => {
    const waits: number[] = [];
    const silent =
      (real: HttpClient): HttpClient =>
      (request) => {
        if (!request.url.endsWith('/calculate')) return real(request);
        waits.push(request.timeoutMs ?? Infinity);
        return new Promise(() => {});
      };
    await withPosMenu('square', silent);
    expect(await quote(phoned, '?pos_wait_ms=50')).toMatchObject(ours);
    expect(waits.map((wait) => wait > 0 && wait <= 50)).toEqual([true]);
  });

  it('asks nothing outside with a wait of 0, in the address or beside the order', async () => {
    await withPosMenu('square');
    expect(await quote(phoned, '?pos_wait_ms=0')).toMatchObject(ours);
    expect(await quote({ ...phoned, pos_wait_ms: 0 })).toMatchObject(ours);
    expect(asked).toEqual([]);
  });

  it('sends nothing more once the guest has had an answer', async () => {
    let answered: (() => void) | undefined;
    const slow =
      (real: HttpClient): HttpClient =>
      async (request) => {
        if (request.url.includes('order_types')) await new Promise<void>((resolve) => (answered = resolve));
        return real(request);
      };
    await withPosMenu('clover', slow);
    expect(await quote(phoned, '?pos_wait_ms=50')).toMatchObject(ours);
    answered?.();
    for (let turns = 0; turns < 50; turns++) await new Promise(setImmediate);
    expect(asked.filter(({ url }) => url.includes('checkouts'))).toEqual([]);
  });

  it('is worked out where the POS refuses', async () => {
    const target = await withPosMenu('square');
    target.arm({ fault: 'throttle', times: 5, seconds: 2 });
    expect(await quote(phoned)).toMatchObject(ours);
  });

  it('is worked out where nothing on the menu is the POS’s', async () => {
    await withOwnMenu();
    expect(await quote({ items: [largePizza] })).toMatchObject({
      total_source: 'computed',
      totals: { total: 1800 },
    });
    expect(asked).toEqual([]);
  });
});

describe('our own total', () => {
  beforeEach(withOwnMenu);
  const coke = { name: 'coke', quantity: '2' };

  it('is told without the tax, which only the POS knows, and is then no total to be held to', async () => {
    const { totals, say, order } = await quote({ items: [largePizza, coke] });
    expect(totals).toEqual({
      subtotal: 2300,
      charges: 0,
      discounts: 0,
      tax: null,
      tip: 0,
      total: 2300,
      currency: 'USD',
    });
    expect([say, order.quoted_total]).toEqual(['That is $23.00 plus tax.', null]);
  });

  it('is the whole price where menus include the tax', async () => {
    await api.call('PATCH', '/v1/locations/loc_1', { body: { country: 'GB' } });
    const { say, order } = await quote({ items: [coke] });
    expect([say, order.quoted_total]).toEqual(['That is $5.00.', 500]);
  });

  it('counts fees and discounts, and leaves the tip apart', async () => {
    const { totals } = await quote({
      items: [coke],
      charges: [{ type: 'delivery', name: 'Fee', amount: 300 }],
      discounts: [{ name: 'Loyalty', amount: 100 }],
      tip: 200,
    });
    expect(totals).toMatchObject({ subtotal: 500, charges: 300, discounts: 100, tip: 200, total: 700 });
  });

  it('prefers the menu to what the caller thinks it costs', async () => {
    expect((await quote({ items: [{ ...coke, unit_price: 1 }] })).totals.total).toBe(500);
  });

  it('is not made up for what has an open price', async () => {
    const { ok, totals, say } = await quote({ items: [{ name: 'soup of the day', quantity: '1' }] });
    expect([ok, totals.total, say]).toEqual([true, null, 'The restaurant will tell you the total.']);
  });
});

it('speaks the refusal or the question first, and asks no POS for a price before it is settled', async () => {
  await withPosMenu('square');
  const open = { items: [{ name: 'large pizza', quantity: '1' }] };
  expect(await quote(open)).toMatchObject({ ok: false, say: expect.stringMatching(/^Which crust/) });
  await api.call('PATCH', '/v1/locations/loc_1', { body: { hours: daily('17:00', '22:00') } });
  expect((await quote(open)).say).toMatch(/closed right now/);
  expect((await quote(phoned)).say).toMatch(/closed right now/);
  expect(asked).toEqual([]);
});

it.each([
  ['?pos_wait_ms=20000', {}],
  ['', { pos_wait_ms: 'soon' }],
])('refuses a wait nobody can mean: %s %j', async (query, more) => {
  await withOwnMenu();
  const answer = await api.call('POST', `/v1/orders/quote${query}`, { body: { ...phoned, ...more } });
  expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'pos_wait_ms']);
});
