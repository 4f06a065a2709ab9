import { seedMenu } from '../support/menus';
import { newKey, OrderApi } from '../support/order-api';

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
  await api.call('PUT', '/v1/menu', { body: seedMenu });
});
afterEach(() => api.stop());

const teach = (body: object, key?: string) => api.call('POST', '/v1/menu/aliases', { body, key });
const list = async (key?: string) => (await api.call('GET', '/v1/menu/aliases', { key })).body.data;
const preview = async (query: string) => (await api.call('GET', `/v1/menu/aliases/preview?${query}`)).body;

/** What a new order with this line is understood as. */
async function heard(name: string, line: object = {}, order: object = {}) {
  const items = [{ name, quantity: '1', ...line }];
  const { body } = await api.send({ external_ref: undefined, items, ...order });
  return body.items_match.map(({ match }: { match: object }) => match);
}

describe('words that a restaurant teaches', () => {
  it('count at once, for the dish with all its sizes', async () => {
    expect(await heard('the works')).toMatchObject([{ status: 'none' }]);
    const { status, body } = await teach({ said: 'The Works', item_id: 'pepperoni' });
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ said: 'The Works', means: 'Pepperoni Pizza' }),
    ]);
    const meant = { status: 'sure', item_id: 'pepperoni', variation_id: 'pepperoni-l', method: 'alias' };
    expect(await heard('the works')).toMatchObject([meant]);
    expect(await heard('large works')).toMatchObject([meant]);
  });

  it('count for the orders that are there already as well', async () => {
    const { body } = await api.send({ items: [{ name: 'red pop', quantity: '1' }] });
    await teach({ said: 'red pop', item_id: 'coke' });
    const again = await api.call('GET', `/v1/orders/${body.id}`);
    expect(again.body.items_match).toMatchObject([{ match: { status: 'sure', item_id: 'coke' } }]);
  });

  it('win over a name on the menu: a correction is a correction', async () => {
    await teach({ said: 'coke', item_id: 'pepperoni', variation_id: 'pepperoni-l' });
    expect(await heard('coke')).toMatchObject([{ item_id: 'pepperoni', variation_id: 'pepperoni-l' }]);
  });

  it('can mean an option, wherever its group is offered', async () => {
    await teach({ said: 'cebolla', item_id: 'pepperoni', option_id: 'onion' });
    const [, option] = await heard('large pepperoni pizza', { options: [{ name: 'no cebolla' }] });
    expect(option).toMatchObject({ status: 'sure', option_id: 'onion' });
  });

  it('are understood in the middle of a sentence', async () => {
    await teach({ said: 'the works', item_id: 'pepperoni' });
    await teach({ said: 'cebolla', item_id: 'pepperoni', option_id: 'onion' });
    const text = 'can I get two large works with cebolla and a coke please';
    const { body } = await api.call('POST', '/v1/orders/parse', { body: { text } });
    expect(body.unsure).toEqual([]);
    expect(body.items).toMatchObject([
      { quantity: '2', match: { item_id: 'pepperoni', variation_id: 'pepperoni-l' } },
      { quantity: '1', match: { item_id: 'coke' } },
    ]);
    expect(body.items[0].options).toMatchObject([{ action: 'add', match: { option_id: 'onion' } }]);
  });

  it('mean something else when they are taught again, and nothing once they are deleted', async () => {
    const first = await teach({ said: 'usual', item_id: 'coke' });
    const second = await teach({ said: 'the usual', item_id: 'pepperoni' });
    expect([second.status, second.body.id]).toEqual([200, first.body.id]);
    expect(await list()).toMatchObject([{ said: 'the usual', item_id: 'pepperoni' }]);
    expect((await api.call('DELETE', `/v1/menu/aliases/${first.body.id}`)).status).toBe(204);
    expect(await heard('usual')).toMatchObject([{ status: 'none' }]);
    expect((await api.call('DELETE', `/v1/menu/aliases/${first.body.id}`)).status).toBe(404);
  });

  it('stay in the list when the menu loses what they mean, and say so', async () => {
    await teach({ said: 'usual', item_id: 'coke' });
    await api.call('PUT', '/v1/menu', { body: { items: [{ id: 'fries', name: 'Fries' }] } });
    expect(await list()).toMatchObject([{ said: 'usual', means: null }]);
    expect(await heard('usual')).toMatchObject([{ status: 'none' }]);
  });
});

