import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(__dirname, '../../docs/make-app.md');
const APP = join(__dirname, '../../make/app');
const BLOCK = /(<!-- modules: [^>]*-->\n)[\s\S]*?(<!-- \/modules -->)/;

type Manifest = { components: { module: Record<string, { label: string; description: string }> } };
const manifest: Manifest = JSON.parse(readFileSync(join(APP, 'makecomapp.json'), 'utf8'));

function moduleTable(): string {
  const rows = Object.values(manifest.components.module).map(
    ({ label, description }) => `| **${label}** | ${description} |`,
  );
  return ['| module | what it does |', '|---|---|', ...rows].join('\n');
}

it('lists the modules that the app has (UPDATE_DOCS=1 writes the table)', () => {
  const text = readFileSync(PAGE, 'utf8');
  const expected = text.replace(BLOCK, `$1${moduleTable()}\n$2`);
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, expected);
  else expect(text).toBe(expected);
});

it('shows an origin that fits where the page puts it', () => {
  const page = readFileSync(PAGE, 'utf8');
  const [, origins = ''] = /```json\n\s*"origins": (\[[\s\S]*?\])\n\s*```/.exec(page) ?? [];
  expect(JSON.parse(origins)).toEqual([
    expect.objectContaining({ appId: expect.stringMatching(/^[a-z][0-9a-z-]+[0-9a-z]$/), appVersion: 1 }),
  ]);
  const text = readFileSync(join(APP, 'makecomapp.json'), 'utf8');
  expect(text).toMatch(/"origins": \[\]\n\}\n$/);
});
