import { inShort, parse } from './small-shop';

describe('a correction in mid-sentence', () => {
  it.each([
    ['two cokes, no, three', '3 coke'],
    ['two, no, three cokes', '3 coke'],
    ['three sorry four cokes', '4 coke'],
    ['one coke, two cokes actually', '2 coke'],
    ['a coke and a burger, make that two cokes', '2 coke | 1 burger'],
    ['two burgers and a coke, actually just one burger', '1 burger | 1 coke'],
    ['a small pizza, actually make that a large', '1 pizza/l'],
    ['a small, no, a large pizza with mushrooms', '1 pizza/l: mush'],
    ['a small pizza and a coke, make the pizza a large', '1 pizza/l | 1 coke'],
    ['a coke, no, a dr pepper', '1 pepper'],
    ['a coke, not a coke, a dr pepper', '1 pepper'],
    ['a caesar salad, i mean the greek', '1 greek'],
    ['a burger and a coke, change the coke to a coke zero', '1 burger | 1 zero'],
    ['two greek salads and a coke, no, one greek salad and two cokes', '1 greek | 2 coke'],
    ['a burger with pickles, no, bacon', '1 burger: bacon'],
    ['a burger with pickles, swap the pickles for bacon', '1 burger: bacon'],
    ['a burger no pickles, sorry, no bacon', '1 burger: no bacon'],
    ['a burger with pickles, actually extra pickles', '1 burger: extra pickle'],
    ['a burger combo with fries and a coke, actually coleslaw', '1 combo: c-coke; slaw'],
    ['a coke at six, no, at seven', '1 coke'],
    ['two cokes at seven thirty, no, eight', '2 coke'],
    ['a burger with pickles, wait, no pickles', '1 burger: no pickle'],
    ['a burger, add a coke, no, add a dr pepper', '1 burger | 1 pepper'],
    ['two burgers and a coke, cancel one burger', '1 burger | 1 coke'],
    ['dos cocas, perdón, tres', '3 coke'],
    ['una pizza large, mejor que sea small', '1 pizza/s'],
  ])('%s', (said, meant) => {
    expect(inShort(said).join(' | ')).toBe(meant);
    expect(parse(said).unsure).toEqual([]);
  });

  it('puts the time right too', () => {
    expect(parse('a coke at six, no, at seven').requested_at).toBe('at seven');
    expect(parse('a coke at six, no make it six thirty').requested_at).toBe('six thirty');
  });
});

describe('what is taken back', () => {
  it.each([
    ['a burger and a coke, scratch the coke', '1 burger'],
    ['a burger and a coke, take the coke off', '1 burger'],
    ['a burger and a coke, no coke actually', '1 burger'],
    ['a burger and onion rings, instead of the onion rings a coke', '1 burger | 1 coke'],
    ['a burger with bacon and pickles, forget the pickles', '1 burger: bacon'],
  ])('%s', (said, meant) => {
    expect(inShort(said).join(' | ')).toBe(meant);
  });
});

describe('a correction that can be read in two ways is asked about', () => {
  it.each([
    'a coke. actually a tiramisu',
    'two cokes, no, a dr pepper',
    'two large pizzas, make one with onions',
    'a burger and a greek salad, actually just the burger',
    'a caesar salad and a coke, scratch that, two caesar salads and a dr pepper',
    'a burger with bacon, no wait, a caesar salad',
    'six cokes, cancel one',
    'six cokes, six more actually',
    'a tiramisu and a coke, double that',
    'a 6 inch meatball sub, make it twelve',
    'a large pizza and a small one, make both large',
  ])('%s', (said) => {
    expect(parse(said).unsure).not.toEqual([]);
  });
});
