import { matchItem } from '../../src/menu/match';
import { buildMenuIndex } from '../../src/menu/menu-index';
import { dish, menuOf, size } from '../support/small-menu';

const MENU = menuOf([
  dish('pep', 'Pepperoni Pizza', {
    aliases: ['pepperoni pie'],
    variations: [size('pep-s', 'Small'), size('pep-l', 'Large', { aliases: ['14 inch', 'family'] })],
  }),
  dish('sup', 'Supreme Pizza', {
    variations: [size('sup-s', 'Small'), size('sup-m', 'Medium', { default: true })],
  }),
  dish('club', 'Club Sandwich'),
  dish('fries', 'French Fries', { variations: [size('fries-1', 'Regular')] }),
  dish('cookie', 'Jalapeño Cookie'),
  dish('mac', 'Mac & Cheese'),
  dish('coke', 'Coke', { aliases: ['cola'] }),
  dish('pepsi', 'Pepsi', { aliases: ['cola'] }),
  dish('wings-1', 'Wings', { category: 'Starters' }),
  dish('wings-2', 'Wings', { category: 'Specials' }),
  dish('joe', "Joe's Special A"),
  dish('quiche', 'Quiche of the Day'),
]);
const ALIASES = { 'the works': 'Supreme Pizza', usual: 'large pepperoni pizza', nothing: 'Unicorn Pie' };
const INDEX = buildMenuIndex(MENU, { version: 'v7', aliases: ALIASES });
const match = (name: string, ids: { menu_item_id?: string; variation_id?: string } = {}) =>
  matchItem(INDEX, { name, menu_item_id: null, variation_id: null, ...ids });

describe('words that name a dish and its size', () => {
  it.each([
    ['Large Pepperoni Pizza', 'pep-l', 'exact'],
    ['large pepperoni pizza', 'pep-l', 'normalized'],
    ['a large pepperoni pizza', 'pep-l', 'normalized'],
    ['pepperoni pizza (large)', 'pep-l', 'normalized'],
    ['Pepperoni pizza, large', 'pep-l', 'normalized'],
    ['LARGE PEPPERONI PIZZAS', 'pep-l', 'normalized'],
    ['large pizza pepperoni', 'pep-l', 'normalized'],
    ['pepperoni large pizza', 'pep-l', 'normalized'],
    ['large pepperoni pie', 'pep-l', 'alias'],
    ['family pepperoni pizza', 'pep-l', 'alias'],
    ['14" pepperoni pizza', 'pep-l', 'alias'],
    ['14” pepperoni pizza', 'pep-l', 'alias'],
    ["14'' pepperoni pizza", 'pep-l', 'alias'],
    ['14″ pepperoni pizza', 'pep-l', 'alias'],
    ['14-inch pepperoni pizza', 'pep-l', 'alias'],
    ['14inch pepperoni pizza', 'pep-l', 'alias'],
    ['14 in. pepperoni pizza', 'pep-l', 'alias'],
    ['pepperoni pizza 14 inches', 'pep-l', 'alias'],
    ['small pepperoni pizza', 'pep-s', 'normalized'],
  ])('%s', (said, variation_id, method) => {
    expect(match(said)).toMatchObject({ status: 'sure', item_id: 'pep', variation_id, method });
  });
});

describe('one and many, accents and signs do not matter', () => {
  it.each([
    ['club sandwiches', 'club'],
    ['the Club Sandwich', 'club'],
    ['french fries', 'fries'],
    ['french fry', 'fries'],
    ['jalapeno cookies', 'cookie'],
    ['Jalapeño cookie', 'cookie'],
    ['mac and cheese', 'mac'],
    ['joes special a', 'joe'],
    ['quiches of day', 'quiche'],
  ])('%s', (said, item_id) => {
    expect(match(said)).toMatchObject({ status: 'sure', item_id });
  });
});

