import type { StaffAction } from '../../src/sandbox/notification';
import { firstCheck, type Json, pickup, post, type Shop, toastRestaurant } from '../support/toast-sandbox';

const ALL = { selections: { voidAll: true }, payments: { voidAll: true } };
const act = (shop: Shop, id: unknown, action: StaffAction) =>
  shop.simulator.act(String(id), action, shop.clock.now);
const wait = (shop: Shop, minutes: number) => {
  shop.clock.now = new Date(shop.clock.now.getTime() + minutes * 60_000);
};
const read = (shop: Shop, id: unknown) => shop.call('GET', `/orders/v2/orders/${id}`);
const voidIt = (shop: Shop, id: unknown, body: unknown = ALL) =>
  shop.call('POST', `/orders/v2/orders/${id}/void`, { body });
const placed = (shop: Shop, check: Json = {}, order: Json = {}) =>
  post(shop, pickup(shop, check, order)).body.guid;
const firstLine = (body: Json) => (firstCheck(body).selections as Json[])[0] ?? {};
const later = { promisedDate: '2026-11-24T22:00:00.000+0000', openedDate: '2026-11-24T22:00:00.000+0000' };

describe('staff', () => {
  it('find what a device has fired in preparation, say that it is ready and complete it for cash', () => {
    const shop = toastRestaurant();
    const id = placed(shop);
    expect(read(shop, id).body).toMatchObject({ guestOrderStatus: 'IN_PREPARATION', paidDate: null });
    expect(act(shop, id, 'start')).toBe(false);
    wait(shop, 10);
    expect([act(shop, id, 'ready'), act(shop, id, 'ready')]).toEqual([true, false]);
    const ready = read(shop, id).body;
    expect(ready).toMatchObject({
      guestOrderStatus: 'READY_FOR_PICKUP',
      approvalStatus: 'APPROVED',
      modifiedDate: '2026-11-24T18:10:00.000+0000',
    });
    expect(firstLine(ready).fulfillmentStatus).toBe('READY');
    wait(shop, 5);
    expect([act(shop, id, 'complete'), act(shop, id, 'complete')]).toEqual([true, false]);
    const { body } = read(shop, id);
    const at = '2026-11-24T18:15:00.000+0000';
    expect(body).toMatchObject({ guestOrderStatus: 'CLOSED', closedDate: at, paidDate: at, voided: false });
    expect(firstCheck(body)).toMatchObject({
      paymentStatus: 'CLOSED',
      paidDate: at,
      payments: [{ type: 'CASH', amount: 6.5, otherPayment: null }],
    });
    expect(shop.tickets()).toMatchObject([{ visible: true, payment: 'paid', printed: 1 }]);
  });

  it('send to the kitchen what no device does', () => {
    const shop = toastRestaurant({ autoFire: false });
    const id = placed(shop);
    expect(read(shop, id).body.guestOrderStatus).toBe('RECEIVED');
    expect([act(shop, id, 'ready'), act(shop, id, 'complete'), act(shop, id, 'start')]).toEqual([
      false,
      false,
      true,
    ]);
    expect(shop.tickets()).toMatchObject([{ visible: true, printed: 1 }]);
    expect(firstLine(read(shop, id).body).fulfillmentStatus).toBe('SENT');
  });

  it('may fire a scheduled order before its time', () => {
    const shop = toastRestaurant();
    const id = placed(shop, {}, later);
    expect(read(shop, id).body).toMatchObject({ approvalStatus: 'FUTURE', guestOrderStatus: 'RECEIVED' });
    expect(act(shop, id, 'start')).toBe(true);
    expect(read(shop, id).body).toMatchObject({
      approvalStatus: 'APPROVED',
      guestOrderStatus: 'IN_PREPARATION',
    });
    expect(shop.tickets()).toMatchObject([{ printed: 1, notes: [] }]);
  });

  it.each<[string, (shop: Shop, id: unknown) => void]>([
    ['as it came in', () => {}],
    ['once it is ready', (shop, id) => act(shop, id, 'ready')],
    ['even once it is completed', (shop, id) => act(shop, id, 'complete')],
  ])('void an order %s, which then stands in every list as void', (_, before) => {
    const shop = toastRestaurant();
    const id = placed(shop);
    before(shop, id);
    expect([act(shop, id, 'cancel'), act(shop, id, 'cancel')]).toEqual([true, false]);
    const { body } = read(shop, id);
    expect(body).toMatchObject({ voided: true, guestOrderStatus: 'VOIDED', voidBusinessDate: 20261124 });
    expect([firstCheck(body).voided, firstLine(body).voided]).toEqual([true, true]);
    const list = shop.call('GET', '/orders/v2/ordersBulk', { query: 'businessDate=20261124' });
    expect(list.body).toMatchObject([{ guid: id, voided: true }]);
    expect(shop.tickets()).toMatchObject([
      { visible: false, voided: true, printed: 2, hidden_because: expect.stringMatching(/^Voided by staff/) },
    ]);
  });

  it('move nothing that is not there', () => {
    expect(act(toastRestaurant(), '11111111-2222-4333-8444-555555555555', 'cancel')).toBe(false);
  });
});

