import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { menu } from '../../src/cli/menu';
import type { Menu } from '../../src/menu/schema';
import { OrderApi } from '../support/order-api';
import { posRooms } from '../support/pos-rooms';

let api: OrderApi;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderwire-menu-'));
  api = await OrderApi.start(posRooms('square', 'touchbistro'));
  await api.app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

/** Runs the command against the API that listens. */
async function run(...args: string[]) {
  const lines: string[] = [];
  let drawn = '';
  const terminal = { isTTY: true, write: (text: string) => (drawn += text) };
  const at = ['--url', api.app.listeningOrigin, '--key', 'mario-admin'];
  const options = { args: args.length > 0 ? [...args, ...at] : [], environment: {}, terminal };
  const exitCode = await menu({ ...options, say: (line) => lines.push(line) });
  return { exitCode, text: lines.join('\n'), drawn };
}
const failure = async (...args: string[]) =>
  run(...args).then(
    () => [],
    (error: { problems?: { path: string; message: string }[]; message: string }) =>
      error.problems?.map(({ path, message }) => `${path}: ${message}`) ?? [error.message],
  );
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const stored = async (): Promise<Menu> => (await api.call('GET', '/v1/menu')).body;
const named = async (name: string) => (await stored()).items.find((item) => item.name === name);

it('says what can be done', async () => {
  const { exitCode, text } = await run();
  expect([exitCode, text]).toEqual([2, expect.stringContaining('orderwire menu sync')]);
});

describe('menu sync', () => {
  it('reads the menu of every POS that has one, shows how far it is, and says what is new', async () => {
    const { exitCode, text, drawn } = await run('sync');
    expect(exitCode).toBe(0);
    expect(text).toMatch(/Square \(con_square\): 10 dishes\n {2}New \(\d+\): .*Pepperoni Pizza/);
    expect(text).toMatch(/TouchBistro .*\(con_touchbistro\): TouchBistro/);
    expect(drawn).toContain('2/2');
    expect(await named('Coke')).toMatchObject({ pos: { square: 'SQVARCOKEREGULAR' } });
    expect((await run('sync', '--connection', 'con_square')).text).toContain('10 dishes, nothing new');
  });

  it('only looks where that was asked for', async () => {
    expect((await run('sync', '--dry-run')).text).toContain('Nothing was stored');
    expect((await stored()).items).toEqual([]);
  });

  it('fails where nothing could be read', async () => {
    expect(await run('sync', '--connection', 'con_touchbistro')).toMatchObject({ exitCode: 1 });
    expect(await run('sync', '--connection', 'con_9')).toMatchObject({ exitCode: 1 });
  });
});

