import { openSquare } from '../support/square-sandbox';

const TOTAL = 4748;
const cooking = () => {
  const square = openSquare();
  const { id } = square.order().body.order;
  square.pay(id, TOTAL);
  const act = (action: 'start' | 'ready' | 'complete' | 'cancel') =>
    square.simulator.act(id, action, square.clock.now);
  const wait = (minutes: number) => {
    square.clock.now = new Date(square.clock.now.getTime() + minutes * 60_000);
  };
  return { square, id, act, wait, read: () => square.call(`/v2/orders/${id}`).body.order };
};
const changedSince = (square: ReturnType<typeof openSquare>, since: string) =>
  square
    .call('/v2/orders/search', {
      location_ids: ['LSANDBOX1'],
      query: {
        filter: { date_time_filter: { updated_at: { start_at: since } } },
        sort: { sort_field: 'UPDATED_AT' },
      },
    })
    .body.orders?.map(({ id }) => id);

describe('staff move an order on', () => {
  it('from new to picked up, and every read shows where it is and since when', () => {
    const { act, wait, read } = cooking();
    expect([act('start'), wait(10), act('ready'), wait(5), act('complete')]).toEqual([
      true,
      undefined,
      true,
      undefined,
      true,
    ]);
    expect(read()).toMatchObject({
      state: 'COMPLETED',
      version: 5,
      closed_at: '2026-11-27T18:46:07.000Z',
      fulfillments: [
        {
          state: 'COMPLETED',
          pickup_details: {
            accepted_at: '2026-11-27T18:31:07.000Z',
            ready_at: '2026-11-27T18:41:07.000Z',
            picked_up_at: '2026-11-27T18:46:07.000Z',
          },
        },
      ],
    });
  });

  it('to cancelled: its fulfilment says so, and the order, being paid, is COMPLETED', () => {
    const { square, act, read } = cooking();
    expect(act('cancel')).toBe(true);
    expect(read()).toMatchObject({ state: 'COMPLETED', fulfillments: [{ state: 'CANCELED' }] });
    expect(square.ticket()).toMatchObject({ visible: false, voided: true, printed: 1 });
  });

  it('never back, never twice, never after the end', () => {
    const { act } = cooking();
    act('ready');
    expect([act('start'), act('ready'), act('complete'), act('cancel')]).toEqual([false, false, true, false]);
  });

  it('only where Square POS shows it: not an unpaid order, not one that is not there', () => {
    const square = openSquare();
    const { id } = square.order().body.order;
    expect(square.simulator.act(id, 'start', square.clock.now)).toBe(false);
    expect(square.simulator.act('nope', 'start', square.clock.now)).toBe(false);
  });

  it('and a search by the time of change finds it', () => {
    const { square, id, act, wait } = cooking();
    wait(10);
    const since = square.clock.now.toISOString();
    expect(changedSince(square, since)).toEqual([]);
    act('ready');
    expect(changedSince(square, since)).toEqual([id]);
  });
});

describe('an order rung up at the counter', () => {
  it('is paid, before the cook and readable, but has no version and no reference', () => {
    const square = openSquare();
    const id = square.simulator.ringUp(square.clock.now);
    expect(square.ticket()).toMatchObject({
      id,
      reference: null,
      visible: true,
      payment: 'paid',
      printed: 1,
      total: 299,
    });
    const { order } = square.call(`/v2/orders/${id}`).body;
    expect(order).toMatchObject({
      state: 'OPEN',
      source: { name: 'Point of Sale' },
      tenders: [{ type: 'CASH' }],
    });
    expect(order).not.toHaveProperty('version');
    expect(order).not.toHaveProperty('reference_id');
    expect(changedSince(square, square.clock.now.toISOString())).toEqual([id]);
  });

  it('cannot be changed through the API, while staff can move it on', () => {
    const square = openSquare();
    const id = square.simulator.ringUp(square.clock.now);
    const change = { idempotency_key: 'a', order: { version: 2, ticket_name: 'Bob' } };
    expect(square.call(`/v2/orders/${id}`, change, { method: 'PUT' }).body.errors).toMatchObject([
      { code: 'BAD_REQUEST' },
    ]);
    expect(square.simulator.act(id, 'complete', square.clock.now)).toBe(true);
    expect(square.call(`/v2/orders/${id}`).body.order.state).toBe('COMPLETED');
  });

  it('is one more order each time', () => {
    const square = openSquare();
    const ids = [1, 2].map(() => square.simulator.ringUp(square.clock.now));
    expect(new Set(ids).size).toBe(2);
    expect(square.tickets()).toHaveLength(2);
  });
});
