import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { serialization } from 'square';
import { toCancellation } from '../../src/pos/square/cancel';
import { toSearch } from '../../src/pos/square/find';
import { toSquareOrder } from '../../src/pos/square/order';
import { toSettlement, type UnpaidPolicy } from '../../src/pos/square/payment';
import { toChangedSince } from '../../src/pos/square/pos-orders';
import { specsOf } from '../support/specs';
import { pickupOrder } from '../support/square-order';
import { sample, shop } from '../support/vendor-doors';

const FOLDER = specsOf('square');
const FILE = existsSync(FOLDER)
  ? readdirSync(FOLDER).find((name) => name.endsWith('_openapi3.json'))
  : undefined;

const LONG = '🍕'.repeat(250);
const PAID = { payment: { state: 'paid', method: 'card', reference: 'r'.repeat(200) }, tip: 500 };
const delivery = (settings: Record<string, string>) => request(sample(), settings);

type Body = { order: ReturnType<typeof toSquareOrder>['order']; idempotency_key: string };
function request(order: ReturnType<typeof pickupOrder>, settings: Record<string, string> = {}): Body {
  const at = { posLocation: 'LSANDBOX1', settings, collect: 'UNPAID, collect $61.90' };
  const { order: sent } = toSquareOrder({ ...order, timezone: shop.timezone, country: 'US' }, at);
  return { order: sent, idempotency_key: sent.reference_id };
}

/** A line with every kind of option, as it stands once the menu has been read. */
function resolved(): ReturnType<typeof pickupOrder> {
  const actions = ['add', 'remove', 'extra', 'light', 'side', 'substitute'];
  const options = actions.map((action) => ({ name: 'onions', action, portion: 'left', quantity: 2 }));
  const order = pickupOrder({ items: [{ name: 'pizza', quantity: '2', notes: 'well done', options }] });
  const items = order.items.map((item) => ({
    ...item,
    pos: 'V1',
    defaults: ['M9'],
    options: item.options.map((option) => ({ ...option, pos: 'M1' })),
  }));
  return { ...order, items };
}

const longest = {
  customer: {
    name: LONG.slice(0, 200),
    phone: '+49 1512 34567890123',
    email: `${'a'.repeat(200)}@example.com`,
  },
  notes: 'n'.repeat(2000),
  items: [
    { name: LONG.slice(0, 200), quantity: '999', unit_price: 99_999_999, notes: LONG },
    {
      name: 'half a cake',
      quantity: '0.125',
      options: Array(50).fill({ name: LONG.slice(0, 200), quantity: 99 }),
    },
  ],
  charges: Array(20).fill({ name: LONG.slice(0, 100), amount: 99_999_999 }),
  discounts: Array(20).fill({ name: LONG.slice(0, 100), amount: 0 }),
};
const ORDERS: [string, () => Body][] = [
  ['the sample order', () => delivery({})],
  ['a delivery by a partner', () => delivery({ delivery_as: 'delivery' })],
  ['as soon as possible', () => request(pickupOrder({ timing: { requested_at: null } }))],
  ['curbside', () => request(pickupOrder({ service: { type: 'curbside' } }))],
  ['every kind of option', () => request(resolved())],
  ['the longest texts and largest amounts', () => request(pickupOrder(longest))],
  ['a currency without decimals', () => request(pickupOrder({ currency: 'JPY' }))],
];

const pay = (changes: object, policy: UnpaidPolicy, total = 6190) =>
  toSettlement(pickupOrder(changes), {
    id: 'O1',
    total,
    reference: `ow${'0'.repeat(18)}`,
    locationId: 'L1',
    policy,
  }).body;
const PAYMENTS: [string, () => Record<string, unknown>][] = [
  ['an external tender', () => pay({}, 'external_tender')],
  ['cash', () => pay({}, 'cash_tender')],
  ['paid elsewhere, with a tip', () => pay(PAID, 'external_tender')],
];
const SEARCHES: [string, () => object][] = [
  ['with a time', () => toSearch(sample(), { posLocation: 'L1', now: '2030-11-29T22:00:00Z' })],
  ['without', () => toSearch(sample(), { posLocation: 'L1' })],
  ['for what changed', () => toChangedSince('2030-11-29T22:00:00Z', { posLocation: 'L1' })],
  ['the next page', () => ({ ...toSearch(sample(), { posLocation: 'L1' }), cursor: 'abc' })],
];

