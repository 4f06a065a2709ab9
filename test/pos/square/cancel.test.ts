import { NoResponse } from '../../../src/http';
import type { Receipt } from '../../../src/pos/receipt';
import { square } from '../../../src/pos/square';
import { toCancellation } from '../../../src/pos/square/cancel';
import { answer, type Door, failure, openDoor } from '../../support/square-door';
import { sample } from '../../support/vendor-doors';

const OPEN = { settings: { unpaid_orders: 'leave_open' } };
const FREE = {
  items: [{ name: 'a look', quantity: '1', unit_price: 0 }],
  charges: [],
  quoted_total: 0,
};
let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
const cancel = (receipt: Receipt) => square.cancel(receipt, door.session);
const stateOf = async ({ pos_order_id }: Receipt) =>
  (await door.call('GET', `/v2/orders/${pos_order_id}`)).order.state;
const updates = () => door.requests.filter((line) => line.startsWith('PUT'));
const act = (receipt: Receipt, action: Parameters<Door['staff']['act']>[1]) =>
  door.staff.act(receipt.pos_order_id ?? '', action, door.stage.clock.now);

describe('an order that nobody has paid', () => {
  it('is cancelled whole, and once is enough', async () => {
    const receipt = await door.place(sample(), OPEN);
    await cancel(receipt);
    expect(await stateOf(receipt)).toBe('CANCELED');
    expect(door.tickets()).toMatchObject([{ voided: true, visible: false }]);
    await cancel(receipt);
    expect(updates()).toHaveLength(1);
  });
});

describe.each(['external_tender', 'cash_tender'])('an order that is booked as %s', (unpaid_orders) => {
  it('leaves the lists of Square, and its money to people, however often it is cancelled', async () => {
    const receipt = await door.place(sample(), { settings: { unpaid_orders } });
    for (const _time of [1, 2]) {
      expect(await failure(cancel(receipt))).toMatchObject({
        kind: 'rejected',
        details: { code: 'PAID_ORDER_KEPT' },
        message: expect.stringMatching(/keeps the payment.*Tell the kitchen.*refund it in Square: Orders/),
      });
    }
    expect(door.tickets()).toMatchObject([{ voided: true, visible: false, payment: 'paid' }]);
    expect(await door.payments(receipt.pos_order_id)).toBe(1);
    expect(updates()).toHaveLength(1);
    expect(door.requests.join()).not.toContain('refund');
  });

  it('is not called cooked by a repeat of the order', async () => {
    const settings = { unpaid_orders };
    await failure(cancel(await door.place(sample(), { settings })));
    const again = await door.place(sample(), { settings });
    expect(again).toMatchObject({ replayed: true, sent_to_kitchen: false });
    expect(again.warnings.join()).toContain('was cancelled in Square');
  });
});

it('cancels a ticket that costs nothing without a word: no money is booked for it', async () => {
  const receipt = await door.place(sample(FREE));
  await cancel(receipt);
  await cancel(receipt);
  expect(door.tickets()).toMatchObject([{ voided: true, visible: false }]);
});

it('is done where staff have cancelled it themselves', async () => {
  const receipt = await door.place();
  expect(act(receipt, 'cancel')).toBe(true);
  await cancel(receipt);
  expect(updates()).toEqual([]);
});

it('names only the fulfilments that still stand: what has ended is final', () => {
  const fulfillments = [
    { uid: 'gone', state: 'CANCELED' },
    { uid: 'failed', state: 'FAILED' },
    { uid: 'open', state: 'PROPOSED' },
  ];
  expect(toCancellation({ id: 'SQ1', version: 4, fulfillments })).toMatchObject({
    idempotency_key: 'SQ1v4',
    order: { fulfillments: [{ uid: 'open', state: 'CANCELED' }] },
  });
});

it('still takes back an order that the kitchen has begun', async () => {
  const receipt = await door.place();
  act(receipt, 'start');
  expect(await failure(cancel(receipt))).toMatchObject({ details: { code: 'PAID_ORDER_KEPT' } });
  expect(door.tickets()).toMatchObject([{ voided: true }]);
});

it.each([
  ['ready', 'ready'],
  ['complete', 'handed over'],
] as const)('comes too late once staff press %s, and changes nothing', async (action, words) => {
  const receipt = await door.place();
  act(receipt, action);
  expect(await failure(cancel(receipt))).toMatchObject({
    kind: 'rejected',
    details: { code: 'TOO_LATE' },
    message: expect.stringContaining(`Square shows the order as ${words}. Speak with the restaurant`),
  });
  expect(updates()).toEqual([]);
  expect(door.tickets()).toMatchObject([{ voided: false }]);
});

it.each([
  ['that Square does not know', 'SQNOSUCHORDER'],
  ['that Square never told the id of', null],
])('has nothing to cancel in an order %s, and says so', async (_what, pos_order_id) => {
  const receipt = { ...(await door.place()), pos_order_id };
  expect(await failure(cancel(receipt))).toMatchObject({ kind: 'rejected', details: { code: 'NO_ORDER' } });
});

describe('a cancel that Square', () => {
  const lost: Parameters<Door['when']>[1] = async (request, send) => {
    await send(request);
    throw new NoResponse('maybe', 'socket hang up');
  };
  it('did and never answered is asked again, and ends as the first would have', async () => {
    const receipt = await door.place();
    door.when(/\/v2\/orders\/\w+$/, (_request, send) => send(_request));
    door.when(/\/v2\/orders\/\w+$/, lost);
    expect(await failure(cancel(receipt))).toMatchObject({
      kind: 'unclear',
      message: expect.stringContaining('asked again'),
    });
    expect(await failure(cancel(receipt))).toMatchObject({ details: { code: 'PAID_ORDER_KEPT' } });
    expect(updates()).toHaveLength(1);
  });

  it('overtook with a change of its own is asked again, with the version of then', async () => {
    const receipt = await door.place();
    door.when(/\/v2\/orders\/\w+$/, async (request, send) => {
      const reply = await send(request);
      act(receipt, 'start');
      return reply;
    });
    expect(await failure(cancel(receipt))).toMatchObject({
      kind: 'unclear',
      details: { code: 'VERSION_MISMATCH' },
    });
    expect(await failure(cancel(receipt))).toMatchObject({ details: { code: 'PAID_ORDER_KEPT' } });
  });

  it.each([
    [
      'refuses',
      answer(400, { errors: [{ code: 'BAD_REQUEST', detail: 'No.' }] }),
      'rejected',
      /Cancel Items\.$/,
    ],
    ['answers without doing it', answer(200, { order: { state: 'OPEN' } }), 'unclear', /asked again/],
    ['fails at', answer(502, '<html>'), 'unclear', /asked again/],
  ])('%s is told as it is', async (_what, reply, kind, words) => {
    const receipt = await door.place();
    door.when(/\/v2\/orders\/\w+$/, (request, send) => send(request));
    door.when(/\/v2\/orders\/\w+$/, async () => reply);
    expect(await failure(cancel(receipt))).toMatchObject({ kind, message: expect.stringMatching(words) });
    expect(door.tickets()).toMatchObject([{ voided: false }]);
  });
});
