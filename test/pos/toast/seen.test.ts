import { toast } from '../../../src/pos/toast';
import type { Session } from '../../../src/pos/vendor';
import { fakeHttp } from '../../support/fake-http';

const REFERENCE = 'ow0123456789abcdef01';
const placed = (part: object = {}) => ({
  guid: 'G1',
  externalId: `MARIOS:${REFERENCE}`,
  displayNumber: '12',
  approvalStatus: 'APPROVED',
  guestOrderStatus: 'RECEIVED',
  createdDate: '2026-11-24T18:00:00.000+0000',
  modifiedDate: '2026-11-24T18:02:03.000+0000',
  checks: [
    {
      displayNumber: '12',
      tabName: 'Ann Lee 0123',
      customer: { firstName: 'Ann', lastName: 'Lee' },
      totalAmount: 21.95,
      selections: [
        {
          displayName: 'Garlic Knots',
          quantity: 2,
          receiptLinePrice: 6.5,
          fulfillmentStatus: 'NEW',
          modifiers: [
            { displayName: 'Extra Cheese' },
            { displayName: 'well done', selectionType: 'SPECIAL_REQUEST' },
          ],
        },
        { displayName: 'Cola', quantity: 1, receiptLinePrice: 2, voided: true },
      ],
    },
  ],
  ...part,
});
const at = (replies: Parameters<typeof fakeHttp>[0], now?: string) => {
  const { http, asked } = fakeHttp(replies);
  const session = {
    http,
    credentials: {},
    settings: {},
    posLocation: 'R1',
    environment: 'production',
    ...(now && { now }),
  } as Session;
  return { session, asked };
};
const fetchOne = (order: object) => toast.fetchPosOrder('G1', at({ '/orders/G1': { body: order } }).session);

it('tells of an order all that Toast tells', async () => {
  expect(await fetchOne(placed())).toEqual({
    pos_order_id: 'G1',
    reference: REFERENCE,
    ticket_number: '12',
    status: 'accepted',
    at: '2026-11-24T18:02:03.000Z',
    pos_total: 2195,
    currency: null,
    kitchen_confirmed: null,
    placed_at: '2026-11-24T18:00:00.000Z',
    customer_name: 'Ann Lee',
    service_type: null,
    items: [
      { name: 'Garlic Knots', quantity: '2', unit_price: 650, options: ['Extra Cheese'], notes: 'well done' },
    ],
  });
});

it.each([
  [{ guestOrderStatus: 'RECEIVED' }, 'accepted'],
  [{ guestOrderStatus: 'IN_PREPARATION' }, 'in_preparation'],
  [{ guestOrderStatus: 'READY_FOR_PICKUP' }, 'ready'],
  [{ guestOrderStatus: 'CLOSED' }, 'completed'],
  [{ guestOrderStatus: 'VOIDED' }, 'cancelled'],
  [{ voided: true, guestOrderStatus: 'IN_PREPARATION' }, 'cancelled'],
  [{ voided: true, deleted: true }, 'cancelled'],
  [{ approvalStatus: 'NOT_APPROVED' }, 'rejected'],
  [{ approvalStatus: 'NEEDS_APPROVAL', guestOrderStatus: undefined }, 'accepted'],
  [{ approvalStatus: 'FUTURE', guestOrderStatus: null }, 'accepted'],
])('calls %j %s', async (part, status) => {
  expect(await fetchOne(placed(part))).toMatchObject({ status });
});

it.each([
  { guestOrderStatus: 'ON_THE_MOON' },
  { approvalStatus: 'PERHAPS', guestOrderStatus: 'RECEIVED' },
  { approvalStatus: null, guestOrderStatus: null },
])('does not guess what %j means', async (part) => {
  await expect(fetchOne(placed(part))).rejects.toMatchObject({
    kind: 'unclear',
    details: { code: 'UNKNOWN_STATE' },
    message: expect.stringContaining('Look at it in Toast'),
  });
});

const line = (fulfillmentStatus: string) => placed({ checks: [{ selections: [{ fulfillmentStatus }] }] });
it.each([
  [line('SENT'), true],
  [line('READY'), true],
  [line('NEW'), null],
  [line('HOLD'), null],
  [line('UNHEARD_OF'), null],
  [{ ...line('SENT'), voided: true }, false],
  [{ ...line('NEW'), approvalStatus: 'NOT_APPROVED' }, false],
])('knows whether the kitchen has it', async (order, kitchen_confirmed) => {
  expect(await fetchOne(order)).toMatchObject({ kitchen_confirmed });
});

it.each([
  [{ deliveryInfo: { address1: '12 Oak St' } }, 'delivery'],
  [{ curbsidePickupInfo: { transportColor: 'blue' } }, 'curbside'],
  [{ table: { guid: 'T1' } }, 'dine_in'],
  [{ deliveryInfo: null, curbsidePickupInfo: null, table: null }, null],
])('reads the service from %j', async (part, service_type) => {
  expect(await fetchOne(placed(part))).toMatchObject({ service_type });
});

it('has none where Toast has none, or staff have joined it to another order', async () => {
  expect(await fetchOne(placed({ deleted: true }))).toBeUndefined();
  for (const status of [404, 400])
    expect(await toast.fetchPosOrder('G1', at({ '/G1': { status } }).session)).toBeUndefined();
  const broken = at({ '/G1': { status: 500 } }).session;
  await expect(toast.fetchPosOrder('G1', broken)).rejects.toMatchObject({ kind: 'unreachable' });
});

it('reads what changed since then, whoever made it, and leaves out what it cannot read', async () => {
  const born = placed({ guid: 'G2', externalId: null });
  const bodies = [placed(), born, placed({ guid: 'G3', guestOrderStatus: 'ODD' })];
  const { session, asked } = at({ '/ordersBulk': { body: bodies } }, '2026-11-24T19:00:00Z');
  const seen = await toast.listPosOrders('2026-11-24T17:00:00Z', session);
  expect(seen.map(({ pos_order_id, reference }) => [pos_order_id, reference])).toEqual([
    ['G1', REFERENCE],
    ['G2', null],
  ]);
  expect(asked.map(({ url }) => decodeURIComponent(url.split('?')[1] ?? ''))).toEqual([
    'startDate=2026-11-24T17:00:00.000+0000&endDate=2026-11-24T20:00:00.000+0000&pageSize=100&page=1',
  ]);
});

it('reads a long time in periods that Toast answers, and every page of each', async () => {
  const full = Array.from({ length: 100 }, (_, index) => placed({ guid: `G${index}` }));
  const asked: string[] = [];
  const session = at({}, '2026-11-24T18:00:00Z').session;
  const http: Session['http'] = async ({ url }) => {
    asked.push(url);
    return { status: 200, headers: {}, body: JSON.stringify(url.endsWith('page=1') ? full : [placed()]) };
  };
  const seen = await toast.listPosOrders('2026-10-01T00:00:00Z', { ...session, http });
  expect(asked.map((url) => url.slice(-6))).toEqual(['page=1', 'page=2', 'page=1', 'page=2']);
  expect(seen).toHaveLength(202);
});
