import Database from 'better-sqlite3';
import type { ChangeWithHits } from '../../src/server/menu-drift';
import { seedMenu } from '../support/menus';
import { OrderApi } from '../support/order-api';
import { posRooms } from '../support/pos-rooms';

let api: OrderApi;
let orderId: string;
const [pizza, coke] = seedMenu.items;
const [toppings] = seedMenu.option_groups;

beforeEach(async () => {
  api = await OrderApi.start(posRooms('square'));
  await put(seedMenu);
  await api.call('POST', '/v1/menu/aliases', { body: { said: 'red pop', item_id: 'coke' } });
  // For tomorrow: it waits.
  const items = [
    { name: 'large pepperoni pizza', quantity: '1', options: [{ name: 'onions' }] },
    { name: 'red pop', quantity: '2' },
  ];
  const { body } = await api.send({ items, timing: { requested_at: '2026-11-28T19:00:00-05:00' } });
  orderId = body.id;
});
afterEach(() => api.stop());

const put = (body: object, query = '') => api.call('PUT', `/v1/menu${query}`, { body });
const with_ = (changes: { pizza?: object; coke?: object | null; toppings?: object }) => ({
  items: [{ ...pizza, ...changes.pizza }, ...(changes.coke === null ? [] : [{ ...coke, ...changes.coke }])],
  option_groups: [{ ...toppings, ...changes.toppings }],
});
const hits = (changed: ChangeWithHits[], id: string) => changed.find((one) => one.id === id);

describe('a new menu says what it hits', () => {
  it('a dish that is gone: the words that meant it, and the order that waits for it', async () => {
    const { changed } = (await put(with_({ coke: null }))).body;
    expect(hits(changed, 'coke')).toEqual({
      kind: 'item',
      id: 'coke',
      name: 'Coke',
      change: 'removed',
      aliases: [{ id: expect.stringMatching(/^als_/), said: 'red pop' }],
      orders: [
        { id: orderId, number: '1', path: 'items[1]', code: 'gone', say: 'Coke is no longer on the menu.' },
      ],
    });
  });

  it.each([
    [
      'a new price',
      { pizza: { variations: [{ ...pizza?.variations?.[0], price: 1800 }] } },
      'pepperoni',
      'price',
      'Large Pepperoni Pizza costs $18.00 instead of $16.00.',
    ],
    ['a dish sold out', { coke: { available: false } }, 'coke', 'sold_out', 'Coke is sold out.'],
    [
      'a size that is gone',
      { pizza: { variations: [] } },
      'pepperoni',
      'gone',
      'Large Pepperoni Pizza is no longer on the menu',
    ],
    [
      'an option that is gone',
      { toppings: { options: [] } },
      'toppings',
      'gone',
      'Onions (Pepperoni Pizza) is no longer on the menu.',
    ],
  ])('%s', async (_what, changes, id, code, say) => {
    const { changed } = (await put(with_(changes))).body;
    expect(hits(changed, id)?.orders).toMatchObject([
      { id: orderId, code, say: expect.stringContaining(say) },
    ]);
  });

  it('a second dish of that name: nobody can be sure any more', async () => {
    const second = { ...pizza, id: 'pepperoni-2', category: 'Party' };
    const { changed } = (await put({ ...seedMenu, items: [...seedMenu.items, second] })).body;
    expect(hits(changed, 'pepperoni-2')?.orders).toMatchObject([{ code: 'unsure', path: 'items[0]' }]);
  });

  it('in one mail, however many lines it hits', async () => {
    await put({ items: [], option_groups: [] });
    expect(notices()).toBe(1);
  });

  it('and nothing where the order stays as it was', async () => {
    const renamed = with_({ coke: { category: 'Drinks', aliases: ['cola'] } });
    expect(hits((await put(renamed)).body.changed, 'coke')).toMatchObject({ aliases: [], orders: [] });
  });

  it('before anything is stored, where only a preview was asked for', async () => {
    const { changed } = (await put(with_({ coke: null }), '?preview=true')).body;
    expect(hits(changed, 'coke')?.orders).toHaveLength(1);
    expect((await api.call('GET', '/v1/menu')).body.items).toHaveLength(2);
    expect(notices()).toBe(0);
  });

  it('when the POS is read, too', async () => {
    const { body } = await api.call('POST', '/v1/menu/sync');
    expect(hits(body.changed, 'coke')?.orders).toMatchObject([
      { code: 'price', say: 'Coke costs $2.99 instead of $2.50.' },
    ]);
  });
});

it('does not speak of an order that was cancelled', async () => {
  await api.call('POST', `/v1/orders/${orderId}/cancel`);
  const { changed } = (await put(with_({ coke: null }))).body;
  expect(hits(changed, 'coke')?.orders).toEqual([]);
  expect(notices()).toBe(0);
});

/** How many mails are to go out that are about no order of their own. */
function notices(): number {
  const db = new Database(api.file, { readonly: true });
  const count = db.prepare("SELECT count(*) FROM deliveries WHERE purpose = 'notice'").pluck().get();
  db.close();
  return Number(count);
}
