import type { StaffAction } from '../../src/sandbox/notification';
import {
  AT,
  basic,
  connect,
  DECIDED,
  fact,
  LOCATION,
  later,
  lightspeed,
  order,
} from '../support/lightspeed-sandbox';

let api: ReturnType<typeof connect>;
beforeEach(() => {
  lightspeed.reset();
  api = connect();
});

const URL = 'https://shop.example/webhooks/lightspeed/con_1';
const act = (id: string, action: StaffAction, seconds = 60) => lightspeed.act(id, action, later(seconds));
const send = (body: unknown) => api('POST /o/op/1/order/toGo', { body });
const ordered = (part: Record<string, unknown> = {}) => {
  send(order(part));
  return lightspeed.tickets(DECIDED).at(-1)?.id ?? '';
};
type Told = { status: string; type: string; thirdPartyReference: string; account?: Record<string, unknown> };
const told = (): Told[] => lightspeed.notifications(later(3600)).map(({ body }) => JSON.parse(body));
const statuses = () => told().map(({ status }) => status);
const read = (id: string) => api(`GET /o/op/1/order/accounts/${id}?${AT}`, { now: later(120) });
const open = () => api(`GET /o/op/1/order/table/getCheck?${AT}`, { now: later(120) }).json;

describe('staff', () => {
  it('say once that a meal can be picked up', () => {
    const id = ordered();
    expect([act(id, 'ready'), act(id, 'ready')]).toEqual([true, false]);
    expect(told().at(-1)).toMatchObject({
      status: 'READY_FOR_PICKUP',
      type: 'ORDER',
      thirdPartyReference: 'ow0123456789abcdef01',
      ikentooAccountIdentifier: id,
      businessLocationId: LOCATION,
      account: { ikaccountId: id, currentAmount: '31.98' },
    });
  });

  it('take the money and close the check, which both are told', () => {
    const id = ordered();
    expect([act(id, 'complete'), act(id, 'complete'), act(id, 'ready')]).toEqual([true, false, false]);
    expect(statuses()).toEqual(['SUCCESS', 'CHECK_WAS_UPDATED', 'CLOSED']);
    expect(told().at(-1)?.account).toMatchObject({
      paidAmount: '31.98',
      closeDate: later(60).toISOString(),
      paymentEntries: [{ paymentMethodCode: 'CASH', amountPaid: '31.98' }],
    });
    expect(open()).toEqual([]);
    expect(lightspeed.tickets(later(120))).toMatchObject([{ payment: 'paid', visible: true, voided: false }]);
  });

  it('close a check that was paid with the order without taking money again', () => {
    const id = ordered({ payment: { paymentMethod: 'OOPAYMENT', paymentAmount: 31.98 } });
    act(id, 'complete');
    expect(statuses()).toEqual(['SUCCESS', 'CLOSED']);
  });

  it('cancel a check: no cook has it any more, and its lines are no longer active', () => {
    const id = ordered();
    expect([act(id, 'cancel'), act(id, 'cancel')]).toEqual([true, false]);
    expect(statuses()).toEqual(['SUCCESS', 'CANCELLED']);
    expect(lightspeed.tickets(later(120))).toMatchObject([
      { id, visible: false, voided: true, printed: 1, hidden_because: expect.stringMatching(/Cancelled/) },
    ]);
    expect(open()).toEqual([]);
    expect(read(id).json).toMatchObject({
      currentAmount: 0,
      closeDate: later(60).toISOString(),
      salesEntries: [{ active: false }],
    });
  });

  it('know no meal that is being cooked, no order that is still queued, none refused and none that is not there', () => {
    const id = ordered();
    send(order({ thirdPartyReference: 'later', scheduledTimeForOrderAsIso8601: later(7200).toISOString() }));
    send(order({ thirdPartyReference: 'wrong', items: [{ sku: 'NOPE', quantity: 1 }] }));
    const [, queued, refused] = lightspeed.tickets(later(60));
    expect([
      act(id, 'start'),
      act(queued?.id ?? '', 'ready'),
      act(refused?.id ?? '', 'cancel'),
      act('A78094.99', 'cancel'),
    ]).toEqual([false, false, false, false]);
  });
});

