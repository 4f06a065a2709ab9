import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../src/web/language';

const FOLDER = join(__dirname, '../../src/web/words');
type Table = Record<string, Record<string, unknown>>;

// One language of a page, where both together are too long for one file, is reached through the page's own table.
const tables: [name: string, table: Table][] = readdirSync(FOLDER)
  .filter((file) => !/-(?:en|es)\.ts$/.test(file))
  .flatMap((file) => Object.entries(require(join(FOLDER, file)) as Record<string, Table>));

/** Every word by its path; what is made from numbers and names is made from some. */
function wordsOf(value: unknown, path = ''): [path: string, word: string][] {
  if (typeof value === 'function') return [[path, String(value(17, 'x'))]];
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([name, inner]) => wordsOf(inner, `${path}.${name}`));
}

it.each(tables)('%s has every word in each language', (_name, table) => {
  expect(Object.keys(table).sort()).toEqual([...LANGUAGES].sort());
  const [first, ...others] = LANGUAGES.map((language) => wordsOf(table[language]));
  for (const other of others) {
    expect(other.map(([path]) => path)).toEqual(first?.map(([path]) => path));
  }
  for (const [path, word] of [first, ...others].flatMap((words) => words ?? [])) {
    expect([path, word.trim()]).not.toEqual([path, '']);
    expect([path, word]).not.toEqual([path, expect.stringContaining('undefined')]);
  }
});

it('is Spanish where English is: hardly a sentence is the same', () => {
  const long = tables.flatMap(([name, table]) => {
    const spanish = new Map(wordsOf(table.es));
    return wordsOf(table.en).filter(
      ([path, word]) => word.includes(' ') && spanish.get(path) === word && name !== '',
    );
  });
  expect(long.filter(([, word]) => word !== '17 min')).toEqual([]);
});
