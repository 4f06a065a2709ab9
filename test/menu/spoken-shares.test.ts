import { inShort, parse } from './small-shop';

const sure = (said: string) => {
  expect(parse(said).unsure).toEqual([]);
  return inShort(said).join(' | ');
};

describe('halves', () => {
  it.each([
    ['large pizza, half mushroom half onion', '1 pizza/l: left half mush; right half onion'],
    [
      'large pizza, mushrooms on the left, onions on the right',
      '1 pizza/l: left half mush; right half onion',
    ],
    [
      'large pizza, mushrooms on one side, onions on the other',
      '1 pizza/l: left half mush; right half onion',
    ],
    ['a large pizza half and half, pepperoni and onions', '1 pizza/l: left half pep; right half onion'],
    ['large pizza with onions on just half of it', '1 pizza/l: left half onion'],
    ['large pizza, no onions on one half', '1 pizza/l: left half no onion'],
    ['large pizza with mushrooms on the whole thing and onions on half', '1 pizza/l: mush; left half onion'],
    ['large pizza, half onions, half onions and mushrooms', '1 pizza/l: onion; right half mush'],
    [
      'una pizza large, mitad cebolla y la otra mitad pepperoni',
      '1 pizza/l: left half onion; right half pep',
    ],
  ])('%s', (said, meant) => {
    expect(sure(said)).toBe(meant);
  });

  it('asks whether the first of two before "on half" is on that half too', () => {
    expect(parse('large pizza with mushrooms and onions on half').unsure).toHaveLength(1);
  });
});

describe('one of several, and the other', () => {
  it.each([
    ['two large pizzas, one with onions and the other with mushrooms', '1 pizza/l: onion | 1 pizza/l: mush'],
    ['two large pizzas, onions on one and mushrooms on the other', '1 pizza/l: onion | 1 pizza/l: mush'],
    ['four burgers, two with bacon, two without pickles', '2 burger: bacon | 2 burger: no pickle'],
    ['three burgers, one with bacon and the others plain', '2 burger | 1 burger: bacon'],
    ['dos pizzas large, una con cebolla y la otra con pepperoni', '1 pizza/l: onion | 1 pizza/l: pep'],
    ['two burger combos, one with coke and one with coke zero', '1 combo: c-coke | 1 combo: c-zero'],
    ['two large pizzas, no onions on one', '1 pizza/l | 1 pizza/l: no onion'],
  ])('%s', (said, meant) => {
    expect(sure(said).split(' | ').sort()).toEqual(meant.split(' | ').sort());
  });

  it('puts a refusal on the dish that is named with it', () => {
    expect(sure('a burger and a large pizza, no pickles on the burger')).toBe(
      '1 burger: no pickle | 1 pizza/l',
    );
  });
});

describe('numbers', () => {
  it.each([
    ['tiramisu x2', '2 tiramisu'],
    ['a tiramisu, twice', '2 tiramisu'],
    ['tiramisu times three', '3 tiramisu'],
    ['twenty four cokes', '24 coke'],
    ['treinta y dos cocas', '32 coke'],
    ['six wings and twelve cokes', '1 wings/w6 | 12 coke'],
    ["i'd like too cokes and a burger", '2 coke | 1 burger'],
    ['tiramisu two', '2 tiramisu'],
  ])('%s', (said, meant) => {
    expect(sure(said)).toBe(meant);
  });
});

describe('a meal, short forms and misheard words', () => {
  it.each([
    ['a burger, make it a meal with fries and a coke', '1 combo: fries; c-coke'],
    ['lg pie w pep and shrooms', '1 pizza/l: pep; mush'],
    ['one tear a mesu', '1 tiramisu'],
    ['a seizer salad', '1 caesar'],
    ['a large pizza with peppy roni', '1 pizza/l: pep'],
  ])('%s', (said, meant) => {
    expect(sure(said)).toBe(meant);
  });
});
