import { inShort, parse } from './small-shop';

describe('an order in words', () => {
  it.each([
    [
      'two large pizzas with pepperoni and extra cheese and a coke zero',
      '2 pizza/l: pep; extra cheese | 1 zero',
    ],
    ['a large mushroom and onion pie', '1 pizza/l: mush; onion'],
    ['14 inch pizza no onions', '1 pizza/l: no onion'],
    ['a burger hold the pickles easy on the mayo', '1 burger: no pickle; light mayo'],
    ['burger with mayo on the side', '1 burger: side mayo'],
    ['burger, sub coleslaw for the fries', '1 burger: sub slaw; no fries'],
    ['burger with coleslaw instead of fries', '1 burger: sub slaw; no fries'],
    ['large pizza half pepperoni half mushroom', '1 pizza/l: left half pep; right half mush'],
    [
      'large pizza pepperoni on one half and mushrooms on the other half',
      '1 pizza/l: left half pep; right half mush',
    ],
    ['half a dozen cokes and two dozen dr peppers', '6 coke | 24 pepper'],
    ['a large pepperoni and a small mushroom pizza', '1 pizza/l: pep | 1 pizza/s: mush'],
    ['two large pizzas, one with onions and one with mushrooms', '1 pizza/l: onion | 1 pizza/l: mush'],
    ['burger and a coke with no pickles', '1 burger: no pickle | 1 coke'],
    ['large pizza no onions but extra cheese', '1 pizza/l: no onion; extra cheese'],
    ['large pizza without onions or mushrooms', '1 pizza/l: no onion; no mush'],
    ['large pizza no beans', '1 pizza/l: no black; no pinto'],
    ['a ceaser salad, a burgr with backon and a cock zero', '1 caesar | 1 burger: bacon | 1 zero'],
    ['a burger with pickles, no wait, without pickles', '1 burger: no pickle'],
    ['two cokes, actually make that three', '3 coke'],
    ['a burger and a coke, scratch the coke', '1 burger'],
    ['quiero dos pizzas grandes con champiñones y sin cebolla', '2 pizza/l: mush; no onion'],
    ['una pizza large sin cebolla and a coke please', '1 pizza/l: no onion | 1 coke'],
  ])('%s', (said, meant) => {
    expect(inShort(said).join(' | ')).toBe(meant);
    expect(parse(said).unsure).toEqual([]);
  });

  it('says where the words of a line stand', () => {
    const text = 'um can i get two large pepperoni pizzas';
    const [item] = parse(text).items;
    expect([item?.name, text.slice(...(item?.span ?? []))]).toEqual([
      'large pizzas',
      'large pepperoni pizzas',
    ]);
  });
});

describe('what is not sure is asked', () => {
  it.each([
    ['a salad', 'Caesar Salad or Greek Salad?', ['caesar', 'greek']],
    ['a pizza', 'Which size of Pizza: Small or Large?', ['s', 'l']],
    ['a large pizza with beans', 'Black Beans or Pinto Beans?', ['black', 'pinto']],
  ])('%s', (said, question, ids) => {
    const [asked] = parse(said).unsure;
    expect(asked?.question).toBe(question);
    expect(asked?.choices.map((one) => one.option_id ?? one.variation_id ?? one.item_id)).toEqual(ids);
  });
  it.each(['a diet coke', 'a truffle burger', 'a double burger', 'an onion'])('%s is no guess', (said) => {
    expect(parse(said).items.map(({ match }) => match.status)).not.toContain('sure');
  });
});

describe('what is not on the menu is kept', () => {
  it('as a line, an option or words that are left', () => {
    expect(inShort('two spring rolls and a burger with truffle mayo')[0]).toBe('2 ?-');
    expect(inShort('a burger no kimchi')).toEqual(['1 burger: no ?kimchi']);
    expect(parse('a burger, cut it diagonally').leftover).toEqual(['cut', 'diagonally']);
  });
  it('"no extra cheese" asks for nothing, and says so', () => {
    const { items, leftover } = parse('large pizza no extra cheese');
    expect([items[0]?.options, leftover]).toEqual([[], ['no extra cheese']]);
  });
});

describe('what is said beside the food', () => {
  it('is no food: address, service and time', () => {
    const answer = parse('deliver two cokes to 14 pepper street apartment 3 at half past six');
    expect(answer).toMatchObject({ service_type: 'delivery', requested_at: 'at half past six' });
    expect(answer.leftover).toEqual(['14 pepper street apartment 3']);
    expect(inShort('deliver two cokes to 14 pepper street apartment 3 at half past six')).toEqual(['2 coke']);
  });
  it.each([
    ['a burger for pickup in twenty minutes', 'pickup', 'in twenty minutes'],
    ['a burger for here', 'dine_in', null],
    ['12 dr peppers at 7:30 pm', null, 'at 7:30 pm'],
    ['una coke a domicilio para las ocho y media', 'delivery', 'para las ocho y media'],
  ])('%s', (said, service_type, requested_at) => {
    expect(parse(said)).toMatchObject({ service_type, requested_at });
  });
  it('an allergy is never an option', () => {
    const answer = parse("i'm allergic to onions and i want a large pizza");
    expect(answer.allergy_note).toContain('allergic to onions');
    expect(answer.items.flatMap(({ options }) => options)).toEqual([]);
  });
});
