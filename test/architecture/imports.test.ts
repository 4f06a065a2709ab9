import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** What each room may import from the others: the arrows of docs/architecture.md. `http`, `failpoint`, `same-text` and `blueprints` are one file each. */
const MAY_IMPORT: Record<string, string[]> = {
  http: [],
  'same-text': [],
  blueprints: [],
  order: [],
  menu: ['order', 'http'],
  pos: ['order', 'menu', 'http', 'same-text'],
  // What is said at call time: questions, refusals, totals.
  quote: ['order', 'menu', 'pos'],
  failpoint: [],
  store: ['order', 'menu', 'failpoint'],
  // The store itself comes as an argument, here as in delivery: only its contract is imported.
  intake: ['order', 'menu', 'http', 'same-text', 'store'],
  delivery: ['order', 'menu', 'http', 'pos', 'quote', 'store', 'failpoint'],
  sandbox: ['order', 'http'],
  web: ['order', 'store', 'delivery'],
  server: [
    'order',
    'menu',
    'http',
    'same-text',
    'blueprints',
    'pos',
    'quote',
    'store',
    'delivery',
    'intake',
    'failpoint',
    'web',
    'sandbox',
  ],
  cli: ['order', 'menu', 'http', 'pos', 'store', 'delivery', 'intake', 'failpoint', 'sandbox', 'server'],
  // Only while the Make app is generated: it is drawn from the API's own description.
  make: ['order', 'pos', 'store', 'server', 'blueprints'],
  zapier: ['order', 'menu', 'http', 'pos', 'creates', 'triggers', 'searches'],
  creates: ['order', 'menu', 'http', 'pos', 'zapier'],
  triggers: ['order', 'menu', 'http', 'pos', 'zapier'],
  searches: ['order', 'menu', 'http', 'pos', 'zapier'],
};

/** Packages that are found only in these rooms. */
const ONLY_IN: Record<string, string[]> = {
  typebox: ['order', 'menu', 'server'],
  'libphonenumber-js': ['order'],
  'temporal-polyfill': ['order'],
  'fastest-levenshtein': ['order'],
  minisearch: ['menu'],
  'better-sqlite3': ['store'],
  pg: ['store'],
  fastify: ['server'],
  axios: ['server'],
  nodemailer: ['server'],
  'smtp-server': ['server'],
  'postal-mime': ['server'],
  pino: ['server'],
  '@modelcontextprotocol/sdk': ['server'],
  'zapier-platform-core': ['zapier', 'creates', 'triggers', 'searches', 'cli'],
};

/** Node's own modules that the pure rooms may use. */
const PURE_NODE: Record<string, string[]> = {
  http: [],
  order: ['node:crypto'],
  menu: ['node:crypto'],
  'same-text': ['node:crypto'],
  pos: ['node:crypto'],
  sandbox: ['node:crypto'],
};

type Import = { file: string; room: string; target: string };

function roomOf(path: string): string {
  const [top = '', second = ''] = relative(ROOT, path).split('/');
  return top === 'src' ? second.replace(/\.ts$/, '') : top;
}

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(ROOT, folder, name));
}

const files = ['src', 'triggers', 'creates', 'searches', 'make'].flatMap(sources);
const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\(|require\()\s*'([^']+)'/g)].map((match) => ({
    file: relative(ROOT, file),
    room: roomOf(file),
    target: match[1] ?? '',
  })),
);

const inside = imports
  .filter(({ target }) => target.startsWith('.') && !target.endsWith('/package.json'))
  .map((one) => ({ ...one, to: roomOf(resolve(ROOT, dirname(one.file), one.target)) }));

describe('the rooms of the house', () => {
  it('has a rule for every folder', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !MAY_IMPORT[room])).toEqual([]);
  });

  it('lets imports point one way only', () => {
    const wrong = inside.filter(({ room, to }) => room !== to && !MAY_IMPORT[room]?.includes(to));
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('keeps every vendor out of the others', () => {
    const vendorOf = (path: string) => /^src\/(?:pos|sandbox)\/([^/]+)\//.exec(path)?.[1];
    const wrong = inside.filter(({ file, target }) => {
      const from = vendorOf(file);
      const to = vendorOf(relative(ROOT, resolve(ROOT, dirname(file), target)));
      return from && to && from !== to;
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('uses each package only where it belongs', () => {
    const wrong = imports.filter(({ room, target }) => {
      const owner = Object.keys(ONLY_IN).find((name) => target === name || target.startsWith(`${name}/`));
      return owner && !ONLY_IN[owner]?.includes(room);
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
  });

  it('keeps the pure rooms free of files, network, clock and environment', () => {
    const wrong = imports.filter(
      ({ room, target }) =>
        PURE_NODE[room] && target.startsWith('node:') && !PURE_NODE[room].includes(target),
    );
    const impure = files
      .filter((file) => PURE_NODE[roomOf(file)])
      .filter((file) =>
        /process\.env|Date\.now\(|new Date\(\)|Math\.random|setTimeout|console\./.test(
          readFileSync(file, 'utf8'),
        ),
      );
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
    expect(impure.map((file) => relative(ROOT, file))).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const readers = files.filter((file) => readFileSync(file, 'utf8').includes('process.env'));
    expect(readers.map((file) => relative(ROOT, file))).toEqual(['src/server/config.ts']);
  });

  it('keeps files readable: 200 lines at most', () => {
    const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 201);
    expect(long.map((file) => relative(ROOT, file))).toEqual([]);
  });
});
