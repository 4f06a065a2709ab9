import { NoResponse } from '../../../src/http';
import { square } from '../../../src/pos/square';
import { toSquareOrder } from '../../../src/pos/square/order';
import { answer, type Door, failure, openDoor } from '../../support/square-door';
import { pickupOrder } from '../../support/square-order';
import { sample } from '../../support/vendor-doors';

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});

const oneTicketOnePayment = async (id: string | null) => {
  expect(door.tickets()).toMatchObject([{ visible: true, payment: 'paid', printed: 1 }]);
  expect(await door.payments(id)).toBe(1);
};

describe('an order that was created but not paid', () => {
  type Hook = Parameters<Door['when']>[1];
  const lost: Hook = async (request, send) => {
    await send(request);
    throw new NoResponse('maybe', 'socket hang up');
  };
  const html = '<html><h1>502 Bad Gateway</h1></html>';
  it.each<[string, string, Hook]>([
    ['never left', 'unreachable', () => Promise.reject(new NoResponse('no', 'connect ECONNREFUSED'))],
    ['got no reply, and was not booked', 'unclear', () => Promise.reject(new NoResponse('maybe', 'timeout'))],
    ['got no reply, and was booked', 'unclear', lost],
    ['ended in an error page', 'unclear', async () => answer(502, html)],
    ['was answered with half a reply', 'unclear', async () => answer(200, '{"payment":{"id')],
    ['was too fast', 'throttled', async () => answer(429, { errors: [{ code: 'RATE_LIMITED' }] })],
    [
      'lacked the permission',
      'credentials',
      async () => answer(403, { errors: [{ code: 'INSUFFICIENT_SCOPES' }] }),
    ],
    [
      'was refused',
      'rejected',
      async () => answer(400, { errors: [{ code: 'BAD_REQUEST', detail: 'No.' }] }),
    ],
  ])('since the payment %s is paid by the next try, and not created again', async (_what, kind, hook) => {
    door.when(/\/v2\/payments$/, hook);
    const error = await failure(door.place());
    const [ticket] = door.tickets();
    expect(error.kind).toBe(kind);
    expect(error.details.progress).toEqual({ pos_order_id: ticket?.id, completed: ['order'] });
    const receipt = await door.place();
    expect(receipt).toMatchObject({ sent_to_kitchen: true, replayed: true, completed: ['order', 'payment'] });
    expect(door.writes().filter((line) => line === 'POST /v2/orders')).toHaveLength(1);
    await oneTicketOnePayment(receipt.pos_order_id);
  });

  it('is settled where another door paid it just before', async () => {
    door.when(/\/v2\/payments$/, async (request, send) => {
      const { idempotency_key: _key, ...body } = JSON.parse(request.body ?? '{}');
      await send({ ...request, body: JSON.stringify({ ...body, idempotency_key: 'by-hand' }) });
      return send(request);
    });
    const receipt = await door.place();
    expect(receipt.sent_to_kitchen).toBe(true);
    await oneTicketOnePayment(receipt.pos_order_id);
  });
});

describe('two doors that send one order at the same moment', () => {
  const ALLERGY = { allergy_note: 'peanuts' };
  const LONG = { notes: 'n'.repeat(900) };
  const CARD = { payment: { state: 'paid', method: 'card' } };
  const CASH = { payment: { state: 'paid', method: 'cash' } };
  it.each<[string, object, object]>([
    ['in the same words', {}, {}],
    ['one of them with an allergy', {}, ALLERGY],
    ['one of them with a note that does not fit', LONG, {}],
    ['with different ways of having paid', CARD, CASH],
    ['with different lines', {}, { items: [{ name: 'coke', quantity: '1' }] }],
  ])('%s make one ticket and one payment', async (_what, first, second) => {
    const receipts = await Promise.all([door.place(sample(first)), door.place(sample(second))]);
    for (const receipt of receipts) expect(receipt.sent_to_kitchen).toBe(true);
    expect(receipts[0]?.pos_order_id).toBe(receipts[1]?.pos_order_id);
    await oneTicketOnePayment(receipts[0]?.pos_order_id ?? null);
  });
});

