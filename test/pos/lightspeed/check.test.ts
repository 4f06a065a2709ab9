import { lightspeed } from '../../../src/pos/lightspeed';
import type { Session } from '../../../src/pos/vendor';
import { fakeHttp } from '../../support/fake-http';

const LOCATION = '9007199254740993';
const check = (part: object = {}) => ({
  ikaccountId: 'A17700.3',
  name: 'ORDER NZVV',
  openDate: '2026-11-24T18:00:00.000+0000',
  currentAmount: 21.95,
  paidAmount: 0,
  salesEntries: [
    {
      itemName: 'Pepperoni Pizza Large',
      quantity: 2,
      unitAmount: 15.99,
      active: true,
      timeOfTransactionUtc: '2026-11-24T18:00:05.000+0000',
      modifiers: [{ name: 'No Onions', quantity: 1 }],
      subLineItems: [{ itemName: 'Extra Cheese', quantity: 2 }],
    },
    { itemName: 'Cola', quantity: 1, unitAmount: 2, active: false },
  ],
  ...part,
});
const open = (reply: { status?: number; body?: unknown }, settings: Record<string, string> = {}) => {
  const { http, asked } = fakeHttp({ '/o/op/1/order/accounts/A17700.3': reply });
  const session = {
    http,
    credentials: {},
    settings,
    posLocation: LOCATION,
    environment: 'production',
  } as Session;
  return { asked, fetched: () => lightspeed.fetchPosOrder('A17700.3', session) };
};

it('reads the check that the webhook named, as far as a check tells', async () => {
  const { fetched, asked } = open({ body: check() }, { currency: 'USD' });
  expect(await fetched()).toEqual({
    pos_order_id: 'A17700.3',
    reference: null,
    ticket_number: 'ORDER NZVV',
    status: 'accepted',
    at: '2026-11-24T18:00:05.000Z',
    pos_total: 2195,
    currency: 'USD',
    kitchen_confirmed: null,
    placed_at: '2026-11-24T18:00:00.000Z',
    customer_name: null,
    service_type: null,
    items: [
      {
        name: 'Pepperoni Pizza Large',
        quantity: '2',
        unit_price: 1599,
        options: ['Extra Cheese ×2', 'No Onions'],
        notes: null,
      },
    ],
  });
  expect(asked.map(({ url }) => url)).toEqual([
    `https://api.lsk.lightspeed.app/o/op/1/order/accounts/A17700.3?businessLocationId=${LOCATION}`,
  ]);
});

const closeDate = '2026-11-24T19:00:00.000+0000';
it.each([
  [{ closeDate }, { status: 'completed', at: '2026-11-24T19:00:00.000Z' }],
  [{ closeDate, salesEntries: [{ itemName: 'Cola', active: false }] }, { status: 'cancelled' }],
  [{ salesEntries: [] }, { status: 'accepted' }],
])('calls an order that is %j what it is', async (part, expected) => {
  expect(await open({ body: check(part) }).fetched()).toMatchObject(expected);
});

it('names no amounts where it does not know what they are worth', async () => {
  expect(await open({ body: check() }).fetched()).toMatchObject({
    pos_total: null,
    currency: null,
    items: [{ unit_price: null }],
  });
});

it.each([
  ['has none by this id', { status: 404 }],
  ['takes no such id', { status: 400 }],
  ['answers without a check', { body: {} }],
])('knows of no order where Lightspeed %s', async (_name, reply) => {
  expect(await open(reply).fetched()).toBeUndefined();
});

it('can ask again where Lightspeed fails', async () => {
  await expect(open({ status: 503 }).fetched()).rejects.toMatchObject({ kind: 'unreachable' });
});

it('says why it can neither cancel nor list: no such call exists, and a list of checks names no order of ours', () => {
  expect(lightspeed.noSuchApi.cancel).toContain('no call that cancels');
  expect(lightspeed).not.toHaveProperty('cancel');
  expect(lightspeed).not.toHaveProperty('listPosOrders');
});
