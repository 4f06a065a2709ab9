import { callMenu, daily, largePizza } from '../support/call-time';
import { Clock, OrderApi } from '../support/order-api';

/** Friday, one o'clock in the afternoon on the shop's clock. */
const FRIDAY_NOON = Date.parse('2026-11-27T13:00:00-05:00');

let api: OrderApi;
let clock: Clock;
beforeAll(async () => {
  clock = new Clock();
  clock.stands = true;
  api = await OrderApi.start({ clock });
  await api.call('PUT', '/v1/menu', { body: callMenu });
});
afterAll(() => api.stop());
beforeEach(async () => {
  clock.at = FRIDAY_NOON;
  await api.call('POST', '/v1/locations/loc_1/resume');
  await shop({ hours: [], delivery: { postal_codes: [], minimum: 0 } });
});

const shop = (settings: object) => api.call('PATCH', '/v1/locations/loc_1', { body: settings });
const validate = async (order: object, key = 'mario-read') => {
  const { status, body } = await api.call('POST', '/v1/orders/validate', { key, body: order });
  expect([status, body.detail]).toEqual([200, undefined]);
  return body;
};
const items = (...list: (string | object)[]) => ({
  items: list.map((one) => (typeof one === 'string' ? { name: one, quantity: '1' } : one)),
});
/** The one thing that stands in an order's way. */
const only = async (order: object) => {
  const { ok, questions, problems } = await validate(order);
  const all = [...questions, ...problems];
  expect([ok, all.length]).toEqual([false, 1]);
  return all[0];
};

describe('an order with nothing left to ask', () => {
  it('is ok, and comes back with the ids and prices of the menu, ready to be placed', async () => {
    const { ok, questions, problems, order } = await validate(items(largePizza, 'coke'));
    expect([ok, questions, problems]).toEqual([true, [], []]);
    const [pizza, coke] = order.items;
    expect(pizza).toMatchObject({
      name: 'large pepperoni pizza',
      menu_item_id: 'pizza',
      variation_id: 'pizza-l',
      unit_price: 1600,
      options: [{ name: 'pan', option_id: 'pan', unit_price: 200 }],
    });
    expect(coke).toMatchObject({ menu_item_id: 'coke', unit_price: 250 });
    expect((await api.call('POST', '/v1/orders', { body: order })).status).toBe(201);
  });

  it('is stored nowhere', async () => {
    const before = (await api.call('GET', '/v1/orders')).body.data.length;
    await validate(items('coke'));
    expect((await api.call('GET', '/v1/orders')).body.data.length).toBe(before);
  });

  it('is ok without a menu: nothing is known that could be asked', async () => {
    expect(await validate(items('anything'), 'luigi-read')).toMatchObject({ ok: true, questions: [] });
  });
});

describe('what must be asked', () => {
  it('is the size, with the sizes there are', async () => {
    expect(await only(items({ name: 'pepperoni pizza', quantity: '1', options_text: 'thin' }))).toEqual({
      path: 'items[0].options',
      say: 'Which size would you like for the Pepperoni Pizza: Small or Large?',
      choices: [
        { item_id: 'pizza', variation_id: 'pizza-s', name: 'Small' },
        { item_id: 'pizza', variation_id: 'pizza-l', name: 'Large' },
      ],
    });
  });

  it('is a required option, without those that are sold out', async () => {
    expect(await only(items('coke', 'large pepperoni pizza'))).toEqual({
      path: 'items[1].options',
      say: 'Which crust would you like for the Pepperoni Pizza: Thin or Pan?',
      choices: [
        { item_id: 'pizza', option_id: 'thin', name: 'Thin' },
        { item_id: 'pizza', option_id: 'pan', name: 'Pan' },
      ],
    });
  });

  it('is which of too many options', async () => {
    const pizza = { ...largePizza, options_text: 'thin; ham; olives; egg' };
    expect((await only(items(pizza))).say).toBe(
      'The Pepperoni Pizza takes at most 2 of the toppings. Which would you like?',
    );
  });

  it('is which of two dishes', async () => {
    expect(await only(items('cola'))).toEqual({
      path: 'items[0]',
      say: 'Did you mean Coke or Coke Zero?',
      choices: [
        { item_id: 'coke', name: 'Coke' },
        { item_id: 'zero', name: 'Coke Zero' },
      ],
    });
  });

  it('is the address of a delivery, and its postal code where the shop does not deliver everywhere', async () => {
    const delivery = { ...items('coke'), service: { type: 'delivery' } };
    expect(await only(delivery)).toMatchObject({ path: 'delivery', say: expect.stringMatching(/address/) });
    await shop({ delivery: { postal_codes: ['02215'] } });
    expect(await only({ ...delivery, delivery: { text: '12 Oak St' } })).toMatchObject({
      path: 'delivery.postal_code',
      say: 'What is the postal code of that address?',
    });
  });
});