describe('menu import', () => {
  const reference = 'PIZZA\n- Pepperoni Pizza - classic - $11\n- Coke - $2\n';

  it('takes the original menu_reference.txt and menu_mapping.json as they are, one after the other', async () => {
    const mapping = file('menu_mapping.json', '{"Pepperoni Pizza":{"square_id":"V1","toast_id":"T1"}}');
    const { text } = await run('import', file('menu_reference.txt', reference), mapping);
    expect(text).toContain("mario's: 2 dishes\n  New (2): Pepperoni Pizza, Coke");
    expect(text).toMatch(/1 Toast ids were left out: .*orderwire menu sync/);
    expect((await named('Pepperoni Pizza'))?.pos).toEqual({ square: 'V1' });
    expect(await named('Pepperoni Pizza')).toMatchObject({
      id: 'pepperoni-pizza',
      price: 1100,
      pos: { square: 'V1' },
    });
  });

  it('keeps ids, options and what a POS knows; what only an older list had goes, unless it is added to', async () => {
    await run('sync', '--connection', 'con_square');
    await run('import', file('one.csv', 'name,price\nCaesar Salad,9.95\nMonday Soup,5\n'));
    expect(await named('Caesar Salad')).toMatchObject({
      price: 995,
      pos: { square: 'SQVARCAESARREGULAR' },
      option_groups: [expect.any(String)],
    });
    expect((await stored()).items).toHaveLength(11);
    await run('import', '--add', file('two.csv', 'name,price\nTuesday Soup,5\n'));
    expect((await stored()).items).toHaveLength(12);
    expect((await run('import', file('three.csv', 'name,price\nFriday Soup,5\n'))).text).toContain(
      'Gone (2)',
    );
  });

  it('says which orders it hits', async () => {
    await run('sync', '--connection', 'con_square');
    const timing = { requested_at: '2026-11-29T19:00:00Z' };
    await api.send({ items: [{ name: 'Coke', quantity: '1' }], timing });
    const { text } = await run('import', '--add', file('menu.csv', 'name,price\nCoke,5\n'));
    expect(text).toContain('! Order #1 is still to be sent: Coke costs $5.00 instead of $2.99.');
  });

  it('leaves the price alone where a list names none', async () => {
    await run('sync', '--connection', 'con_square');
    await run('import', file('aliases.csv', 'name,aliases\nCoke,cola|red pop\nSupreme Pizza,the works\n'));
    expect(await named('Coke')).toMatchObject({ price: 299, aliases: ['cola', 'red pop'] });
    expect((await named('Supreme Pizza'))?.variations).toHaveLength(2);
  });

  it('takes our own JSON as it is exported, and stores nothing of a file that has a fault', async () => {
    await run('sync', '--connection', 'con_square');
    const before = await stored();
    expect((await run('import', file('menu.json', JSON.stringify(before)))).text).toContain('nothing new');
    const wrong = file('wrong.csv', 'name,price\nSoup,5\nStew,much\n');
    expect(await failure('import', wrong)).toEqual([
      'wrong.csv, line 3, price: "much" is not a plain decimal number; write 12.50.',
    ]);
    const json = file('wrong.json', '{"items":[{"id":"a","name":"A","price":1.5}]}');
    expect(await failure('import', json)).toEqual([
      expect.stringMatching(/^wrong\.json, items\[0\]\.price: /),
    ]);
    expect(await stored()).toEqual(before);
  });

  it('asks which shop is meant where there are several', async () => {
    await api.call('POST', '/v1/locations', { body: { name: 'Airport' } });
    const list = file('menu.txt', reference);
    expect(await failure('import', list)).toEqual([expect.stringContaining('--location: loc_1')]);
    expect((await run('import', list, '--location', 'loc_3')).text).toContain('Airport: 2 dishes');
  });
});

describe('menu aliases', () => {
  it('are listed, written to a file, and taught again from it', async () => {
    await run('sync', '--connection', 'con_square');
    const item_id = (await named('Supreme Pizza'))?.id;
    const { body } = await api.call('POST', '/v1/menu/aliases', { body: { said: 'the works', item_id } });
    expect((await run('aliases')).text).toMatch(/the works +Supreme Pizza +every shop/);
    const path = join(folder, 'aliases.json');
    await run('aliases', 'export', path);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([
      { said: 'the works', item_id, means: 'Supreme Pizza' },
    ]);
    await api.call('DELETE', `/v1/menu/aliases/${body.id}`);
    const { exitCode, text, drawn } = await run('aliases', 'import', path);
    expect([exitCode, text]).toEqual([0, '1 of 1 taught.']);
    expect(drawn).toContain('1/1');
    expect((await run('aliases', 'list')).text).toContain('the works');
  });

  it('are taught as far as they are right, and the others are named', async () => {
    await run('sync', '--connection', 'con_square');
    const item_id = (await named('Coke'))?.id;
    const list = [{ said: 'red pop', item_id }, { said: 'pasta', item_id: 'none' }, 'nonsense'];
    const { exitCode, text } = await run('aliases', 'import', file('some.json', JSON.stringify(list)));
    expect(exitCode).toBe(1);
    expect(text).toMatch(
      /^1 of 3 taught\.\n {2}entry 2: item_id: "none" is on no menu here.*\n {2}entry 3: /,
    );
  });

  it('says how it is called, and writes nothing without a name', async () => {
    expect(await run('aliases', 'export')).toMatchObject({ exitCode: 2 });
    expect(existsSync(join(folder, 'undefined'))).toBe(false);
  });
});
