import { findMenuItem } from '../../searches/find-menu-item';
import { readOrderText } from '../../searches/read-order-text';
import { OrderApi } from '../support/order-api';
import { connectZap, shapeOf } from '../support/order-api-zap';
import { dish, menuOf } from '../support/small-menu';
import { failureOf, openZap, type Zap } from '../support/zapier-door';

type Fields = Record<string, unknown>;
let square: Zap;
beforeAll(async () => {
  square = await openZap('square');
});
afterAll(() => square.close());

const read = (inputData: Fields, authData = square.connection) =>
  square.tester(readOrderText.operation.perform, { authData, inputData });
const find = (inputData: Fields, authData = square.connection) =>
  square.tester(findMenuItem.operation.perform, { authData, inputData });

describe('Read Order Text', () => {
  it('shows what was understood, flat and ready to be mapped, and orders nothing', async () => {
    const [reading, ...more] = await read({
      order_text: 'two large pepperoni pizzas no onions and a coke, deliver to 12 Oak St Apt 4, nut allergy',
    });
    expect(more).toEqual([]);
    expect(shapeOf(reading ?? {})).toEqual(shapeOf(readOrderText.operation.sample));
    expect(reading).toMatchObject({
      ...{ is_clear: true, question: '', check_items: '', service_type: 'delivery' },
      ...{ delivery_address: '12 Oak St Apt 4', allergy_note: 'nut allergy' },
      items_understood: '2 × Large Pepperoni Pizza (no onions); 1 × Coke',
    });
    expect(reading?.items[0]).toMatchObject({
      quantity: '2',
      options_text: 'no onions',
      menu_price: '15.99',
    });
    expect(square.tickets()).toEqual([]);
  });

  it('gives lines that an order action takes as they are', async () => {
    const [reading] = await read({ order_text: 'two large pepperoni pizzas no onions and a coke' });
    const guest = { customer_name: 'Ann Lee', customer_phone: '+16175550123' };
    const items = reading?.items.map(({ name, quantity, options_text, menu_item_id }) => ({
      ...{ name, quantity, options_text, menu_item_id },
    }));
    const output = await square.run({ order_data: '', ...guest, items });
    expect(output.items_understood).toBe(reading?.items_understood);
    square.target.reset();
  });

  it('says what to ask, and learns the words that guests use', async () => {
    const [reading] = await read({ order_text: 'a pizza and coke' });
    expect(reading).toMatchObject({ is_clear: false, check_items: 'pizza' });
    expect(reading?.question).toBe('"pizza": Pepperoni Pizza, Supreme Pizza or Large Pizza?');
    const [taught] = await read({ order_text: 'house twists', aliases: { 'house twists': 'Garlic Knots' } });
    expect(taught).toMatchObject({ is_clear: true, items_understood: '1 × Garlic Knots' });
    expect(await read({ order_text: 'are you open today?' })).toMatchObject([{ is_clear: false, items: [] }]);
  });

  it('says what is missing', async () => {
    expect((await failureOf(read({ order_text: '' }))).message).toBe('Fill in Order in Words.');
    const touchbistro = await openZap('touchbistro');
    expect((await failureOf(read({ order_text: 'coke' }, touchbistro.connection))).message).toBe(
      'TouchBistro has no menu that can be read, so there is nothing to hold words against.',
    );
    await touchbistro.close();
  });
});

describe('Find Menu Item', () => {
  it('finds the dish and its size, with the id that Items take', async () => {
    const [item] = await find({ words: 'large pepperoni' });
    expect(Object.keys(item ?? {})).toEqual(Object.keys(findMenuItem.operation.sample));
    expect(item).toMatchObject({ name: 'Large Pepperoni Pizza', price: '15.99', match_status: 'sure' });
  });

  it('gives no dish for words that can mean several, and nothing for words that mean none', async () => {
    expect(await find({ words: 'pizza' })).toMatchObject([{ id: '', name: null, match_status: 'unsure' }]);
    expect(await find({ words: 'unicorn steak' })).toEqual([]);
    expect((await failureOf(find({ words: '' }))).message).toBe('Fill in Words for It.');
  });
});

describe('the same at an Order API', () => {
  let api: OrderApi;
  let authData: Record<string, string>;
  beforeAll(async () => {
    api = await OrderApi.start();
    authData = await connectZap(api);
  });
  afterAll(() => api.stop());

  it('needs a menu there, and says so', async () => {
    expect((await failureOf(read({ order_text: 'coke' }, authData))).message).toContain('has no menu yet');
  });

  it("reads with the server's menu and the words it was taught", async () => {
    await api.call('PUT', '/v1/menu', { body: menuOf([dish('knots', 'Garlic Knots')]) });
    await api.call('POST', '/v1/menu/aliases', { body: { said: 'house twists', item_id: 'knots' } });
    expect(await find({ words: 'house twists' }, authData)).toMatchObject([
      { id: 'knots', name: 'Garlic Knots', price: '10.00', match_status: 'sure' },
    ]);
    const [reading] = await read({ order_text: '2 house twists' }, authData);
    expect(reading).toMatchObject({ is_clear: true, items_understood: '2 × Garlic Knots' });
    expect(shapeOf(reading ?? {})).toEqual(shapeOf(readOrderText.operation.sample));
  });
});
