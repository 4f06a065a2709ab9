import { createHmac } from 'node:crypto';
import { toRetry } from '../../src/sandbox/toast/outbound';
import { ANN, type Json, pickup, post, type Shop, toastRestaurant } from '../support/toast-sandbox';

const URL = 'https://shop.example/webhooks/toast/con_1';
const SECRET = 'a secret of this subscription';

function subscribed(options: { autoFire?: boolean } = {}): Shop {
  const shop = toastRestaurant(options);
  shop.simulator.subscribe({ url: URL, secret: SECRET });
  return shop;
}
const calls = (shop: Shop) => shop.simulator.notifications(shop.clock.now);
type Message = { eventType: string; guid: string; timestamp: string; details: Json & { order: Json } };
const messages = (shop: Shop): Message[] => calls(shop).map(({ body }) => JSON.parse(body));
/** "order_updated IN_PREPARATION" for each message. */
const told = (shop: Shop) =>
  messages(shop).map(
    ({ eventType, details }) => `${eventType} ${details.guestOrderStatus ?? details.order.guestOrderStatus}`,
  );
const later = { promisedDate: '2026-11-24T22:00:00.000+0000', openedDate: '2026-11-24T22:00:00.000+0000' };

it('tells nobody where nobody has subscribed, then or later', () => {
  const shop = toastRestaurant();
  post(shop, pickup(shop));
  shop.simulator.subscribe({ url: URL, secret: SECRET });
  expect(calls(shop)).toEqual([]);
});

describe('each message', () => {
  it('is signed over body and timestamp, and says in its headers what it is about', () => {
    const shop = subscribed();
    post(shop, pickup(shop));
    const [call] = calls(shop);
    const { timestamp, guid } = JSON.parse(call?.body ?? '') as Message;
    const signature = createHmac('sha256', SECRET).update(`${call?.body}${timestamp}`).digest('base64');
    expect(call).toMatchObject({ id: guid, url: URL });
    expect(call?.headers).toEqual({
      'content-type': 'application/json',
      'toast-signature': signature,
      'toast-event-type': 'order_updated',
      'toast-event-category': 'order_updated',
      'toast-restaurant-external-id': shop.fact('restaurant_guid'),
      'toast-attempt-number': '1',
    });
    expect(timestamp).toBe('2026-11-24T18:00:00.000Z');
  });

  it('counts its repeats, and changes in nothing else', () => {
    const shop = subscribed();
    post(shop, pickup(shop));
    const [call] = calls(shop);
    if (!call) throw new Error('no call');
    const again = toRetry(call, { number: 2 });
    expect(again).toEqual({ ...call, headers: { ...call.headers, 'toast-attempt-number': '3' } });
  });

  it('carries the whole order but no guest, no address and none of our references', () => {
    const shop = subscribed();
    const deliveryInfo = {
      address1: '12 Oak St',
      city: 'Boston',
      state: 'MA',
      zipCode: '02215',
      notes: 'ring',
    };
    const order = {
      externalId: 'ORDERWIRE:ow1',
      diningOption: { guid: shop.fact('dining_option_delivery') },
      deliveryInfo,
    };
    const { guid } = post(shop, pickup(shop, { externalId: 'ORDERWIRE:c1' }, order)).body;
    const [message] = messages(shop);
    expect(message?.details).toMatchObject({
      restaurantGuid: shop.fact('restaurant_guid'),
      order: { guid, externalId: null, checks: [{ externalId: null, totalAmount: 6.5 }] },
    });
    for (const word of [ANN.firstName, ANN.lastName, '6175550123', '12 Oak St', '02215', 'ORDERWIRE'])
      expect(calls(shop)[0]?.body).not.toContain(word);
  });
});

describe('what Toast tells', () => {
  it('a new order, and that it is in preparation', () => {
    const shop = subscribed();
    const { guid } = post(shop, pickup(shop)).body;
    expect(told(shop)).toEqual(['order_updated IN_PREPARATION', 'guestOrderStatusUpdated IN_PREPARATION']);
    expect(messages(shop)[1]?.details).toEqual({
      eventGuid: expect.any(String),
      orderGuid: guid,
      restaurantGuid: shop.fact('restaurant_guid'),
      guestOrderStatus: 'IN_PREPARATION',
      lastUpdated: '2026-11-24T18:00:00.000Z',
      version: null,
    });
  });

  it('that a scheduled order goes to the kitchen, when it does', () => {
    const shop = subscribed();
    post(shop, pickup(shop, {}, later));
    expect(told(shop)).toEqual(['order_updated RECEIVED']);
    shop.clock.now = new Date('2026-11-24T22:30:00Z');
    expect(told(shop).slice(1)).toEqual([
      'order_updated IN_PREPARATION',
      'guestOrderStatusUpdated IN_PREPARATION',
    ]);
    expect(messages(shop)[1]?.timestamp).toBe('2026-11-24T21:45:00.000Z');
  });

  it('nothing of the kitchen where a scheduled order was voided before', () => {
    const shop = subscribed();
    const { guid } = post(shop, pickup(shop, {}, later)).body;
    shop.simulator.act(String(guid), 'cancel', shop.clock.now);
    shop.clock.now = new Date('2026-11-24T22:30:00Z');
    expect(told(shop)).toEqual([
      'order_updated RECEIVED',
      'order_updated VOIDED',
      'guestOrderStatusUpdated VOIDED',
    ]);
  });

  it('each step of the staff, and a void by the API', () => {
    const shop = subscribed({ autoFire: false });
    const { guid } = post(shop, pickup(shop)).body;
    for (const action of ['start', 'ready'] as const)
      shop.simulator.act(String(guid), action, shop.clock.now);
    const body = { selections: { voidAll: true }, payments: { voidAll: true } };
    shop.call('POST', `/orders/v2/orders/${guid}/void`, { body });
    const steps = ['IN_PREPARATION', 'READY_FOR_PICKUP', 'VOIDED'];
    expect(told(shop)).toEqual([
      'order_updated RECEIVED',
      ...steps.flatMap((status) => [`order_updated ${status}`, `guestOrderStatusUpdated ${status}`]),
    ]);
    expect(messages(shop).at(-2)?.details.order).toMatchObject({ guid, voided: true });
  });

  it('an order rung up at the counter, whose status no channel is told', () => {
    const shop = subscribed();
    const guid = shop.simulator.ringUp(shop.clock.now);
    shop.simulator.act(guid, 'complete', shop.clock.now);
    expect(told(shop)).toEqual([
      'order_updated IN_PREPARATION',
      'order_updated IN_PREPARATION',
      'order_updated CLOSED',
    ]);
    expect(messages(shop)[0]?.details.order).toMatchObject({ guid, source: 'In Store', externalId: null });
  });

  it('nothing of a refused order, of one that is only priced, or after the address was taken away', () => {
    const shop = subscribed();
    post(shop, {});
    shop.call('POST', '/orders/v2/prices', { body: pickup(shop) });
    shop.simulator.subscribe(null);
    post(shop, pickup(shop));
    expect(calls(shop)).toEqual([]);
  });

  it('the same, however often it is asked, and nothing after a reset', () => {
    const shop = subscribed();
    post(shop, pickup(shop));
    post(shop, pickup(shop));
    expect(calls(shop)).toEqual(calls(shop));
    expect(new Set(calls(shop).map(({ id }) => id)).size).toBe(4);
    shop.target.reset();
    shop.logIn();
    post(shop, pickup(shop));
    expect(calls(shop)).toEqual([]);
  });
});