describe('sizes nobody named', () => {
  it('takes the size that the menu calls the default', () => {
    expect(match('supreme pizza')).toMatchObject({ status: 'sure', item_id: 'sup', variation_id: 'sup-m' });
  });
  it('takes the only size there is', () => {
    expect(match('french fries')).toMatchObject({ status: 'sure', variation_id: 'fries-1' });
  });
  it('asks where there are several and none is the default', () => {
    expect(match('pepperoni pizza')).toMatchObject({
      status: 'unsure',
      item_id: 'pep',
      variation_id: null,
      reason: 'Pepperoni Pizza comes in Small or Large; the order does not say which.',
    });
  });
});

describe('words that can mean two dishes', () => {
  it('asks which one, and names the runner-up', () => {
    expect(match('cola')).toMatchObject({
      status: 'unsure',
      item_id: 'coke',
      reason: '"cola" can be Coke or Pepsi.',
      runner_up: { item_id: 'pepsi' },
    });
  });
  it('tells dishes of one name apart by their category', () => {
    expect(match('wings').reason).toBe('"wings" can be Wings (Starters) or Wings (Specials).');
  });
});

describe('words a restaurant taught', () => {
  it.each([
    ['the works', 'sup', 'sup-m'],
    ['The Works!', 'sup', 'sup-m'],
    ['small the works', 'sup', 'sup-s'],
    ['works small', 'sup', 'sup-s'],
    ['usual', 'pep', 'pep-l'],
  ])('%s', (said, item_id, variation_id) => {
    expect(match(said)).toMatchObject({ status: 'sure', item_id, variation_id, method: 'alias' });
  });
  it('changes nothing where they lead nowhere', () => {
    expect(match('nothing')).toMatchObject({ status: 'none', item_id: null });
  });
  it('win over the names on the menu', () => {
    const index = buildMenuIndex(MENU, { aliases: { coke: 'Pepsi' } });
    expect(matchItem(index, { name: 'Coke', menu_item_id: null, variation_id: null }).item_id).toBe('pepsi');
  });
});

describe('ids', () => {
  it.each([
    [{ menu_item_id: 'pep', variation_id: 'pep-l' }, 'pep', 'pep-l'],
    [{ menu_item_id: 'pep-l' }, 'pep', 'pep-l'],
    [{ variation_id: 'pep-s' }, 'pep', 'pep-s'],
    [{ menu_item_id: 'sup' }, 'sup', 'sup-m'],
    [{ menu_item_id: 'coke' }, 'coke', null],
  ])('%j wins over what was said', (ids, item_id, variation_id) => {
    expect(match('anything', ids)).toMatchObject({ status: 'sure', item_id, variation_id, method: 'ref' });
  });
  it('asks for the size where an id names only the dish', () => {
    expect(match('anything', { menu_item_id: 'pep' }).status).toBe('unsure');
  });
  it('refuses the size of another dish', () => {
    const { status, reason } = match('x', { menu_item_id: 'pep', variation_id: 'sup-s' });
    expect([status, reason]).toEqual(['none', 'The id "sup-s" is no size of Pepperoni Pizza.']);
  });
  it('keeps sizes apart that have one id in several dishes', () => {
    const sizes = [size('l', 'Large'), size('s', 'Small')];
    const twins = buildMenuIndex(
      menuOf([dish('a', 'Alfredo', { variations: sizes }), dish('b', 'Bolognese', { variations: sizes })]),
    );
    const said = { name: 'x', menu_item_id: 'a', variation_id: 'l' };
    expect(matchItem(twins, said)).toMatchObject({ status: 'sure', item_id: 'a', variation_id: 'l' });
    expect(matchItem(twins, { ...said, menu_item_id: null }).status).toBe('none');
  });
  it('says which id is unknown', () => {
    expect(match('x', { menu_item_id: 'gone' }).reason).toBe('The id "gone" is not on the menu.');
  });
});

describe('what is not on the menu', () => {
  it.each(['', '???', 'the', 'unicorn pie', 'peperoni piza'])('is never guessed: %j', (said) => {
    expect(match(said)).toMatchObject({ status: 'none', item_id: null, score: 0, menu_version: 'v7' });
  });
  it('names what comes nearest', () => {
    expect(INDEX.nearest('peperoni piza')[0]).toBe('Pepperoni Pizza');
    expect(INDEX.nearest('zzz')).toEqual([]);
  });
});