describe('what cannot be had', () => {
  it('is named, with what comes nearest', async () => {
    const problem = await only(items('cherry coke float'));
    expect(problem).toMatchObject({ path: 'items[0]', code: 'unknown_item' });
    expect(problem.say).toMatch(/^We have no cherry coke float\. Did you mean .*Coke Zero.*\?$/);
    expect(problem.substitutes).toContainEqual({ item_id: 'zero', name: 'Coke Zero' });
  });

  it('is what is sold out, with dishes of its sort', async () => {
    expect(await only(items('root beer'))).toEqual({
      path: 'items[0]',
      code: 'sold_out',
      say: 'Root Beer is sold out. Would you like Coke or Coke Zero instead?',
      substitutes: [
        { item_id: 'coke', name: 'Coke' },
        { item_id: 'zero', name: 'Coke Zero' },
      ],
    });
  });

  it('is a sold-out option, with others of its group', async () => {
    expect(await only(items({ ...largePizza, options_text: 'stuffed' }))).toMatchObject({
      path: 'items[0].options[0]',
      code: 'sold_out',
      say: 'Stuffed is sold out. Would you like Thin or Pan instead?',
    });
  });

  it('is what staff have just marked, until it is back at the wanted time', async () => {
    const until = new Date(clock.at + 3_600_000).toISOString();
    await api.call('PATCH', '/v1/menu/items/coke', { body: { available: false, until } });
    expect(await only(items('coke'))).toMatchObject({ code: 'sold_out' });
    const later = { ...items('coke'), timing: { requested_at: '2026-11-27T18:00' } };
    expect((await validate(later)).ok).toBe(true);
    await api.call('PATCH', '/v1/menu/items/coke', { body: { available: true } });
  });
});

describe('the rules of the shop', () => {
  const at = (requested_at: string) => ({ ...items('coke'), timing: { requested_at } });

  it('are its hours: closed now', async () => {
    await shop({ hours: daily('17:00', '22:00', '21:30') });
    expect(await only(items('coke'))).toEqual({
      path: 'timing',
      code: 'closed',
      say: "mario's is closed right now. We are open today from 5:00 PM to 10:00 PM, with last orders at 9:30 PM.",
      substitutes: [],
    });
  });

  it.each([
    ['before it opens', '2026-11-28T10:00', 'We are open tomorrow from 11:00 AM to 1:00 AM'],
    ['after the last order', '2026-11-28T00:55', 'We are open today from 11:00 AM to 1:00 AM'],
    ['in some days', '2026-11-30T09:00', 'We are open on Monday from 11:00 AM to 1:00 AM'],
    ['in some weeks', '2026-12-14T09:00', 'We are open on Monday, December 14 from 11:00 AM to 1:00 AM'],
  ])('are its hours for a later time: %s', async (_when, time, opens) => {
    await shop({ hours: daily('11:00', '01:00', '00:30') });
    expect(await only(at(time))).toMatchObject({
      path: 'timing.requested_at',
      code: 'closed',
      say: `mario's cannot take an order for that time. ${opens}, with last orders at 12:30 AM.`,
    });
  });

  it('take the hour after midnight as part of the evening', async () => {
    await shop({ hours: daily('11:00', '01:00') });
    expect((await validate(at('2026-11-28T00:50'))).ok).toBe(true);
  });

  it('are the time a meal takes, and the way', async () => {
    await shop({ prep_minutes: 20, delivery: { lead_minutes: 30 } });
    expect(await only(at('2026-11-27T13:10'))).toMatchObject({
      path: 'timing.requested_at',
      code: 'too_soon',
      say: 'That is too soon. The earliest it can be ready is 1:20 PM.',
    });
    const delivery = { ...at('2026-11-27T13:30'), delivery: { text: '12 Oak St' } };
    expect((await only(delivery)).say).toBe('That is too soon. The earliest it can be delivered is 1:50 PM.');
    expect((await validate(at('2026-11-27T13:20'))).ok).toBe(true);
  });

  it('are where it delivers, and from how much', async () => {
    await shop({ delivery: { postal_codes: ['02215'], minimum: 1500 } });
    const to = (postal_code: string, ...list: (string | object)[]) => ({
      ...items(...list),
      delivery: { street: '12 Oak St', postal_code },
    });
    expect(await only(to('02139', largePizza))).toMatchObject({
      path: 'delivery.postal_code',
      code: 'out_of_area',
      say: 'We do not deliver to that postal code. Would you like to pick it up instead?',
    });
    expect(await only(to('02215', 'coke'))).toMatchObject({
      path: 'items',
      code: 'below_min',
      say: 'The minimum for a delivery is $15.00, and this comes to $2.50.',
    });
    expect((await validate(to('02215', largePizza))).ok).toBe(true);
    expect((await validate(items('coke'))).ok).toBe(true);
  });

  it('are a pause', async () => {
    await api.call('POST', '/v1/locations/loc_1/pause', { body: { minutes: 30 } });
    expect(await only(items('coke'))).toMatchObject({
      code: 'paused',
      say: "mario's is not taking orders right now. Please try again after 1:30 PM.",
    });
  });
});

it('refuses an order that cannot be read, by field', async () => {
  const answer = await api.call('POST', '/v1/orders/validate', { body: items({ name: 'coke' }) });
  expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'items[0].quantity']);
});

it('takes a form, as the order itself does', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = 'items[0][name]=large+pepperoni+pizza&items[0][quantity]=1';
  const answer = await api.call('POST', '/v1/orders/validate', { headers, body });
  expect(answer.body.questions[0].say).toMatch(/^Which crust/);
});
