import { readCsvMenu } from '../../../src/menu/import/csv';
import type { InputProblems } from '../../../src/order/problems';

const problemsOf = (text: string) => {
  try {
    readCsvMenu(text, 'USD');
    return [];
  } catch (error) {
    return (error as InputProblems).problems.map(({ path, message }) => `${path}: ${message}`);
  }
};

it('reads a spreadsheet: a row a dish, or a row for each of its sizes', () => {
  const { items } = readCsvMenu(
    [
      '\uFEFFItem Name,Variation Name,Price,Category,Also Called,square_id,Available',
      'Pepperoni Pizza,Small,"$11.99",Pizza,pep | the classic,SQ1,',
      'Pepperoni Pizza,Large,15.99,Pizza,,SQ2,yes',
      '"Coke, can",,2.99,Drinks,,,no',
      'Market Fish,,,,,,',
    ].join('\r\n'),
    'USD',
  );
  expect(items).toMatchObject([
    {
      id: 'pepperoni-pizza',
      aliases: ['pep', 'the classic'],
      price: null,
      pos: {},
      variations: [
        { id: 'pepperoni-pizza-small', price: 1199, pos: { square: 'SQ1' } },
        { id: 'pepperoni-pizza-large', price: 1599, pos: { square: 'SQ2' } },
      ],
    },
    { name: 'Coke, can', price: 299, available: false, variations: [] },
    { name: 'Market Fish', price: null, category: null },
  ]);
});

it.each([';', '\t'])('understands columns that are parted by %j', (mark) => {
  const text = `name${mark}price\nCoke${mark}2.50\n`;
  expect(readCsvMenu(text, 'USD').items).toMatchObject([{ name: 'Coke', price: 250 }]);
});

it('keeps dishes of one name in two categories apart', () => {
  const { items } = readCsvMenu('name,category,price\nCheese,Pizza,10\nCheese,Calzones,9', 'USD');
  expect(items.map(({ id }) => id)).toEqual(['cheese', 'calzones-cheese']);
});

it('names the line and the field of everything that it cannot read', () => {
  expect(problemsOf('name,size,price\nCoke,,about 2\n,,1.00\nTea,,2\nTea,Large,3\n')).toEqual([
    'line 2, price: "about 2" is not a price in USD; write 12.50.',
    'line 3, name: is missing; write what the dish is called.',
    'line 4, size: is missing, and other lines of this dish have one; write which size this is.',
  ]);
  expect(problemsOf('dish of the day;price\nCoke;2')).toEqual([
    expect.stringMatching(/^line 1: names no column "name"; it has dish of the day, price\./),
  ]);
  expect(problemsOf('name,price\n"Coke,2\n')).toEqual([expect.stringMatching(/^line 2: .*quote/i)]);
  expect(problemsOf('name,price')).toEqual([expect.stringMatching(/^line 2: is missing/)]);
});
