import { OrderApi } from '../../support/order-api';
import { choice, dish, group, menuOf, size } from '../../support/small-menu';
import { Visitor } from '../../support/visitor';

let api: OrderApi;
let staff: Visitor;
beforeEach(async () => {
  api = await OrderApi.start();
  await api.call('PUT', '/v1/menu', { body: MENU });
  staff = await Visitor.signedIn(api);
});
afterEach(() => api.stop());

const MENU = menuOf(
  [
    dish('supreme', 'Supreme Pizza', { option_groups: ['toppings'], variations: [size('s-l', 'Large')] }),
    dish('coke', 'Coke'),
  ],
  [group('toppings', [choice('onion', 'Onions'), choice('pepper', 'Green Peppers')])],
);
let count = 0;
const guestSays = async (name: string, options: object[] = []) =>
  (await api.send({ external_ref: `said-${count++}`, items: [{ name, quantity: '1', options }] })).body.id;
const pathTo = (order: string, more: Record<string, string> = {}) =>
  `/words/fix?${new URLSearchParams({ order, path: 'items[0]', ...more })}`;

it('lists the newest words that the menu does not know, each once, with how often it was said', async () => {
  await guestSays('the works');
  await guestSays('coke');
  await guestSays('The Works');
  const { text } = await staff.get('/words');
  expect(text.match(/“the works”/gi)).toHaveLength(1);
  expect(text).toMatch(/The Works[\s\S]*Not on the menu[\s\S]*2 times/);
  expect(text).not.toContain('“coke”');
  const order = await guestSays('the works');
  expect((await staff.get(`/orders/${order}`)).text).toContain(`/words/fix?order=${order}`);
});

it('remembers what a word means, says what it would have fixed, and understands it from then on', async () => {
  const order = await guestSays('the works');
  await guestSays('the works');
  const asked = await staff.get(pathTo(order, { item_id: 'supreme' }));
  expect(asked.text).toContain('It would have fixed 2 orders');
  const { location } = await staff.post('/words/fix', { order, path: 'items[0]', item_id: 'supreme' });
  expect(location).toBe('/words?shop=loc_1&done=taught');
  const list = (await staff.get(String(location))).text;
  expect(list).toMatch(/Remembered[\s\S]*“the works”<\/strong> means Supreme Pizza/);
  const { matches } = (await api.call('POST', '/v1/menu/match', { body: { phrases: ['the works'] } })).body;
  expect(matches[0].match).toMatchObject({ status: 'sure', item_id: 'supreme', method: 'alias' });
});

it('teaches a size, and an option of the dish that it was said with', async () => {
  const order = await guestSays('the works');
  await staff.get(pathTo(order));
  await staff.post('/words/fix', { order, path: 'items[0]', item_id: 'supreme', variation_id: 's-l' });
  const other = await guestSays('supreme pizza', [{ name: 'capsicum' }]);
  const path = 'items[0].options[0]';
  const page = await staff.get(pathTo(other, { path, q: 'green' }));
  expect(page.text).toContain('Green Peppers');
  expect(page.text).not.toContain('This one: Coke');
  await staff.post('/words/fix', { order: other, path, item_id: 'supreme', option_id: 'pepper' });
  const { data } = (await api.call('GET', '/v1/menu/aliases')).body;
  expect(data).toEqual([
    expect.objectContaining({ said: 'the works', variation_id: 's-l', location_id: null }),
    expect.objectContaining({ said: 'capsicum', option_id: 'pepper' }),
  ]);
});

it('finds a dish by any part of its name, without a script', async () => {
  const { text } = await staff.get(pathTo(await guestSays('the works'), { q: 'pizza larg' }));
  expect(text).toMatch(/<div id="found"[\s\S]*Large Supreme Pizza/);
  expect(text).not.toMatch(/<div id="found"[\s\S]*<strong>Coke/);
});

it('forgets what was taught', async () => {
  const order = await guestSays('the works');
  await staff.get(pathTo(order));
  await staff.post('/words/fix', { order, path: 'items[0]', item_id: 'coke' });
  const [{ id }] = (await api.call('GET', '/v1/menu/aliases')).body.data;
  expect((await staff.post('/words/forget', { shop: 'loc_1', id })).location).toContain('done=forgotten');
  expect((await api.call('GET', '/v1/menu/aliases')).body.data).toEqual([]);
});

it("teaches nothing with another restaurant's order, dish or key, nor to somebody who may not", async () => {
  const order = await guestSays('the works');
  await staff.get(pathTo(order));
  const taught = { order, path: 'items[0]', item_id: 'coke' };
  const luigi = await Visitor.signedIn(api, 'luigi-admin');
  await luigi.get('/words');
  expect((await luigi.get(pathTo(order))).status).toBe(404);
  expect((await luigi.post('/words/fix', taught)).status).toBe(404);
  const writer = await Visitor.signedIn(api, 'mario-write');
  expect((await writer.get('/words')).text).not.toContain('/words/fix');
  expect((await writer.post('/words/fix', taught)).status).toBe(403);
  expect((await staff.post('/words/fix', { ...taught, item_id: 'none' })).status).toBe(400);
  expect((await staff.get(pathTo(order, { path: 'items[7]' }))).status).toBe(404);
  expect((await api.call('GET', '/v1/menu/aliases')).body.data).toEqual([]);
});
