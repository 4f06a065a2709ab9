import { inShort, parse } from './small-shop';

it('a dish after "no … and" is ordered, where no dish can be made without it', () => {
  expect(inShort('a burger no pickles and onion rings')).toEqual(inShort('a burger no pickles, onion rings'));
  expect(inShort('a burger no pickles and onion rings')).toHaveLength(2);
});

it('what a dish is wanted "with" stays with it, also where the menu does not have it so', () => {
  const { items } = parse('onion rings with bacon on the side');
  expect(items.map(({ match }) => match.item_id)).toEqual(['rings']);
  expect(items[0]?.options).toMatchObject([{ name: 'bacon', action: 'side', match: { status: 'none' } }]);
});

it('"the" before a dish says nothing more', () => {
  expect(inShort('the onion rings please')).toEqual(inShort('onion rings'));
});

it('a heart is no number', () => {
  expect(inShort('a burger <3')).toEqual(inShort('a burger'));
});
