import { readReferenceMenu } from '../../../src/menu/import/reference';
import type { InputProblems } from '../../../src/order/problems';

const text = `TONY'S PIZZA - MENU

14" PIZZAS
-----------
- Vodka Pizza - vodka sauce, fresh mozzarella - $18.95
- Half & Half - $17.50

LARGE PIZZAS (18")
- Vodka Pizza - vodka sauce, fresh mozzarella - $21.95

SALADS
Small
• Caesar Salad – croutons – $8
Large
• Caesar Salad – croutons – $12

DRINKS
* Coke (2 liter) $3.99
* Water ..... $1.50
`;
const problemsOf = (given: string) => {
  try {
    readReferenceMenu(given, 'USD');
    return [];
  } catch (error) {
    return (error as InputProblems).problems.map(({ path, message }) => `${path}: ${message}`);
  }
};

it('reads dishes under headings of sizes as one dish in several sizes, each with its price', () => {
  const { items } = readReferenceMenu(text, 'USD');
  expect(items.map(({ id, name, category, price }) => [id, name, category, price])).toEqual([
    ['vodka-pizza', 'Vodka Pizza', 'Pizzas', null],
    ['half-half', 'Half & Half', 'Pizzas', null],
    ['caesar-salad', 'Caesar Salad', 'Salads', null],
    ['coke-2-liter', 'Coke (2 liter)', 'Drinks', 399],
    ['water', 'Water', 'Drinks', 150],
  ]);
  expect(items[0]?.variations).toMatchObject([
    { id: 'vodka-pizza-14-inch', name: '14 inch', price: 1895 },
    { id: 'vodka-pizza-large', name: 'Large', aliases: ['18 inch'], price: 2195 },
  ]);
  expect(items[2]?.variations).toMatchObject([
    { name: 'Small', price: 800 },
    { name: 'Large', price: 1200 },
  ]);
});

it('names the line and the field of everything that it cannot read', () => {
  expect(
    problemsOf('PIZZA\n- Vodka Pizza - $21.9999\n- Lobster\n- Wings 12\n- Coke - $2\n- Coke - $3'),
  ).toEqual([
    'line 2, price: "$21.9999" has more than 2 decimals; write 12.50.',
    expect.stringMatching(/^line 3, price: is missing at the end/),
    expect.stringMatching(/^line 4, price: is missing at the end/),
    'line 6, name: "Coke" stands in line 5 already; give each its size.',
  ]);
  expect(problemsOf('Welcome!')).toEqual([expect.stringContaining('holds no dish')]);
});

it('gives the same ids whenever the same list is read', () => {
  const ids = () => readReferenceMenu(text, 'USD').items.map(({ id }) => id);
  expect(ids()).toEqual(ids());
});