describe('a check that staff have closed', () => {
  it('takes neither a payment nor more dishes', () => {
    const id = ordered();
    act(id, 'complete');
    const now = later(120);
    const payment = {
      businessLocationId: LOCATION,
      endpointId: 'ORDERWIRE',
      thirdPartyPaymentReference: 'pay-1',
      iKaccountIdentifier: id,
      paymentAmount: 1,
    };
    expect(api('POST /o/op/1/pay', { body: payment, now }).json).toEqual({ status: 'ok' });
    expect(told().at(-1)).toMatchObject({
      status: 'FAILURE',
      errors: { account: { type: 'ACCOUNT_ALREADY_CLOSED' } },
    });
    const more = order({ thirdPartyReference: 'more', accountIdentifier: id });
    api('POST /o/op/1/order/local', { body: more, now });
    expect(told().at(-1)).toMatchObject({ status: 'FAILURE', thirdPartyReference: 'more' });
  });
});

it('tells that a check has changed once it is paid by a call', () => {
  const id = ordered();
  const body = {
    businessLocationId: LOCATION,
    endpointId: 'ORDERWIRE',
    thirdPartyPaymentReference: 'pay-1',
    iKaccountIdentifier: id,
    paymentAmount: 10,
  };
  api('POST /o/op/1/pay', { body, now: later(60) });
  expect(told().map(({ type, status }) => `${type} ${status}`)).toEqual([
    'ORDER SUCCESS',
    'PAYMENT SUCCESS',
    'ORDER CHECK_WAS_UPDATED',
  ]);
});

describe('the address of the endpoint', () => {
  it('is nowhere until it is set, and nowhere again once it is taken away', () => {
    const urls = () => lightspeed.notifications(later(3600)).map(({ url }) => url);
    const id = ordered();
    lightspeed.subscribe({ url: URL, secret: 'anna:secret' });
    act(id, 'ready');
    lightspeed.subscribe(null);
    act(id, 'cancel');
    expect(urls()).toEqual(['', URL, '']);
  });

  it('goes with its user name and password, those of the known facts before', () => {
    const id = ordered();
    lightspeed.subscribe({ url: URL, secret: 'anna:secret' });
    act(id, 'ready');
    expect(lightspeed.notifications(later(60)).map(({ headers }) => headers.authorization)).toEqual([
      basic(fact('webhook_username'), fact('webhook_password')),
      basic('anna', 'secret'),
    ]);
  });
});

describe('a check rung up at the counter', () => {
  it('is open and printed, listed among the open ones, and told to nobody', () => {
    const id = lightspeed.ringUp(later(0));
    expect(lightspeed.tickets(later(0))).toMatchObject([
      { id, reference: null, visible: true, printed: 1, total: 299, payment: 'unpaid' },
    ]);
    expect(open()).toMatchObject([{ ikaccountId: id, staffName: 'Manager', currentAmount: 2.99 }]);
    expect([act(id, 'ready'), act(id, 'complete')]).toEqual([true, true]);
    expect(told()).toEqual([]);
    expect(open()).toEqual([]);
  });

  it('can be cancelled, has an id of its own, and is gone after a reset', () => {
    const first = ordered();
    const ids = [first, lightspeed.ringUp(later(10)), lightspeed.ringUp(later(20))];
    expect(new Set(ids).size).toBe(3);
    expect(act(ids[1] ?? '', 'cancel')).toBe(true);
    expect(lightspeed.tickets(later(60)).map(({ voided }) => voided)).toEqual([false, true, false]);
    lightspeed.reset();
    expect(lightspeed.tickets(later(60))).toEqual([]);
  });
});
