import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Sandbox } from '../../src/sandbox/sandbox';

const PAGE = join(__dirname, '../../docs/sandbox.md');
const BLOCK = /(<!-- facts: [^>]*-->\n)[\s\S]*?(<!-- \/facts -->)/;

function factTables(): string {
  return Object.entries(new Sandbox().facts())
    .map(([vendor, facts]) => {
      const rows = Object.entries(facts).map(([name, value]) => `| ${name} | \`${value}\` |`);
      return [`### ${vendor}`, '', '| name | value |', '|---|---|', ...rows, ''].join('\n');
    })
    .join('\n');
}

it('lists the credentials that the sandbox really knows (UPDATE_DOCS=1 writes them)', () => {
  const text = readFileSync(PAGE, 'utf8');
  const expected = text.replace(
    BLOCK,
    (_whole, start: string, end: string) => `${start}\n${factTables()}\n${end}`,
  );
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, expected);
  else expect(text).toBe(expected);
});
