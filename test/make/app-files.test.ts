import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { appFiles } from '../../make/generate/app-files';

// The whole API is loaded and opened: on a busy machine that takes a while.
jest.setTimeout(180_000);

const FOLDER = join(__dirname, '../../make/app');
type Manifest = {
  generalCodeFiles: Record<string, string | null>;
  components: Record<string, Record<string, Component>>;
};
type Component = { codeFiles: Record<string, string>; connection?: string; webhook?: string };

let files: Record<string, string>;
let manifest: Manifest;

beforeAll(async () => {
  files = await appFiles();
  manifest = JSON.parse(files['makecomapp.json'] ?? '');
});

it('is what the API and the definitions say today (npm run make:generate writes it anew)', () => {
  const written = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(FOLDER, path)).isFile(),
  );
  expect(written.sort()).toEqual(Object.keys(files).sort());
  for (const path of written)
    expect([path, readFileSync(join(FOLDER, path), 'utf8')]).toEqual([path, files[path]]);
});

it('names files, connections, webhooks, modules and lists that it has, and no file in vain', () => {
  const { components, generalCodeFiles } = manifest;
  const all = Object.values(components).flatMap(Object.values) as Component[];
  const named = [
    ...all.flatMap(({ codeFiles }) => Object.values(codeFiles)),
    ...Object.values(generalCodeFiles),
  ];
  const present = Object.keys(files).filter((path) => path !== 'makecomapp.json');
  expect(named.filter((path) => path !== null).sort()).toEqual(present.sort());
  for (const { connection, webhook } of all) {
    if (connection) expect(components.connection).toHaveProperty(connection);
    if (webhook) expect(components.webhook).toHaveProperty(webhook);
  }
  const groups = JSON.parse(files['modules/groups.json'] ?? '') as { modules: string[] }[];
  expect(groups.flatMap(({ modules }) => modules).sort()).toEqual(
    Object.keys(components.module ?? {}).sort(),
  );
  for (const [, list = ''] of Object.values(files)
    .join()
    .matchAll(/"rpc:\/\/(\w+)/g))
    expect(components.rpc).toHaveProperty(list);
});

it('takes ids that Make takes', () => {
  for (const kind of ['module', 'rpc'])
    for (const id of Object.keys(manifest.components[kind] ?? {}))
      expect(id).toMatch(/^[a-zA-Z][0-9a-zA-Z]{2,63}$/);
  for (const kind of ['connection', 'webhook'])
    for (const id of Object.keys(manifest.components[kind] ?? {}))
      expect(id).toMatch(/^[a-zA-Z][0-9a-zA-Z-]{2,34}$/);
});

it('shows in each output every field of its sample, and in each sample every field of its output', () => {
  for (const [id, { codeFiles }] of Object.entries(manifest.components.module ?? {})) {
    const shown = JSON.parse(files[codeFiles.interface ?? ''] ?? '[]') as { name: string }[];
    const sample = JSON.parse(files[codeFiles.samples ?? ''] ?? '{}');
    expect([id, Object.keys(sample).sort()]).toEqual([id, shown.map(({ name }) => name).sort()]);
  }
});

it('asks for a shop wherever orders are made or watched', () => {
  const asking = Object.entries(files).filter(([path]) => /params\.iml\.json$/.test(path));
  const withShop = asking
    .filter(([, text]) => text.includes('"rpc://listShops"'))
    .map(([path]) => path.split('/')[1]);
  expect(new Set(withShop)).toEqual(
    new Set([
      'new-orders',
      'order-statuses',
      'watch-orders',
      'create-order',
      'create-square-order',
      'create-toast-order',
      'create-clover-order',
      'create-lightspeed-order',
      'create-touchbistro-order',
      'send-order-to-pos',
      'read-order-text',
      'search-orders',
      'pause-orders',
      'resume-orders',
    ]),
  );
});
