import { clover } from '../../../src/pos/clover';
import type { CloverSession } from '../../../src/pos/clover/api';
import { PosError } from '../../../src/pos/errors';
import { openClover } from '../../support/clover-door';
import { fakeHttp } from '../../support/fake-http';

const REFERENCE = 'ow0123456789abcdef01';
const CREATED = Date.parse('2026-11-24T18:00:00Z');
const lines = (printed: boolean) => ({
  elements: [
    {
      name: 'Cheeseburger',
      price: 1095,
      note: 'well done',
      printed,
      modifications: { elements: [{ name: 'Bacon', amount: 200 }] },
    },
    { name: 'Olives', price: 500, unitQty: 1250, printed: false },
    {},
  ],
});
const placed = (part: object = {}) => ({
  id: 'ORDER1',
  state: 'open',
  title: 'Ann Lee #0123, ASAP',
  note: `PICKUP\nWANTED: ASAP\nRef ${REFERENCE}`,
  externalReferenceId: REFERENCE.slice(0, 12),
  currency: 'usd',
  total: 2195,
  createdTime: CREATED,
  modifiedTime: CREATED + 123_000,
  orderType: { id: 'T1', label: 'Pickup' },
  lineItems: lines(false),
  ...part,
});
const at = (replies: Parameters<typeof fakeHttp>[0], settings: Record<string, string> = {}) => {
  const { http, asked } = fakeHttp(replies);
  const session: CloverSession = {
    http,
    credentials: { access_token: 'token' },
    settings,
    posLocation: 'M1',
    environment: 'production',
  };
  return { session, asked };
};
const fetchOne = (order: object, settings?: Record<string, string>) =>
  clover.fetchPosOrder('ORDER1', at({ '/orders/ORDER1': { body: order } }, settings).session);

it('tells of an order all that Clover tells', async () => {
  expect(await fetchOne(placed())).toEqual({
    pos_order_id: 'ORDER1',
    reference: REFERENCE,
    ticket_number: '0123',
    status: 'accepted',
    at: '2026-11-24T18:02:03.000Z',
    pos_total: 2195,
    currency: 'USD',
    kitchen_confirmed: false,
    placed_at: '2026-11-24T18:00:00.000Z',
    customer_name: null,
    service_type: 'pickup',
    items: [
      { name: 'Cheeseburger', quantity: '1', unit_price: 1095, options: ['Bacon'], notes: 'well done' },
      { name: 'Olives', quantity: '1.25', unit_price: 500, options: [], notes: null },
      { name: 'Item', quantity: '1', unit_price: null, options: [], notes: null },
    ],
  });
});

it.each([
  ['open', 'accepted'],
  ['OPEN', 'accepted'],
  ['locked', 'completed'],
  ['LOCKED', 'completed'],
])('reads the state %s as %s', async (state, status) => {
  expect(await fetchOne(placed({ state }))).toMatchObject({ status });
});

it.each([
  ['printed, where OrderWire prints', true, {}, true],
  ['not printed, where OrderWire prints', false, {}, false],
  ['printed, where it does not', true, { print_ticket: 'no' }, true],
  ['not printed, where the kitchen reads a screen', false, { print_ticket: 'no' }, null],
])('says of an order that is %s what the kitchen surely has', async (_what, out, settings, confirmed) => {
  const seen = await fetchOne(placed({ lineItems: lines(out) }), settings);
  expect(seen).toMatchObject({ kitchen_confirmed: confirmed });
});

it.each([
  ['Curbside Pickup', 'curbside'],
  ['Delivery', 'delivery'],
  ['Dine In', 'dine_in'],
  ['Take Out', 'pickup'],
  ['Catering', null],
])('reads the order type %s as %s', async (label, service_type) => {
  expect(await fetchOne(placed({ orderType: { label } }))).toMatchObject({ service_type });
});

it.each([
  ['the last of the note', `CHANGE, was Ref ${REFERENCE}\nRef ${REFERENCE}-c1`, `${REFERENCE}-c1`],
  ['followed by words of the staff', `PICKUP\nRef ${REFERENCE}-x\ntold Joe`, `${REFERENCE}-x`],
  ['on a line that was joined to the others', `PICKUP Ref ${REFERENCE}`, REFERENCE],
  ['not there', 'PICKUP, two forks', null],
  ['only spoken of', `as in ${REFERENCE}`, null],
  ['cut short', `Ref ${REFERENCE.slice(0, 15)}`, null],
])('takes for the reference what is %s', async (_what, note, reference) => {
  expect(await fetchOne(placed({ note }))).toMatchObject({
    reference,
    ticket_number: reference ? '0123' : 'Ann Lee #0123, ASAP',
  });
});

it.each([
  ['without a state, which no screen shows', { state: undefined }],
  ['that was deleted', { deletedTimestamp: CREATED }],
])('knows no order %s', async (_what, part) => {
  expect(await fetchOne(placed(part))).toBeUndefined();
});
it('knows no order that Clover does not have', async () => {
  expect(await clover.fetchPosOrder('ORDER9', at({}).session)).toBeUndefined();
});

it.each(['Kitchen', 'constructor'])('does not guess what the state %s means', async (state) => {
  const error = await fetchOne(placed({ state })).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PosError);
  expect(error).toMatchObject({ kind: 'unclear', details: { code: 'UNKNOWN_STATE' } });
});

describe('what changed since a moment', () => {
  it("is asked for by Clover's own filter, and what has no state we know is left out", async () => {
    const elements = [placed(), placed({ id: 'ORDER2', state: 'Kitchen' }), placed({ id: 'ORDER3' })];
    const { session, asked } = at({ '/orders': { body: { elements } } });
    const seen = await clover.listPosOrders('2026-11-24T13:00:00-05:00', session);
    expect(seen.map(({ pos_order_id }) => pos_order_id)).toEqual(['ORDER1', 'ORDER3']);
    const { searchParams } = new URL(asked[0]?.url ?? '');
    expect(searchParams.get('filter')).toBe(`modifiedTime>=${CREATED}`);
    expect(searchParams.get('expand')?.split(',').length).toBeLessThanOrEqual(3);
  });

  it('holds our orders and those rung up at the counter', async () => {
    const { clock, session, send, staff } = openClover();
    const since = new Date(clock.now.getTime() - 1000).toISOString();
    const receipt = await send();
    const counter = staff.ringUp(clock.now);
    clock.now = new Date(clock.now.getTime() + 60_000);
    const seen = await clover.listPosOrders(since, session());
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual(
      expect.objectContaining({
        pos_order_id: receipt.pos_order_id,
        reference: receipt.reference,
        ticket_number: receipt.ticket_number,
        pos_total: receipt.pos_total,
        status: 'accepted',
        kitchen_confirmed: true,
        service_type: 'delivery',
      }),
    );
    expect(seen).toContainEqual(
      expect.objectContaining({ pos_order_id: counter, reference: null, kitchen_confirmed: true }),
    );
    expect(await clover.fetchPosOrder(counter, session())).toEqual(
      seen.find(({ pos_order_id }) => pos_order_id === counter),
    );
  });

  it('no longer holds what was deleted', async () => {
    const { clock, session, send } = openClover();
    const receipt = await send();
    clock.now = new Date(clock.now.getTime() + 60_000);
    await clover.cancel(receipt, session());
    expect(await clover.listPosOrders('2026-01-01T00:00:00Z', session())).toEqual([]);
    expect(await clover.fetchPosOrder(receipt.pos_order_id ?? '', session())).toBeUndefined();
  });
});
