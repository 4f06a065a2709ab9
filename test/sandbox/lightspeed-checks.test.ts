import {
  AT,
  connect,
  DECIDED,
  LOCATION,
  later,
  lightspeed,
  order,
  refresh,
  send,
  statuses,
} from '../support/lightspeed-sandbox';

beforeEach(() => lightspeed.reset());

describe('after the order', () => {
  it('reads the check back by account, by table and among the open ones', () => {
    const api = connect();
    api('POST /o/op/1/order/local', { body: order({ tableNumber: '4', clientCount: 2 }) });
    expect(api(`GET /o/op/1/order/accounts/A78094.1?${AT}`).status).toBe(404);
    const check = { ikaccountId: 'A78094.1', tableNumber: 4, currentAmount: 31.98, paidAmount: 0 };
    expect(api(`GET /o/op/1/order/accounts/A78094.1?${AT}`, { now: DECIDED }).json).toMatchObject(check);
    expect(api(`GET /o/op/1/order/table/4/getCheck?${AT}`, { now: DECIDED }).json).toMatchObject(check);
    expect(api(`GET /o/op/1/order/table/getCheck?${AT}`, { now: DECIDED }).json).toMatchObject([check]);
    expect(api(`GET /o/op/1/order/accounts/nonsense?${AT}`).status).toBe(400);
  });
  it('adds to a check that is already there', () => {
    const api = connect();
    api('POST /o/op/1/order/local', { body: order({ tableNumber: '4' }) });
    api('POST /o/op/1/order/local', {
      body: order({
        thirdPartyReference: 'more',
        accountIdentifier: 'A78094.1',
        items: [{ sku: 'COKE', quantity: 1 }],
      }),
      now: DECIDED,
    });
    expect(lightspeed.tickets(later(10))).toMatchObject([{ total: 3497, printed: 2, service: 'dine_in' }]);
  });
  it('takes a later payment whose amount leaves the tip out', () => {
    const api = connect();
    api('POST /o/op/1/order/toGo', { body: order() });
    const body = {
      businessLocationId: LOCATION,
      endpointId: 'ORDERWIRE',
      thirdPartyPaymentReference: 'pay-1',
      iKaccountIdentifier: 'A78094.1',
      paymentAmount: 31.98,
      tipAmount: 2,
    };
    expect(api('POST /o/op/1/pay', { body, now: later(10) }).json).toEqual({ status: 'ok' });
    expect(lightspeed.tickets(later(10))).toMatchObject([{ payment: 'paid', tip: 200 }]);
    expect(api('POST /o/op/1/pay', { body, now: later(11) })).toMatchObject({
      status: 400,
      json: { message: 'reference has already been used pay-1' },
    });
    const more = { ...body, thirdPartyPaymentReference: 'pay-2' };
    api('POST /o/op/1/pay', { body: more, now: later(12) });
    expect(statuses(later(12)).at(-1)).toMatchObject({
      status: 'FAILURE',
      errors: { account: { type: 'OVERPAID' } },
    });
  });
  it('shows a printed message to staff', () => {
    const api = connect();
    expect(
      api(`POST /o/op/1/printMsg?${AT}`, { body: { message: 'CANCEL LS-1001', alsoToPrinter: true } }).status,
    ).toBe(200);
    expect(lightspeed.messages()).toEqual(['CANCEL LS-1001']);
  });
  it('sends to an endpoint that the caller registered, and forgets it when told', () => {
    const api = connect();
    const body = { endpointId: 'MINE', url: 'https://example.test/hook' };
    expect(api('PUT /o/wh/1/webhook', { body }).json).toMatchObject({ ...body, withBasicAuth: false });
    api('POST /o/op/1/order/toGo', { body: order({ endpointId: 'MINE' }) });
    const [notification] = lightspeed.notifications(DECIDED);
    expect(notification).toMatchObject({
      url: 'https://example.test/hook',
      headers: { 'content-type': 'application/json' },
    });
    expect(notification?.headers.authorization).toBeUndefined();
    expect(
      api('POST /o/wh/1/webhook', { body: { ...body, withBasicAuth: true, username: 'a', password: 'b' } })
        .body,
    ).not.toContain('password');
    expect(api('DELETE /o/wh/1/webhook/MINE').status).toBe(200);
    expect(api('GET /o/wh/1/webhook/MINE').status).toBe(404);
    expect(api('PUT /o/wh/1/webhook', { body: { url: 'ftp://x' } }).status).toBe(400);
  });
  it('starts clean when reset', () => {
    send(order());
    lightspeed.reset();
    expect(lightspeed.tickets(DECIDED)).toEqual([]);
    expect(refresh('lightspeed-refresh-1').status).toBe(200);
  });
});
