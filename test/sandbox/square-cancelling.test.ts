import { openSquare } from '../support/square-sandbox';

const TOTAL = 4748;
type Square = ReturnType<typeof openSquare>;

const cancelled = (fulfillments: { uid: string }[]) =>
  fulfillments.map(({ uid }) => ({ uid, state: 'CANCELED' }));
const put = (square: Square, id: string, order: object, key: string) =>
  square.call(`/v2/orders/${id}`, { idempotency_key: key, order }, { method: 'PUT' });
const read = (square: Square, id: string) => square.call(`/v2/orders/${id}`).body.order;
const ordered = (fields: Record<string, unknown> = {}) => {
  const square = openSquare();
  return { square, ...square.order(fields).body.order };
};
const paid = () => {
  const order = ordered();
  const { id: paymentId } = order.square.pay(order.id, TOTAL).body.payment;
  return { ...order, paymentId };
};

describe('cancelling an order that nobody has paid', () => {
  it('takes it and its fulfilment back in one call, for good', () => {
    const { square, id, fulfillments } = ordered();
    const reply = put(
      square,
      id,
      { version: 1, state: 'CANCELED', fulfillments: cancelled(fulfillments) },
      'a',
    );
    expect(reply.body.order).toMatchObject({
      state: 'CANCELED',
      version: 2,
      closed_at: '2026-11-27T18:31:07.000Z',
      fulfillments: [{ state: 'CANCELED', pickup_details: { canceled_at: '2026-11-27T18:31:07.000Z' } }],
      net_amount_due_money: { amount: TOTAL },
    });
    expect(square.ticket()).toMatchObject({ visible: false, voided: true, printed: 0 });
    expect(put(square, id, { version: 2, ticket_name: 'Bob' }, 'b').body.errors).toMatchObject([
      { code: 'BAD_REQUEST', field: 'order.state' },
    ]);
  });

  it('is refused while its fulfilment is alive', () => {
    const { square, id } = ordered();
    expect(put(square, id, { version: 1, state: 'CANCELED' }, 'a').body.errors).toMatchObject([
      { category: 'INVALID_REQUEST_ERROR', code: 'INVALID_VALUE', field: 'order.state' },
    ]);
    expect(read(square, id)).toMatchObject({ state: 'OPEN', version: 1 });
  });

  it('needs no fulfilment where the order has none', () => {
    const { square, id } = ordered({ fulfillments: [] });
    expect(put(square, id, { version: 1, state: 'CANCELED' }, 'a').body.order.state).toBe('CANCELED');
  });

  it('is done once, however often the same call is repeated', () => {
    const { square, id, fulfillments } = ordered();
    const change = { version: 1, state: 'CANCELED', fulfillments: cancelled(fulfillments) };
    const first = put(square, id, change, 'a');
    expect(put(square, id, change, 'a')).toEqual(first);
    expect(put(square, id, change, 'b').body.errors).toMatchObject([{ code: 'VERSION_MISMATCH' }]);
  });

  it('is refused for an order that is not there', () => {
    expect(put(openSquare(), 'nope', { version: 1, state: 'CANCELED' }, 'a')).toMatchObject({
      status: 404,
      body: { errors: [{ code: 'NOT_FOUND' }] },
    });
  });
});

