import { parseMenu } from '../../src/menu/schema';
import { OrderApi } from '../support/order-api';

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
});
afterEach(() => api.stop());

const send = async (method: 'GET' | 'POST' | 'PUT', url: string, body?: object) => {
  const headers = { authorization: 'Bearer mario-admin', 'content-type': 'application/json' };
  const payload = body && JSON.stringify(body);
  return (await api.app.inject({ method, url, headers, payload })).json();
};
const shop = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
const pizza = (name: string) =>
  parseMenu({ items: [{ id: 'pepperoni', name, price: 1599, option_groups: [] }], option_groups: [] }, shop);
const order = { items: [{ name: 'pepperoni pizzas', quantity: '2', options: ['no onions'] }] };

it('says how each line of an order was matched to the menu, and with which menu', async () => {
  const { id } = await send('POST', '/v1/orders', order);
  expect((await send('GET', `/v1/orders/${id}`)).items_match).toEqual([]);
  await send('PUT', '/v1/menu', pizza('Pepperoni Pizza'));
  const [line, option] = (await send('GET', `/v1/orders/${id}`)).items_match;
  expect(line).toMatchObject({
    path: 'items[0]',
    match: { status: 'sure', item_id: 'pepperoni', method: 'normalized' },
  });
  expect(line.match.menu_version).toMatch(/^[0-9a-f]{12}$/);
  expect(option).toMatchObject({ path: 'items[0].options[0]', match: { status: 'none' } });
});

it('matches anew as soon as the menu changes', async () => {
  await send('PUT', '/v1/menu', pizza('Pepperoni Pizza'));
  const { id, items_match } = await send('POST', '/v1/orders', order);
  expect(items_match[0].match.status).toBe('sure');
  await send('PUT', '/v1/menu', pizza('Margherita'));
  const { data } = await send('GET', '/v1/orders');
  expect([data[0].id, data[0].items_match[0].match.status]).toEqual([id, 'none']);
});
