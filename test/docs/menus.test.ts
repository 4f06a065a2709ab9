import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMenuFile } from '../../src/menu/import/file';
import { withMapping } from '../../src/menu/import/mapping';

const page = readFileSync(join(__dirname, '../../docs/menus.md'), 'utf8');
const block = (begins: string) =>
  [...page.matchAll(/```\w*\n([\s\S]*?)```/g)]
    .map(([, text = '']) => text)
    .find((text) => text.startsWith(begins)) ?? '';
const menuIn = (name: string, begins: string) => {
  const read = readMenuFile(name, block(begins), 'USD');
  if (read.kind !== 'menu') throw new Error(`${name} holds no menu.`);
  return read.menu;
};

it('shows a spreadsheet that is read as the page says', () => {
  const { items } = menuIn('menu.csv', 'name,size');
  expect(items.map(({ name, variations }) => [name, variations.length])).toEqual([
    ['Pepperoni Pizza', 2],
    ['Coke', 0],
  ]);
  expect(items[1]).toMatchObject({ aliases: ['cola'], pos: { square: 'SQVAR123' } });
});

it('shows a list of a voice assistant that is read as the page says, and takes ids by the size', () => {
  const menu = menuIn('menu_reference.txt', '14" PIZZAS');
  expect(menu.items).toMatchObject([{ name: 'Vodka Pizza', variations: [{ price: 1895 }, { price: 2195 }] }]);
  const mapped = withMapping(menu, [{ name: '14 inch Vodka Pizza', pos: { square: 'V14' } }]);
  expect(mapped.items[0]?.variations[0]?.pos).toEqual({ square: 'V14' });
});

it('names every column that a spreadsheet may have', () => {
  const source = readFileSync(join(__dirname, '../../src/menu/import/csv.ts'), 'utf8');
  const [, table = ''] = /const COLUMNS = \{([\s\S]*?)\n\}/.exec(source) ?? [];
  const columns = [...table.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => name);
  expect(columns.length).toBeGreaterThan(5);
  expect(columns.filter((name) => !page.includes(`| \`${name}\` |`))).toEqual([]);
});
