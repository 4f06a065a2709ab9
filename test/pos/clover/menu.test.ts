import { clover } from '../../../src/pos/clover';
import { toMenu } from '../../../src/pos/clover/menu';
import { openClover } from '../../support/clover-door';

const named = (id: string, changes: object = {}) => ({
  id,
  name: id,
  price: 100,
  priceType: 'FIXED',
  ...changes,
});

describe('a menu from Clover', () => {
  it('holds dishes with their sizes, open prices, weights and groups', async () => {
    const { session } = openClover();
    const { currency, items, option_groups } = await clover.fetchMenu(session());
    expect(currency).toBe('USD');
    const find = (name: string) => items.find((item) => item.name === name);
    expect(find('Pepperoni Pizza')).toMatchObject({
      price: null,
      category: 'Pizza',
      variations: [
        { name: 'Small', price: 1199 },
        { name: 'Large', price: 1599 },
      ],
      pos: {},
    });
    expect(find('Open Item')).toMatchObject({ price: null });
    expect(find('Marinated Olives')?.pos.clover).toMatch(/\/unit$/);
    expect(find('Tiramisu')).toMatchObject({ available: false });
    const crust = option_groups.find((group) => group.name === 'Crust');
    expect(crust).toMatchObject({
      min: 1,
      max: 1,
      options: [{ name: 'Thin' }, { name: 'Pan' }, { name: 'Stuffed' }],
    });
    expect(find('Large Pizza')?.option_groups).toContain(crust?.id);
  });

  it('leaves out what was deleted and groups that are not there, and shows hidden items as sold out', () => {
    const items = [
      named('gone', { deletedTime: 1 }),
      named('hidden', { hidden: true, modifierGroups: { elements: [{ id: 'unknown' }] } }),
    ];
    expect(toMenu({ items, groups: [] }, 'USD').items).toMatchObject([
      { name: 'hidden', available: false, option_groups: [] },
    ]);
  });

  it('reads every page', async () => {
    const { tampered } = openClover();
    const all = Array.from({ length: 2001 }, (_, index) => named(`item ${index}`));
    const big = tampered((request, http) => {
      const url = new URL(request.url);
      if (!url.pathname.endsWith('/items')) return http(request);
      const offset = Number(url.searchParams.get('offset'));
      const elements = all.slice(offset, offset + Number(url.searchParams.get('limit')));
      return Promise.resolve({ status: 200, headers: {}, body: JSON.stringify({ elements }) });
    });
    expect((await clover.fetchMenu(big)).items).toHaveLength(2001);
  });

  it('keeps a group of items apart that share no name', () => {
    const itemGroup = { id: 'G' };
    const items = [named('Espresso', { itemGroup }), named('Latte', { itemGroup })];
    expect(toMenu({ items, groups: [] }, 'USD').items.map(({ name }) => name)).toEqual(['Espresso', 'Latte']);
  });
});
