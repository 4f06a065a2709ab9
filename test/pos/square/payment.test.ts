import { policyFor, tenderWarnings, toSettlement, type UnpaidPolicy } from '../../../src/pos/square/payment';
import { failure, openDoor } from '../../support/square-door';
import { pickupOrder } from '../../support/square-order';
import { sample } from '../../support/vendor-doors';

const UNPAID = { payment: { state: 'unpaid' } };
const PAID = { payment: { state: 'paid', method: 'card', reference: 'ch_42' }, tip: 500 };

describe('an order that the guest has not paid', () => {
  it.each<[UnpaidPolicy, boolean, string]>([
    ['external_tender', true, 'UNPAID, collect $61.90'],
    ['cash_tender', true, 'UNPAID, collect $61.90'],
    ['leave_open', false, 'DELIVERY'],
  ])('with %s is seen by the kitchen: %s', async (policy, seen, note) => {
    const door = await openDoor();
    const receipt = await door.place(sample(), { settings: { unpaid_orders: policy } });
    expect(receipt).toMatchObject({ state: 'accepted', sent_to_kitchen: seen, pos_total: 6190 });
    expect(receipt.completed).toEqual(seen ? ['order', 'payment'] : ['order']);
    expect(door.tickets()).toMatchObject([{ visible: seen, payment: seen ? 'paid' : 'unpaid' }]);
    expect(door.tickets()[0]?.notes.join()).toContain(note);
    expect(await door.payments(receipt.pos_order_id)).toBe(seen ? 1 : 0);
  });

  it('left open is said to be unseen, and nothing claims that money is to be collected', async () => {
    const door = await openDoor();
    const receipt = await door.place(sample(), { settings: { unpaid_orders: 'leave_open' } });
    expect(receipt.warnings).toEqual(['Square POS does not show this order to staff until it is paid.']);
    expect(receipt.status_text).toContain('The kitchen does not see it yet.');
    expect(JSON.stringify(door.tickets())).not.toContain('UNPAID');
  });

  it('is held with the question while the restaurant has not chosen, and Square is asked nothing', async () => {
    const door = await openDoor({ environment: 'production' });
    const error = await failure(door.place(sample(), { settings: {}, lookFirst: false }));
    expect(error).toMatchObject({ kind: 'rejected', details: { code: 'UNPAID_POLICY_UNSET' } });
    expect(error.message).toMatch(
      /^How should unpaid orders reach Square\?.*external tender.*cash.*leave them open/,
    );
    expect(door.requests).toEqual([]);
  });

  it('takes the first choice in the sandbox', async () => {
    const door = await openDoor();
    expect(await door.place(sample(), { settings: {} })).toMatchObject({ sent_to_kitchen: true });
  });

  it.each([{}, { unpaid_orders: 'someday' }])('with the setting %j is not sent by a guess', (settings) => {
    const order = pickupOrder(UNPAID);
    expect(() => policyFor(order, { settings, environment: 'production' })).toThrow(
      'How should unpaid orders',
    );
  });
});

describe('an order that is paid already', () => {
  it('needs no choice, asks staff for no money, and keeps its tip apart', async () => {
    const door = await openDoor({ environment: 'production' });
    const first = await door.place(sample(PAID), { settings: {} });
    const again = await door.place(sample(PAID), { settings: {} });
    for (const receipt of [first, again])
      expect(receipt).toMatchObject({ sent_to_kitchen: true, pos_total: 6190, warnings: [] });
    expect(again.replayed).toBe(true);
    expect(door.tickets()).toMatchObject([{ visible: true, tip: 500, total: 6690 }]);
    expect(JSON.stringify(door.tickets())).not.toContain('UNPAID');
  });
});

describe('an order that costs nothing', () => {
  const FREE = { discounts: [{ name: 'On the house', amount: 99_999 }], charges: [], quoted_total: 0 };
  it('is closed without a payment, and stays one ticket when repeated', async () => {
    const door = await openDoor();
    const receipt = await door.place(sample(FREE));
    expect(receipt).toMatchObject({ sent_to_kitchen: true, pos_total: 0, warnings: [] });
    expect(door.writes()).toEqual(['POST /v2/orders', `POST /v2/orders/${receipt.pos_order_id}/pay`]);
    expect(await door.place(sample(FREE))).toMatchObject({ sent_to_kitchen: true, replayed: true });
    expect(door.tickets()).toMatchObject([{ visible: true, total: 0 }]);
  });
  it('is seen as paid after Square has forgotten the key', async () => {
    const door = await openDoor();
    await door.place(sample(FREE));
    door.when(/\/pay$/, (request, send) =>
      send({ ...request, body: '{"idempotency_key":"new","payment_ids":[]}' }),
    );
    expect(await door.place(sample(FREE))).toMatchObject({ sent_to_kitchen: true, replayed: true });
  });
});

describe('the request for the money', () => {
  const due = { id: 'O1', total: 2195, reference: 'ow1', locationId: 'L1' } as const;
  const common = {
    idempotency_key: 'ow1p',
    amount_money: { amount: 2195, currency: 'USD' },
    order_id: 'O1',
    location_id: 'L1',
    reference_id: 'ow1',
  };
  it.each<[string, object, UnpaidPolicy, object]>([
    [
      'an external tender names what to collect',
      UNPAID,
      'external_tender',
      {
        ...common,
        source_id: 'EXTERNAL',
        note: 'UNPAID, collect $21.95',
        external_details: { type: 'OTHER', source: 'UNPAID, collect $21.95' },
      },
    ],
    [
      'a cash tender supplies exactly the total',
      UNPAID,
      'cash_tender',
      {
        ...common,
        source_id: 'CASH',
        note: 'UNPAID, collect $21.95',
        cash_details: { buyer_supplied_money: common.amount_money },
      },
    ],
    [
      'a paid order names how, under which reference, and its tip',
      PAID,
      'external_tender',
      {
        ...common,
        source_id: 'EXTERNAL',
        note: 'Paid: card',
        tip_money: { amount: 500, currency: 'USD' },
        external_details: { type: 'OTHER', source: 'Paid: card', source_id: 'ch_42' },
      },
    ],
    [
      'a tip promised is not a tip paid',
      { ...UNPAID, tip: 500 },
      'external_tender',
      {
        ...common,
        source_id: 'EXTERNAL',
        note: 'UNPAID, collect $21.95',
        external_details: { type: 'OTHER', source: 'UNPAID, collect $21.95' },
      },
    ],
  ])('%s', (_what, changes, policy, body) => {
    expect(toSettlement(pickupOrder(changes), { ...due, policy })).toEqual({ path: '/v2/payments', body });
  });

  it.each<[string, number, 'CASH' | 'EXTERNAL']>([
    ['CAD', 1235, 'CASH'],
    ['CAD', 1237, 'EXTERNAL'],
    ['AUD', 1236, 'EXTERNAL'],
    ['USD', 1237, 'CASH'],
    ['JPY', 1237, 'CASH'],
  ])(
    'cash of %s %i is recorded as %s, since some countries have no single cents',
    (currency, total, source_id) => {
      const order = pickupOrder({ currency });
      const bill = { ...due, total, policy: 'cash_tender' as const };
      expect(toSettlement(order, bill).body).toMatchObject({
        source_id,
        amount_money: { amount: total, currency },
      });
      expect(tenderWarnings(order, bill)).toHaveLength(source_id === 'CASH' ? 0 : 1);
    },
  );
});
