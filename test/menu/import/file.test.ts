import { readMenuFile } from '../../../src/menu/import/file';
import { withMapping } from '../../../src/menu/import/mapping';
import type { InputProblems } from '../../../src/order/problems';
import { dish, menuOf, size } from '../../support/small-menu';

const menu = menuOf([
  dish('vodka', 'Vodka Pizza', { variations: [size('s', 'Small'), size('l', 'Large')], pos: {} }),
  dish('coke', 'Coke', { pos: { square: 'OLD', clover: 'C1' } }),
]);
const problemsOf = (read: () => unknown) => {
  try {
    read();
    return [];
  } catch (error) {
    return (error as InputProblems).problems.map(({ path, message }) => `${path}: ${message}`);
  }
};
const mapping = (content: object) => {
  const read = readMenuFile('menu_mapping.json', JSON.stringify(content), 'USD');
  if (read.kind !== 'mapping') throw new Error(read.kind);
  return withMapping(menu, read.mapped);
};

it('puts the ids of a menu_mapping.json where the dishes and sizes are', () => {
  const { items } = mapping({
    'large vodka pizza': { square_id: 'V-L' },
    Coke: { square_id: 'NEW', lightspeed_id: '7' },
  });
  expect(items[0]?.variations.map(({ pos }) => pos.square)).toEqual(['V-s', 'V-L']);
  expect(items[1]?.pos).toEqual({ square: 'NEW', clover: 'C1', lightspeed: '7' });
});

it('refuses a name that is not on the menu or leaves the size open: an id at the wrong dish would be cooked', () => {
  expect(problemsOf(() => mapping({ 'Vodka Pizza': { square_id: 'x' }, Pasta: { square_id: 'y' } }))).toEqual(
    [
      expect.stringMatching(/^Vodka Pizza: Vodka Pizza comes in Small or Large/),
      expect.stringMatching(/^Pasta: "Pasta" is not on the menu\./),
    ],
  );
  expect(problemsOf(() => mapping({ Coke: { square: 'x', toast_id: 7 } }))).toEqual([
    expect.stringMatching(/^Coke\.square: is not known here/),
    expect.stringMatching(/^Coke\.toast_id: is no id/),
  ]);
});

it('knows what a file holds by its name and by what is in it', () => {
  expect(readMenuFile('menu.CSV', 'name\nCoke', 'USD').kind).toBe('menu');
  expect(readMenuFile('a/menu_reference.txt', '- Coke - $2', 'USD').kind).toBe('menu');
  expect(readMenuFile('menu.json', '{"items":[]}', 'USD')).toEqual({ kind: 'json', input: { items: [] } });
});

it.each([
  ['a comma too many', '{\n  "items": [\n    {"id": "a"},\n  ]\n}', 4, ']'],
  ['a comma too few', '{\n  "items": [\n    {"id": "a"}\n    {"id": "b"}\n  ]\n}', 4, '{"id"'],
  ['a quote too few', '{\n  "items: [\n]}', 2, '"items'],
  ['a bracket too few', '{\n  "items": [', 2, 'ends too early'],
  ['a word', 'menu', 1, 'menu'],
])('says in which line a JSON file breaks: %s', (_what, text, line, found) => {
  const [problem = ''] = problemsOf(() => readMenuFile('menu.json', text, 'USD'));
  expect(problem).toMatch(new RegExp(`^line ${line}: is no JSON`));
  expect(problem).toContain(found);
});

it('says which files it can read', () => {
  const read = (name: string, text: string) => problemsOf(() => readMenuFile(name, text, 'USD'));
  expect(read('menu.json', '[]')).toEqual([expect.stringContaining('neither a menu')]);
  expect(read('menu.docx', '')).toEqual([expect.stringContaining('*.csv')]);
});