describe('cancelling an order that has been paid', () => {
  it('is refused, before and after a refund; the meal is called off by its fulfilment', () => {
    const { square, id, fulfillments, paymentId } = paid();
    const all = { state: 'CANCELED', fulfillments: cancelled(fulfillments) };
    const refusal = {
      status: 400,
      body: {
        errors: [
          {
            category: 'INVALID_REQUEST_ERROR',
            code: 'BAD_REQUEST',
            detail: 'Orders cannot be canceled after payments have been processed.',
            field: 'order.state',
          },
        ],
      },
    };
    expect(put(square, id, { version: 2, ...all }, 'a')).toEqual(refusal);
    square.call('/v2/refunds', {
      idempotency_key: 'r',
      payment_id: paymentId,
      amount_money: { amount: TOTAL, currency: 'USD' },
    });
    expect(put(square, id, { version: 2, ...all }, 'b')).toEqual(refusal);
    expect(square.ticket()).toMatchObject({ visible: true, voided: false });

    put(square, id, { version: 2, fulfillments: cancelled(fulfillments) }, 'c');
    expect(read(square, id)).toMatchObject({
      state: 'OPEN',
      version: 3,
      net_amount_due_money: { amount: 0 },
    });
    expect(square.ticket()).toMatchObject({ visible: false, voided: true, printed: 1 });
  });

  it('is refused with an old version once staff have begun, and goes through with the new one', () => {
    const { square, id, fulfillments } = paid();
    square.simulator.act(id, 'start', square.clock.now);
    const change = { fulfillments: cancelled(fulfillments) };
    expect(put(square, id, { version: 2, ...change }, 'a').body.errors).toMatchObject([
      { code: 'VERSION_MISMATCH', field: 'order.version' },
    ]);
    expect(put(square, id, { version: 3, ...change }, 'b').status).toBe(200);
  });

  it('is refused once the guest has picked it up', () => {
    const { square, id, fulfillments } = paid();
    square.simulator.act(id, 'complete', square.clock.now);
    const reply = put(square, id, { version: 3, fulfillments: cancelled(fulfillments) }, 'a');
    expect(reply.body.errors).toMatchObject([{ code: 'BAD_REQUEST', field: 'order.state' }]);
  });

  it('cannot be undone by moving the fulfilment on', () => {
    const { square, id, fulfillments } = paid();
    put(square, id, { version: 2, fulfillments: cancelled(fulfillments) }, 'a');
    const revived = fulfillments.map(({ uid }) => ({ uid, state: 'PREPARED' }));
    expect(put(square, id, { version: 3, fulfillments: revived }, 'b').body.errors).toMatchObject([
      { code: 'INVALID_VALUE', field: 'order.fulfillments[0].state' },
    ]);
  });

  it('leaves an order that its caller may still complete', () => {
    const { square, id, fulfillments } = paid();
    put(square, id, { version: 2, fulfillments: cancelled(fulfillments) }, 'a');
    expect(put(square, id, { version: 3, state: 'COMPLETED' }, 'b').body.order.state).toBe('COMPLETED');
  });
});

describe('taking a payment back', () => {
  it('cash and outside payments cannot be cancelled, by id or by key', () => {
    const { square, id, paymentId } = paid();
    const cancel = (path: string, body?: object) =>
      square.call(path, body, {
        method: 'POST',
        ...(body ? {} : { headers: { 'content-type': undefined } }),
      });
    expect(cancel(`/v2/payments/${paymentId}/cancel`).body.errors).toMatchObject([{ code: 'BAD_REQUEST' }]);
    expect(cancel('/v2/payments/nope/cancel').status).toBe(404);
    expect(cancel('/v2/payments/cancel', { idempotency_key: `${id}p` }).status).toBe(400);
    expect(cancel('/v2/payments/cancel', { idempotency_key: 'never used' })).toEqual({
      status: 200,
      body: {},
    });
    expect(square.ticket()).toMatchObject({ visible: true, payment: 'paid' });
  });

  it('they are refunded in parts up to their total, and the payment shows it', () => {
    const { square, paymentId } = paid();
    const refund = (key: string, amount: number, fields = {}) =>
      square.call('/v2/refunds', {
        idempotency_key: key,
        payment_id: paymentId,
        amount_money: { amount, currency: 'USD' },
        ...fields,
      });
    const first = refund('a', 4000, { reason: 'No cake left' });
    expect(first.body).toMatchObject({
      refund: { status: 'COMPLETED', destination_type: 'EXTERNAL', reason: 'No cake left', unlinked: false },
    });
    expect(refund('a', 4000, { reason: 'No cake left' })).toEqual(first);
    expect(refund('b', 749).body.errors).toMatchObject([
      { category: 'REFUND_ERROR', code: 'REFUND_AMOUNT_INVALID', field: 'amount_money' },
    ]);
    expect(refund('c', 748).status).toBe(200);
    expect(square.call(`/v2/payments/${paymentId}`).body.payment).toMatchObject({
      status: 'COMPLETED',
      refunded_money: { amount: TOTAL },
      refund_ids: [expect.any(String), expect.any(String)],
    });
  });

  it.each([
    ['money that Square did not take', { unlinked: true }, 'BAD_REQUEST'],
    ['no payment', { payment_id: undefined }, 'MISSING_REQUIRED_PARAMETER'],
    ['a payment that is not there', { payment_id: 'nope' }, 'NOT_FOUND'],
    ['an old version of the payment', { payment_version_token: 'old' }, 'VERSION_MISMATCH'],
    ['nothing', { amount_money: { amount: 0, currency: 'USD' } }, 'REFUND_AMOUNT_INVALID'],
    ['another currency', { amount_money: { amount: 1, currency: 'EUR' } }, 'CURRENCY_MISMATCH'],
  ])('refuses a refund of %s', (_what, fields, code) => {
    const { square, paymentId } = paid();
    const request = { payment_id: paymentId, amount_money: { amount: 1, currency: 'USD' }, ...fields };
    expect(square.call('/v2/refunds', { idempotency_key: 'r', ...request }).body.errors).toMatchObject([
      { code },
    ]);
  });
});
