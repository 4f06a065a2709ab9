import { PosError } from '../../../src/pos/errors';
import { square } from '../../../src/pos/square';
import type { Session } from '../../../src/pos/vendor';
import { fakeHttp } from '../../support/fake-http';
import { openDoor } from '../../support/square-door';
import { sample } from '../../support/vendor-doors';

const REFERENCE = 'ow0123456789abcdef01';
const pickup = (state: string, details: object = {}) => ({
  uid: 'f1',
  type: 'PICKUP',
  state,
  pickup_details: { recipient: { display_name: 'Ann Lee' }, ...details },
});
const placed = (part: object = {}) => ({
  id: 'SQ1',
  location_id: 'L1',
  reference_id: REFERENCE,
  state: 'OPEN',
  created_at: '2026-11-24T18:00:00Z',
  updated_at: '2026-11-24T18:02:03Z',
  ticket_name: 'Ann Lee 0123',
  total_money: { amount: 2695, currency: 'USD' },
  total_tip_money: { amount: 500, currency: 'USD' },
  fulfillments: [pickup('PROPOSED')],
  line_items: [
    {
      name: 'Pepperoni Pizza',
      variation_name: 'Large',
      quantity: '2',
      base_price_money: { amount: 1600, currency: 'USD' },
      modifiers: [{ name: 'Onions', quantity: '0' }, { name: 'Bacon', quantity: '2' }, { name: 'NO olives' }],
      note: 'well done',
    },
    { name: 'Coke', variation_name: 'Regular', quantity: '1' },
    { quantity: '1', base_price_money: { amount: 250, currency: 'USD' } },
  ],
  ...part,
});
const at = (replies: Parameters<typeof fakeHttp>[0]) => {
  const { http, asked } = fakeHttp(replies);
  const session: Session<'access_token' | 'webhook_secret'> = {
    http,
    credentials: { access_token: 'token' },
    settings: {},
    posLocation: 'L1',
    environment: 'production',
  };
  return { session, asked };
};
const fetchOne = (order: object) =>
  square.fetchPosOrder('SQ1', at({ '/v2/orders/SQ1': { body: { order } } }).session);

it('tells of an order all that Square tells', async () => {
  expect(await fetchOne(placed())).toEqual({
    pos_order_id: 'SQ1',
    reference: REFERENCE,
    ticket_number: '0123',
    status: 'accepted',
    at: '2026-11-24T18:02:03Z',
    pos_total: 2195,
    currency: 'USD',
    kitchen_confirmed: null,
    placed_at: '2026-11-24T18:00:00Z',
    customer_name: 'Ann Lee',
    service_type: 'pickup',
    items: [
      {
        name: 'Pepperoni Pizza (Large)',
        quantity: '2',
        unit_price: 1600,
        options: ['NO Onions', 'Bacon ×2', 'NO olives'],
        notes: 'well done',
      },
      { name: 'Coke', quantity: '1', unit_price: null, options: [], notes: null },
      { name: 'Custom amount', quantity: '1', unit_price: 250, options: [], notes: null },
    ],
  });
});

it.each([
  [{}, 'accepted', null],
  [{ fulfillments: [pickup('RESERVED')] }, 'in_preparation', true],
  [{ fulfillments: [pickup('PREPARED')] }, 'ready', true],
  [{ fulfillments: [pickup('COMPLETED')] }, 'completed', true],
  [{ fulfillments: [pickup('COMPLETED')], state: 'COMPLETED' }, 'completed', true],
  [{ fulfillments: [pickup('PROPOSED')], state: 'COMPLETED' }, 'completed', null],
  [{ fulfillments: [pickup('CANCELED')] }, 'cancelled', null],
  [{ fulfillments: [pickup('CANCELED')], state: 'COMPLETED' }, 'cancelled', null],
  [{ fulfillments: [pickup('FAILED')] }, 'cancelled', null],
  [{ state: 'CANCELED' }, 'cancelled', null],
  [{ fulfillments: [pickup('CANCELED'), pickup('RESERVED')] }, 'in_preparation', true],
  [{ fulfillments: [], state: 'OPEN' }, 'accepted', null],
  [{ fulfillments: undefined, state: 'COMPLETED' }, 'completed', null],
])('reads %j as %s, and the kitchen as %s', async (part, status, kitchen_confirmed) => {
  expect(await fetchOne(placed(part))).toMatchObject({ status, kitchen_confirmed });
});