const paidOrder = {
  net_amount_due_money: { amount: 0 },
  tenders: [{ id: 'T' }],
  total_money: { amount: 6190 },
};
const CANCELLATIONS: [string, () => object][] = [
  ['an unpaid order', () => cancel({ total_money: { amount: 6190 } })],
  ['the pickup of a paid one', () => cancel(paidOrder)],
  ['the pickup of a free one', () => cancel({ total_money: { amount: 0 } })],
];
const cancel = (placed: object) =>
  toCancellation({
    id: 'O'.repeat(192 - 4),
    location_id: 'L1',
    version: 12,
    fulfillments: [{ uid: 'f'.repeat(60), state: 'PROPOSED' }],
    ...placed,
  });

type Parser = { parse(body: unknown, options: { unrecognizedObjectKeys: 'fail' }): unknown };
/** Square's own client refuses keys, types and missing fields that its API does not know; it knows no lengths. */
function expectClientTakes(parser: Parser, body: unknown): void {
  expect(parser.parse(JSON.parse(JSON.stringify(body)), { unrecognizedObjectKeys: 'fail' })).toMatchObject({
    ok: true,
  });
}

describe("our requests, by the strict parser of Square's own client", () => {
  it.each(ORDERS)('order: %s', (_what, body) => {
    expectClientTakes(serialization.CreateOrderRequest, body());
    expectClientTakes(serialization.CalculateOrderRequest, { order: body().order });
  });
  it.each(PAYMENTS)('payment: %s', (_what, body) =>
    expectClientTakes(serialization.CreatePaymentRequest, body()),
  );
  it.each(SEARCHES)('search %s', (_what, body) =>
    expectClientTakes(serialization.SearchOrdersRequest, body()),
  );
  it.each(CANCELLATIONS)('cancelling %s', (_what, body) =>
    expectClientTakes(serialization.UpdateOrderRequest, body()),
  );
  it('the payment of nothing', () => {
    expectClientTakes(serialization.PayOrderRequest, pay({}, 'external_tender', 0));
  });
  it('notices a field that Square does not have', () => {
    const body = { ...delivery({}), surprise: 1 };
    expect(serialization.CreateOrderRequest.parse(body as never, { unrecognizedObjectKeys: 'fail' }).ok).toBe(
      false,
    );
  });
});

if (FILE === undefined) {
  console.warn(`not run: no vendor specifications found in ${FOLDER}`);
  it('not run: no vendor specifications found', () => {});
} else {
  describe("our requests, by the lengths and types of Square's specification", () => {
    const { components } = JSON.parse(readFileSync(join(FOLDER, FILE), 'utf8'), (key, value: unknown) =>
      key === 'nullable' ? undefined : value,
    );
    for (const [, name = ''] of JSON.stringify(components).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      components.schemas[name] ??= {};
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
    ajv.addSchema({ $id: 'square', components });
    const faults = (name: string, body: unknown) => {
      const validate = ajv.getSchema(`square#/components/schemas/${name}`);
      if (!validate) throw new Error(`the specification has no ${name}`);
      validate(JSON.parse(JSON.stringify(body)));
      return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    };

    it.each(ORDERS)('order: %s', (_what, body) => {
      expect(faults('CreateOrderRequest', body())).toEqual([]);
      expect(faults('CalculateOrderRequest', { order: body().order })).toEqual([]);
    });
    it.each(PAYMENTS)('payment: %s', (_what, body) =>
      expect(faults('CreatePaymentRequest', body())).toEqual([]),
    );
    it.each(SEARCHES)('search %s', (_what, body) =>
      expect(faults('SearchOrdersRequest', body())).toEqual([]),
    );
    it.each(CANCELLATIONS)('cancelling %s', (_what, body) =>
      expect(faults('UpdateOrderRequest', body())).toEqual([]),
    );
    it('the payment of nothing', () => {
      expect(faults('PayOrderRequest', pay({}, 'external_tender', 0))).toEqual([]);
    });
    it('notices a text that is too long', () => {
      const { order } = delivery({});
      const body = { order: { ...order, ticket_name: 'n'.repeat(31) } };
      expect(faults('CreateOrderRequest', body)).toEqual([expect.stringMatching(/ticket_name .* 30/)]);
    });
  });
}
