import { DeliveryHouse } from '../support/delivery-house';
import { OrderApi } from '../support/order-api';

let stop: () => Promise<void>;
afterEach(() => stop());

it('leads from every refusal to its place on a page that needs no key', async () => {
  const api = await OrderApi.start();
  stop = () => api.stop();
  const refused = await api.call('GET', '/v1/orders/none', { key: null });
  expect(refused.body.help).toBe('/help#wrong-key');
  const page = await api.call('GET', refused.body.help.split('#')[0], { key: null, raw: true });
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html']);
  expect(page.text).toContain('<a id="wrong-key"></a>');
});

it('leads from the reason of a delivery to what its code means', async () => {
  const house = await DeliveryHouse.open('toast', { api_url: 'http://127.0.0.1:9' });
  stop = () => house.close();
  const id = await house.order();
  await house.reached(id, 'retry_wait');
  const [delivery] = (await house.api.call('GET', `/v1/orders/${id}/deliveries`)).body.data;
  expect(delivery.reason).toMatchObject({ kind: 'unreachable', help: '/help#unreachable' });
}, 30_000);