it.each([
  [pickup('PROPOSED', { is_curbside_pickup: true }), 'curbside'],
  [{ uid: 'f', type: 'DELIVERY', state: 'PROPOSED', delivery_details: {} }, 'delivery'],
  [{ uid: 'f', type: 'SHIPMENT', state: 'PROPOSED' }, null],
])('reads the service of %j as %s', async (fulfillment, service_type) => {
  expect(await fetchOne(placed({ fulfillments: [fulfillment] }))).toMatchObject({ service_type });
});

it.each(['table 4', 'ow0123', `${REFERENCE}-x1-zz9!`, undefined])(
  'takes the reference %j of another program for none of ours',
  async (reference_id) => {
    expect(await fetchOne(placed({ reference_id }))).toMatchObject({
      reference: null,
      ticket_number: 'Ann Lee 0123',
    });
  },
);

it.each([
  ['of another location', { location_id: 'L2' }],
  ['that is a draft', { state: 'DRAFT' }],
])('knows no order %s', async (_what, part) => {
  expect(await fetchOne(placed(part))).toBeUndefined();
});
it('knows no order that Square does not have', async () => {
  expect(await square.fetchPosOrder('SQ9', at({}).session)).toBeUndefined();
});

it.each([
  { state: 'NEW_WORD' },
  { fulfillments: [pickup('NEW_WORD')] },
  { fulfillments: [pickup('constructor')] },
  { state: 'toString', fulfillments: [] },
])('does not guess what %j means', async (part) => {
  const error = await fetchOne(placed(part)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PosError);
  expect(error).toMatchObject({ kind: 'unclear', details: { code: 'UNKNOWN_STATE' } });
});

describe('what changed since a moment', () => {
  it('is asked for by page, whoever made it, oldest change first', async () => {
    const orders = [placed(), placed({ id: 'SQ2', state: 'NEW_WORD' }), placed({ id: 'SQ3' })];
    const { session, asked } = at({ '/v2/orders/search': { body: { orders } } });
    const seen = await square.listPosOrders('2026-11-24T12:00:00-05:00', session);
    expect(seen.map(({ pos_order_id }) => pos_order_id)).toEqual(['SQ1', 'SQ3']);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      location_ids: ['L1'],
      limit: 500,
      query: {
        filter: {
          state_filter: { states: ['OPEN', 'COMPLETED', 'CANCELED'] },
          date_time_filter: { updated_at: { start_at: '2026-11-24T17:00:00.000Z' } },
        },
        sort: { sort_field: 'UPDATED_AT', sort_order: 'ASC' },
      },
    });
  });

  it('holds our orders and those rung up at the counter, as staff have left them', async () => {
    const door = await openDoor();
    const { now } = door.stage.clock;
    const receipt = await door.place(sample({ service: { type: 'pickup' }, delivery: null }));
    door.staff.act(receipt.pos_order_id ?? '', 'start', now);
    const counter = door.staff.ringUp(now);
    const onePage = {
      times: 9,
      hook: (request: { body?: string }) => (request.body ?? '').replace('500', '1'),
    };
    door.when(/search$/, (request, send) => send({ ...request, body: onePage.hook(request) }), onePage.times);
    const seen = await square.listPosOrders(now.toISOString(), door.session);
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual(
      expect.objectContaining({
        pos_order_id: receipt.pos_order_id,
        reference: receipt.reference,
        ticket_number: receipt.ticket_number,
        pos_total: receipt.pos_total,
        status: 'in_preparation',
        kitchen_confirmed: true,
        service_type: 'pickup',
      }),
    );
    expect(seen).toContainEqual(
      expect.objectContaining({ pos_order_id: counter, reference: null, customer_name: 'Counter guest' }),
    );
    expect(await square.fetchPosOrder(counter, door.session)).toEqual(
      seen.find(({ pos_order_id }) => pos_order_id === counter),
    );
  });
});
