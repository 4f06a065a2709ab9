import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(__dirname, '../../src/order');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);
const IMPORT = /(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g;
const PACKAGES = ['typebox', 'temporal-polyfill', 'libphonenumber-js', 'fastest-levenshtein', 'node:crypto'];

describe('the order core stands alone', () => {
  it.each(files)('%s imports only its neighbours and the packages it is known to need', (file) => {
    const source = readFileSync(path.join(folder, file), 'utf8');
    const imported = [...source.matchAll(IMPORT)].map(([, name = '']) => name);
    const isNeighbour = (name: string) =>
      name.startsWith('.') && path.join(folder, file, '..', name).startsWith(folder);
    expect(imported.filter((name) => !isNeighbour(name) && !PACKAGES.includes(name))).toEqual([]);
  });

  it.each(files)('%s reads no clock, environment, network or random number', (file) => {
    const source = readFileSync(path.join(folder, file), 'utf8');
    expect(source).not.toMatch(
      /Date\.now|new Date\(\)|Temporal\.Now|process\.|Math\.random|randomUUID|fetch\(/,
    );
  });
});