describe('several shops', () => {
  beforeEach(async () => {
    await api.call('POST', '/v1/locations', { body: { name: 'Airport' } });
    await api.call('PUT', '/v1/menu?location_id=loc_3', { body: seedMenu });
  });

  it('share what was taught, and one may mean something of its own', async () => {
    await teach({ said: 'usual', item_id: 'coke', location_id: 'loc_3' });
    await teach({ said: 'Usual', item_id: 'pepperoni' });
    expect(await heard('usual', {}, { location_id: 'loc_1' })).toMatchObject([{ item_id: 'pepperoni' }]);
    expect(await heard('usual', {}, { location_id: 'loc_3' })).toMatchObject([{ item_id: 'coke' }]);
  });

  it('are not touched by a key of another shop', async () => {
    const scope = { restaurant_id: 'rst_1', location_ids: null };
    await api.store.createKey(scope, newKey('airport', 'admin', ['loc_3']), { key_id: null, at: 1 });
    const { body } = await teach({ said: 'usual', item_id: 'coke' });
    expect((await teach({ said: 'usual', item_id: 'pepperoni' }, 'airport')).status).toBe(403);
    expect((await api.call('DELETE', `/v1/menu/aliases/${body.id}`, { key: 'airport' })).status).toBe(403);
    expect((await teach({ said: 'mine', item_id: 'coke', location_id: 'loc_3' }, 'airport')).status).toBe(
      201,
    );
    await teach({ said: 'theirs', item_id: 'coke', location_id: 'loc_1' });
    expect((await list('airport')).map(({ said }: { said: string }) => said)).toEqual(['usual', 'mine']);
    expect(await list('luigi-admin')).toEqual([]);
  });
});

it.each([
  [{ said: '!?', item_id: 'coke' }, 'said'],
  [{ said: 'usual', item_id: 'unicorn' }, 'item_id'],
  [{ said: 'usual', item_id: 'coke', variation_id: 'pepperoni-l' }, 'variation_id'],
  [{ said: 'usual', item_id: 'coke', option_id: 'onion' }, 'option_id'],
  [{ said: 'usual', item_id: 'pepperoni', variation_id: 'pepperoni-l', option_id: 'onion' }, 'option_id'],
  [{ said: 'mushroom', item_id: 'pepperoni', option_id: 'onion' }, 'said'],
])('refuses %j by its field %s, and teaches nothing', async (body, path) => {
  const [group] = seedMenu.option_groups;
  const options = [...(group?.options ?? []), { id: 'shrooms', name: 'Mushrooms' }];
  await api.call('PUT', '/v1/menu', { body: { ...seedMenu, option_groups: [{ ...group, options }] } });
  const refused = await teach(body);
  expect([refused.status, refused.body.errors[0].path]).toEqual([400, path]);
  expect(await list()).toEqual([]);
});

it('is for admins to teach and for everybody to read', async () => {
  expect((await teach({ said: 'usual', item_id: 'coke' }, 'mario-write')).status).toBe(403);
  expect(await list('mario-read')).toEqual([]);
});

describe('the past read again', () => {
  beforeEach(async () => {
    for (const name of ['red pop', 'red pop', 'Coke', 'green pop']) await heard(name);
  });

  it('says how many orders the words would have fixed, and shows them', async () => {
    expect(await preview('said=red+pop&item_id=coke')).toMatchObject({
      looked_at: 4,
      fixes: 2,
      changes: 0,
      say: 'It would have fixed 2 orders.',
      orders: [
        { number: '2', path: 'items[0]', effect: 'fixes' },
        { number: '1', path: 'items[0]', effect: 'fixes' },
      ],
    });
    expect(await list()).toEqual([]);
  });

  it('warns of orders that were understood and would mean something else', async () => {
    expect(await preview('said=coke&item_id=pepperoni')).toMatchObject({
      fixes: 0,
      changes: 1,
      say: 'It would have fixed no order. 1 order would mean something else than now.',
    });
  });

  it('looks back ninety days and no further', async () => {
    api.clock.at += 91 * 86_400_000;
    expect(await preview('said=red+pop&item_id=coke')).toMatchObject({ looked_at: 0, fixes: 0 });
  });
});