describe('voiding by the API', () => {
  it('makes the order VOIDED, its lines and its payments too', () => {
    const shop = toastRestaurant();
    const otherPayment = { guid: shop.fact('payment_type_phone_prepaid') };
    const id = placed(shop, { payments: [{ type: 'OTHER', otherPayment, amount: 6.5, tipAmount: 0 }] });
    const { status, body } = voidIt(shop, id);
    expect(status).toBe(200);
    expect(body).toMatchObject({ voided: true, guestOrderStatus: 'VOIDED' });
    expect(firstLine(body).voided).toBe(true);
    expect(firstCheck(body).payments).toMatchObject([{ paymentStatus: 'VOIDED' }]);
    expect(read(shop, id).body).toEqual(body);
  });

  it('takes an order in that staff have already said to be ready', () => {
    const shop = toastRestaurant();
    const id = placed(shop);
    act(shop, id, 'ready');
    expect(voidIt(shop, id).status).toBe(200);
    expect(act(shop, id, 'complete')).toBe(false);
  });

  it.each<[string, (shop: Shop, id: unknown) => unknown, number, RegExp]>([
    ['without saying that all shall be void', (shop, id) => voidIt(shop, id, {}), 400, /selections\.voidAll/],
    [
      'of the lines alone',
      (shop, id) => voidIt(shop, id, { selections: { voidAll: true } }),
      400,
      /payments\.voidAll/,
    ],
    ['of an order that does not exist', (shop) => voidIt(shop, 'ORDERWIRE:none'), 404, /not found/],
    [
      'of an order that staff took cash for',
      (shop, id) => act(shop, id, 'complete') && voidIt(shop, id),
      400,
      /^Only OTHER payments may be voided$/,
    ],
    [
      'of an order that staff have voided',
      (shop, id) => act(shop, id, 'cancel') && voidIt(shop, id),
      400,
      /voided/,
    ],
    [
      'of an order rung up at the counter',
      (shop) => voidIt(shop, shop.simulator.ringUp(shop.clock.now)),
      404,
      /found/,
    ],
    [
      'by a client that may only read',
      (shop, id) => {
        shop.logIn('read_only_client');
        return voidIt(shop, id);
      },
      403,
      /orders\.channel:void/,
    ],
  ])('is refused %s', (_, attempt, status, message) => {
    const shop = toastRestaurant();
    const id = placed(shop);
    expect(attempt(shop, id)).toMatchObject({ status, body: { message: expect.stringMatching(message) } });
  });
});

describe('an order rung up at the counter', () => {
  it('is cooked at once, seen by those who may see all orders, and by no ordering channel', () => {
    const shop = toastRestaurant({ autoFire: false });
    const id = shop.simulator.ringUp(shop.clock.now);
    expect(shop.tickets()).toMatchObject([
      { id, reference: null, customer: null, visible: true, printed: 1, total: 299, payment: 'unpaid' },
    ]);
    expect(read(shop, id).status).toBe(404);
    shop.logIn('read_only_client');
    expect(read(shop, id).body).toMatchObject({
      source: 'In Store',
      externalId: null,
      guestOrderStatus: 'IN_PREPARATION',
    });
    expect(act(shop, id, 'complete')).toBe(true);
  });

  it('is one more order each time, and none after a reset', () => {
    const shop = toastRestaurant();
    const ids = [1, 2].map(() => shop.simulator.ringUp(shop.clock.now));
    expect(new Set(ids).size).toBe(2);
    shop.target.reset();
    expect(shop.tickets()).toEqual([]);
  });
});
