import * as fc from 'fast-check';
import { type Json, pickup, refuses, toastRestaurant } from '../support/toast-sandbox';

describe('what Toast refuses of an order and its dishes', () => {
  const shop = toastRestaurant();
  const lines = (...selections: Json[]) => pickup(shop, { selections });
  const knots = shop.line('Garlic Knots');
  const wrongGroup = { ...knots, itemGroup: { guid: shop.groupOf('Coke').guid } };
  const strangeItem = { ...knots, item: { guid: '11111111-2222-4333-8444-555555555555' } };
  const dressing = shop.modifier('Caesar Salad', 'Dressing: Ranch', 1);
  const topping = shop.modifier('Pepperoni Pizza', 'Toppings: Onions', 1);

  it.each<[string, unknown, number, RegExp]>([
    ['an order without a dining option', { checks: [{}] }, 400, /DiningOption.*must contain a GUID/],
    ['an order without checks', { ...pickup(shop), checks: [] }, 400, /checks/],
    ['a check without a dish', lines(), 400, /at least one/],
    ['a field that Toast does not have', { ...pickup(shop), note: 'hello' }, 400, /order\.note/],
    [
      'a dining option of another restaurant',
      { ...pickup(shop), diningOption: { guid: dressing.item.guid } },
      404,
      /DiningOption/,
    ],
    [
      'a dish from a group that does not list it',
      lines(wrongGroup),
      400,
      /^Item \(.+\) does not belong to the group \(.+\)$/,
    ],
    [
      'a dish without its group',
      lines({ ...knots, itemGroup: undefined }),
      400,
      /MenuGroup.*GUID or MultiLocationId/,
    ],
    ['a dish that does not exist', lines(strangeItem), 404, /MenuItem/],
    [
      'an ad-hoc item',
      lines({ selectionType: 'OPEN_ITEM', displayName: 'Cannoli', quantity: 1 }),
      400,
      /OPEN_ITEM/,
    ],
    ['half a dish', lines({ ...knots, quantity: 0.5 }), 400, /whole number/],
    ['a dish without a quantity', lines({ ...knots, quantity: undefined }), 400, /whole number/],
    ['another price for a dish', lines({ ...knots, openPriceAmount: 1 }), 400, /Open Price/],
    ['a pizza without its size', lines(shop.line('Pepperoni Pizza')), 400, /Size .*at least 1/],
    [
      'a pizza in two sizes',
      lines(shop.line('Pepperoni Pizza', ['Size: Small', 'Size: Large'])),
      400,
      /Size .*at most 1/,
    ],
    ['a pizza without its crust', lines(shop.line('Large Pizza')), 400, /Crust .*at least 1/],
    ['a modifier of another dish', lines({ ...knots, modifiers: [dressing] }), 404, /MenuOptionGroup/],
    [
      'a modifier without its group',
      lines({ ...shop.line('Caesar Salad'), modifiers: [{ ...dressing, optionGroup: null }] }),
      400,
      /MenuOptionGroup/,
    ],
    [
      'a modifier from the wrong group',
      lines({ ...shop.line('Caesar Salad'), modifiers: [{ ...dressing, item: topping.item }] }),
      400,
      /does not belong to the group/,
    ],
    [
      'one bacon for two burgers',
      lines({
        ...shop.line('Cheeseburger', [], 2),
        modifiers: [shop.modifier('Cheeseburger', 'Burger Extras: Bacon', 1)],
      }),
      400,
      /must match the quantity/,
    ],
    [
      'a special request without words',
      lines({ ...knots, modifiers: [{ selectionType: 'SPECIAL_REQUEST' }] }),
      400,
      /displayName/,
    ],
    [
      'a special request of a thousand and one characters',
      lines({ ...knots, modifiers: [{ selectionType: 'SPECIAL_REQUEST', displayName: 'x'.repeat(1001) }] }),
      400,
      /1000/,
    ],
    ['a tab name of 256 characters', pickup(shop, { tabName: 'x'.repeat(256) }), 400, /255/],
    [
      'an externalId without its naming authority',
      pickup(shop, {}, { externalId: 'ow1' }),
      400,
      /authority:identifier/,
    ],
    ['a table that is not there', pickup(shop, {}, { table: { guid: dressing.item.guid } }), 404, /Table/],
  ])('is %s', (_, body, status, message) => {
    refuses(shop, { body, status, message });
  });

  it('is nonsense of every kind, without ever breaking down', () => {
    const nonsense = fc.oneof(
      fc.jsonValue(),
      fc.double(),
      fc.constantFrom(1e300, -1, '', [], {}, [[]], null),
    );
    const names = (value: Json) => fc.constantFrom(...Object.keys(value));
    const [whole] = [pickup(shop, { selections: [shop.line('Cheeseburger', ['Burger Extras: Bacon'])] })];
    const [check] = whole.checks;
    const [line = {}] = (check?.selections ?? []) as Json[];
    const spoilt = fc.oneof(
      fc.tuple(names(whole), nonsense).map(([name, value]) => ({ ...whole, [name]: value })),
      fc
        .tuple(names(check ?? {}), nonsense)
        .map(([name, value]) => pickup(shop, { ...check, [name]: value })),
      fc.tuple(names(line), nonsense).map(([name, value]) => lines({ ...line, [name]: value })),
      fc
        .tuple(fc.constantFrom('payments', 'appliedDiscounts', 'appliedServiceCharges'), nonsense)
        .map(([name, value]) => pickup(shop, { [name]: [value] })),
      nonsense,
    );
    fc.assert(
      fc.property(spoilt, (body) => {
        const { status } = shop.call('POST', '/orders/v2/prices', { body: JSON.stringify(body) ?? '' });
        expect([200, 400, 404]).toContain(status);
      }),
    );
  });
});
