import { FaultySimulator } from '../../src/sandbox/faults';
import { createSquareSimulator } from '../../src/sandbox/square';

type Money = { amount: number; currency: string };
/** The parts of Square's answers that tests look into; each answer holds only some of them. */
type SquareBody = {
  order: { id: string; version: number; state: string; fulfillments: { uid: string }[]; total_money: Money };
  orders: { id: string; reference_id?: string }[];
  payment: { id: string };
  objects: { id: string; type: string }[];
  errors: { category: string; code: string; detail: string; field?: string }[];
  scopes: string[];
  cursor?: string;
};
export type SquareAnswer = { status: number; body: SquareBody };
type Options = { method?: string; headers?: Record<string, string | undefined>; text?: string };

/** A fresh Square sandbox at a fixed time, and short ways to call it as a client with the right token would. */
export function openSquare(now = new Date('2026-11-27T18:31:07Z')) {
  const simulator = createSquareSimulator();
  const target = new FaultySimulator(simulator);
  const clock = { now };
  const send = (path: string, body?: unknown, options: Options = {}): SquareAnswer | undefined => {
    const url = new URL(path, 'http://square');
    const headers = {
      authorization: `Bearer ${simulator.facts.access_token}`,
      'square-version': '2026-09-16',
      'content-type': 'application/json',
      ...options.headers,
    };
    const outcome = target.handle(
      {
        method: options.method ?? (body === undefined && options.text === undefined ? 'GET' : 'POST'),
        path: url.pathname,
        query: url.searchParams,
        headers: Object.fromEntries(
          Object.entries(headers).filter((entry) => entry[1] !== undefined),
        ) as Record<string, string>,
        body: options.text ?? (body === undefined ? '' : JSON.stringify(body)),
      },
      clock.now,
    );
    if ('dropped' in outcome) return undefined;
    return { status: outcome.reply.status, body: JSON.parse(outcome.reply.body) };
  };
  const call = (path: string, body?: unknown, options: Options = {}): SquareAnswer => {
    const answer = send(path, body, options);
    if (!answer) throw new Error('the connection was dropped');
    return answer;
  };
  const order = (fields: Record<string, unknown> = {}, key?: string): SquareAnswer =>
    call('/v2/orders', { ...(key ? { idempotency_key: key } : {}), order: { ...PHONE_ORDER, ...fields } });
  const pay = (orderId: string, amount: number, fields: Record<string, unknown> = {}): SquareAnswer =>
    call('/v2/payments', {
      source_id: 'EXTERNAL',
      idempotency_key: `${orderId}p`,
      amount_money: usd(amount),
      order_id: orderId,
      external_details: { type: 'OTHER', source: 'Phone order' },
      ...fields,
    });
  const ticket = () => {
    const [first] = simulator.tickets(clock.now);
    if (!first) throw new Error('there is no ticket');
    return first;
  };
  return {
    simulator,
    target,
    clock,
    send,
    call,
    order,
    pay,
    ticket,
    tickets: () => simulator.tickets(clock.now),
  };
}

export const usd = (amount: number) => ({ amount, currency: 'USD' });

export const PICKUP = {
  type: 'PICKUP',
  pickup_details: {
    schedule_type: 'SCHEDULED',
    pickup_at: '2026-11-27T19:15:00-05:00',
    note: 'ring twice',
    recipient: { display_name: 'Ann Lee', phone_number: '+14155550123' },
  },
};

/** Two large pepperoni pizzas with extra cheese and no onions, an off-menu cake, a delivery fee and $5 off: 4748. */
export const PHONE_ORDER = {
  location_id: 'LSANDBOX1',
  reference_id: 'ow0123456789abcdef01',
  ticket_name: 'Ann Lee',
  source: { name: 'OrderWire' },
  line_items: [
    {
      quantity: '2',
      catalog_object_id: 'SQVARPEPPERONILARGE',
      note: 'well done',
      modifiers: [
        { catalog_object_id: 'SQMODTOPPINGSEXTRACHEESE', quantity: '2' },
        { name: 'NO onions', base_price_money: usd(0) },
      ],
    },
    { quantity: '1', name: 'Birthday cake', base_price_money: usd(950) },
  ],
  discounts: [{ name: 'Loyalty', amount_money: usd(500), scope: 'ORDER' }],
  service_charges: [{ name: 'Delivery fee', amount_money: usd(300), calculation_phase: 'SUBTOTAL_PHASE' }],
  fulfillments: [PICKUP],
};
