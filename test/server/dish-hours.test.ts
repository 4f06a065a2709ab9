import { daily } from '../support/call-time';
import { OrderApi } from '../support/order-api';

const menu = (hours: unknown) => ({
  items: [
    { id: 'pancakes', name: 'Pancakes', category: 'Plates', price: 900, hours },
    { id: 'burger', name: 'Burger', category: 'Plates', price: 1100 },
  ],
});
const pancakes = { items: [{ name: 'pancakes', quantity: '1' }] };

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
});
afterEach(() => api.stop());

const put = (hours: unknown) => api.call('PUT', '/v1/menu', { body: menu(hours) });
const ask = async (path: 'validate' | 'quote', changes: object = {}) =>
  (await api.call('POST', `/v1/orders/${path}`, { body: { ...pancakes, ...changes } })).body;
/** The clock of these tests stands at Friday, 1 PM in New York. */
const at = (local: string) => ({ timing: { requested_at: local } });

describe('a dish with hours of its own', () => {
  beforeEach(() => put(daily('07:00', '11:00')));

  it('cannot be had after them: the guest hears when it is served, and what there is instead', async () => {
    const problem = {
      path: 'items[0]',
      code: 'sold_out',
      say: 'We serve Pancakes tomorrow from 7:00 AM to 11:00 AM. Would you like Burger instead?',
      substitutes: [{ item_id: 'burger', name: 'Burger' }],
    };
    for (const path of ['validate', 'quote'] as const) {
      expect(await ask(path)).toMatchObject({ ok: false, problems: [problem] });
    }
  });

  it('can be had for a time within them', async () => {
    expect(await ask('validate', at('2026-11-28T09:00:00'))).toMatchObject({ ok: true, problems: [] });
    const late = await ask('validate', at('2026-11-28T12:00:00'));
    expect(late.problems).toMatchObject([
      { code: 'sold_out', say: expect.stringContaining('We serve Pancakes on Sunday') },
    ]);
  });

  it('is there all the same where staff say so, and is not written down as sold out by being read', async () => {
    expect((await api.call('GET', '/v1/menu')).body.items[0]).toMatchObject({
      available: true,
      hours: daily('07:00', '11:00'),
    });
    await api.call('PATCH', '/v1/menu/items/pancakes', { body: { available: true } });
    expect(await ask('validate')).toMatchObject({ ok: true });
  });
});

it.each([['Breakfast only, until we run out'], [null], [[]]])(
  'is always there with hours that say nothing of a clock: %j',
  async (hours) => {
    expect((await put(hours)).status).toBe(200);
    expect((await api.call('GET', '/v1/menu')).body.items[0].hours).toEqual(hours);
    expect(await ask('validate')).toMatchObject({ ok: true, problems: [] });
  },
);

it('names hours that are wrong', async () => {
  const { status, body } = await put([
    { day: 1, open: '7', close: '11:00' },
    { day: 8, open: '07:00', close: '11:00' },
  ]);
  expect([status, body.errors]).toEqual([
    400,
    [{ path: 'items[0].hours[1].day', message: expect.stringContaining('1 to 7') }],
  ]);
  expect((await put([{ day: 1, open: '7', close: '11:00' }])).body.errors).toEqual([
    { path: 'items[0].hours[0].open', message: expect.stringContaining('write "11:00"') },
  ]);
  expect((await put(7)).body.errors).toMatchObject([{ path: 'items[0].hours' }]);
});
