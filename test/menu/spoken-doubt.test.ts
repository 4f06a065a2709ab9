import { inShort, parse } from './small-shop';

describe('what cannot be decided is asked, never left out in silence', () => {
  it.each([
    ['a number too many', 'two three cokes'],
    ['a number or another', 'two or three cokes'],
    ['one thing or another', 'a coke or a dr pepper'],
    ['an option or another', 'a burger with bacon or pickles'],
    ['two sizes', 'a small large pizza'],
    ['the same dish twice', 'a coke a coke and a burger'],
    ['a dish on half', 'half caesar salad half greek salad'],
    ['three halves', 'large pizza half pepperoni half mushroom half onion'],
    ['a word that may be food', 'a burger and some kimchi'],
    ['"the same"', 'a large pizza with onions and the same for my wife'],
    ['"everything"', 'a burger with everything'],
    ['both of two lines', 'a burger and a meatball sub 6 inch, both without bacon'],
    ['a short form that only begins a name', 'a tira'],
    ['a meal that the menu does not have', 'a caesar salad, make it a meal'],
    ['an order of last time', 'i was going to get a burger, a coke please'],
    ['one more of one', 'a large pizza, and one with onions'],
  ])('%s: %s', (_, said) => {
    expect(
      parse(said).unsure.length + inShort(said).filter((line) => line.includes('?')).length,
    ).toBeGreaterThan(0);
  });

  it('asks which of two dishes, by their names', () => {
    expect(parse('a coke or a dr pepper').unsure.map(({ question }) => question)).toEqual([
      'Coke or Dr Pepper?',
    ]);
  });
});

describe('words of every day are no food', () => {
  it.each([
    ['my brother and i want to split a large pizza', '1 pizza/l'],
    ['a burger, and please knock at the garage door', '1 burger'],
    ['turn the light on when the burger is ready', '1 burger'],
    ['a burger cut in squares and a coke with no straw', '1 burger | 1 coke'],
  ])('%s', (said, meant) => {
    expect(inShort(said).join(' | ')).toBe(meant);
  });

  it('they are kept all the same', () => {
    expect(parse('a burger cut in half and a coke with no straw').leftover.join(' ')).toContain('no straw');
  });
});

describe('an allergy', () => {
  it.each([
    ['a burger, my son has an onion allergy', 'onion allergy', '1 burger'],
    ['a burger, allergies: bacon and onions', 'bacon and onions', '1 burger'],
    ['a burger, she has a dairy allergy so no bacon', 'dairy allergy', '1 burger: no bacon'],
    ['a burger, onion and garlic allergy', 'onion and garlic allergy', '1 burger'],
    ["no nuts please i'm allergic, one tiramisu", 'nuts', '1 tiramisu'],
    ["a burger, i'm allergic to nuts, shellfish and eggs", 'allergic to nuts', '1 burger'],
  ])('%s', (said, note, meant) => {
    expect(parse(said).allergy_note).toContain(note);
    expect(inShort(said).join(' | ')).toBe(meant);
  });
});