describe('a reference that Square has seen before', () => {
  const other = sample({ notes: 'Two forks, please' });
  it('with other words is the same order: it is found, and what differs is said', async () => {
    const first = await door.place();
    const second = await door.place(other, { lookFirst: false });
    expect(second).toMatchObject({ replayed: true, pos_order_id: first.pos_order_id, sent_to_kitchen: true });
    expect(second.warnings).toEqual([expect.stringContaining('in other words: its ticket stands')]);
    await oneTicketOnePayment(first.pos_order_id);
  });
  it('in the words "already exists" is understood too', async () => {
    const first = await door.place();
    const detail = `Order ${first.pos_order_id} already exists.`;
    door.when(/\/v2\/orders$/, async () => answer(400, { errors: [{ code: 'BAD_REQUEST', detail }] }));
    expect(await door.place(other, { lookFirst: false })).toMatchObject({
      replayed: true,
      sent_to_kitchen: true,
    });
    await oneTicketOnePayment(first.pos_order_id);
  });
  it('but does not show yet is unclear, never refused and never sent under another key', async () => {
    await door.place();
    door.when(/\/search$/, async () => answer(200, {}));
    expect(await failure(door.place(other, { lookFirst: false }))).toMatchObject({ kind: 'unclear' });
    expect(door.tickets()).toHaveLength(1);
  });
  it('and forgotten since makes no second ticket: the first is looked for', async () => {
    const first = await door.place();
    door.when(/\/v2\/orders$/, (request, send) =>
      send({
        ...request,
        body: (request.body ?? '').replace('"idempotency_key":"ow', '"idempotency_key":"new'),
      }),
    );
    expect(await door.place()).toMatchObject({ replayed: true, pos_order_id: first.pos_order_id });
    await oneTicketOnePayment(first.pos_order_id);
  });
  it('is found behind many other orders', async () => {
    const first = await door.place();
    for (const number of [1, 2, 3]) await door.place(sample({ external_ref: `call-${number}` }));
    const onePerPage: Parameters<Door['when']>[1] = (request, send) =>
      send({ ...request, body: (request.body ?? '').replace('"limit":500', '"limit":1') });
    door.when(/\/search$/, onePerPage, 10);
    expect(await door.place()).toMatchObject({ replayed: true, pos_order_id: first.pos_order_id });
    expect(door.tickets()).toHaveLength(4);
  });
});

const cancel = async (id: string | null) => {
  const { order } = await door.call('GET', `/v2/orders/${id}`);
  const [{ uid }] = order.fulfillments;
  const fulfillments = [{ uid, state: 'CANCELED' }];
  const change = { version: order.version, fulfillments, state: 'CANCELED' };
  const { errors } = await door.call('PUT', `/v2/orders/${id}`, { idempotency_key: 'c', order: change });
  expect(errors).toBeUndefined();
};

describe('a ticket that staff cancelled', () => {
  it('is not cooked again by a repeat, nor paid: the receipt says what to do', async () => {
    const settings = { unpaid_orders: 'leave_open' };
    const first = await door.place(sample(), { settings });
    await cancel(first.pos_order_id);
    door.when(/payments$/, () => Promise.reject(new Error('nothing may be paid')), 9);
    for (const lookFirst of [true, false]) {
      const again = await door.place(sample({ notes: lookFirst ? 'x' : 'y' }), { lookFirst });
      expect(again).toMatchObject({
        replayed: true,
        sent_to_kitchen: false,
        pos_order_id: first.pos_order_id,
      });
      expect(again.warnings.join()).toContain('was cancelled in Square');
    }
    expect(door.tickets()).toHaveLength(1);
    expect(await door.payments(first.pos_order_id)).toBe(0);
  });
});

describe('a ticket that staff cancelled and made anew', () => {
  it('is the one that lives', async () => {
    const settings = { unpaid_orders: 'leave_open' };
    const { order } = toSquareOrder(pickupOrder(), door.session);
    const anew = await door.call('POST', '/v2/orders', { idempotency_key: 'by-hand', order });
    const first = await door.place(sample(), { settings, lookFirst: false });
    await cancel(first.pos_order_id);
    expect(await door.place()).toMatchObject({ replayed: true, pos_order_id: anew.order.id });
  });
});

describe('what Square shows of an order', () => {
  it.each([
    ['0.5', 'half a portion', '0.5 × large pepperoni pizza'],
    ['3', 'three', 'Pepperoni Pizza (Large)'],
  ])('%s is %s', async (quantity, _words, name) => {
    const items = [
      { name: 'large pepperoni pizza', quantity, unit_price: 1599, options_text: 'mushrooms x2' },
    ];
    await door.place(sample({ items, quoted_total: null }));
    expect(door.tickets()[0]?.lines).toMatchObject([
      { name, options: [expect.stringMatching(/mushrooms ×2/i)] },
    ]);
  });
  it('what is on a dish by default, unless the guest took it away', async () => {
    const items = [{ name: 'cheeseburger', quantity: '1', options_text: 'no onions; bacon' }];
    await door.place(sample({ items, quoted_total: null }));
    expect(door.tickets()[0]?.lines[0]?.options).toEqual(['Pickles', 'NO onions', 'Bacon']);
  });
});

it('refuses an id that is not in the catalogue, says so, and makes nothing', async () => {
  const items = sample().items.map((item) => ({ ...item, pos: 'SQVARGONE' }));
  const error = await failure(square.submitOrder({ ...sample(), items }, door.session, undefined));
  expect(error).toMatchObject({ kind: 'rejected', details: { code: 'NOT_FOUND' } });
  expect(error.message).toMatch(/SQVARGONE.* not found.*Read the menu again\.$/);
  expect(door.tickets()).toEqual([]);
});
