import { stampOf } from '../../src/blueprints';
import { OrderApi } from '../support/order-api';

let api: OrderApi;
let logged: string[];
beforeEach(async () => {
  api = await OrderApi.start();
  logged = [];
  api.app.addHook('onRequest', async (request) => {
    request.log.warn = ((_: object, message: string) => logged.push(message)) as never;
  });
});
afterEach(() => api.stop());

const ask = async (stamp: string, key = 'mario-write') => {
  const headers = { 'x-orderwire-blueprint': stamp };
  return (await api.call('GET', '/v1/orders', { key, headers })).headers['x-orderwire-warning'];
};

it('tells an outdated scenario in each answer, and the log once for each restaurant', async () => {
  for (const key of ['mario-write', 'mario-write', 'luigi-write']) {
    expect(await ask('orders-to-pos@0', key)).toContain('orders-to-pos is at version 1');
  }
  expect(logged).toHaveLength(2);
});

it.each([
  stampOf('orders-to-pos'),
  'orders-to-pos@99',
  'somebody-elses@0',
  'orders-to-pos',
  '@',
  'constructor@0',
])('says nothing to %s', async (stamp) => {
  expect(await ask(stamp)).toBeUndefined();
  expect(logged).toEqual([]);
});
