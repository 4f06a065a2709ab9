import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { connect } from '../../src/cli/connect';
import { createPrompt } from '../../src/cli/prompt';
import { type KnownConnection, knownConnections } from '../../src/sandbox/known-connections';
import { Sandbox } from '../../src/sandbox/sandbox';
import { readConfig } from '../../src/server/config';
import { type House, openHouse } from '../../src/server/house';
import { buildSandboxApp } from '../../src/server/sandbox-app';
import type { ConnectionRecord } from '../../src/store/records';
import { openSqliteStore } from '../../src/store/sqlite/open';

const KEY = 'owk_a-key-for-this-test-only';
const scope = { restaurant_id: 'rst_1', location_ids: null };

let folder: string;
let rooms: ReturnType<typeof buildSandboxApp>;
let environment: Record<string, string>;
let known: Record<string, KnownConnection>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orderwire-connect-'));
  rooms = buildSandboxApp(new Sandbox());
  await rooms.listen({ host: '127.0.0.1', port: 0 });
  const { port } = rooms.server.address() as AddressInfo;
  known = Object.fromEntries(knownConnections(`http://127.0.0.1:${port}`).map((one) => [one.vendor, one]));
  environment = {
    ORDERWIRE_DB: join(folder, 'orders.db'),
    SANDBOX_PORT: String(port),
    // Nothing listens there: the command opens the database itself.
    PORT: '9',
    RESTAURANT_NAME: "Mario's Downtown",
  };
});
afterEach(async () => {
  await rooms.close();
  rmSync(folder, { recursive: true });
});

/** Runs the command; `typed` are the lines of a person, none where nobody is there. */
async function run(args: string[], typed: string[] | null = null) {
  const lines: string[] = [];
  const input = new PassThrough();
  const output = new PassThrough();
  const shown: Buffer[] = [];
  output.on('data', (chunk) => shown.push(chunk));
  const prompt = typed && createPrompt({ input, output });
  input.end(typed?.map((line) => `${line}\n`).join(''));
  const outcome = await connect({ args, environment, say: (line) => lines.push(line), prompt }).then(
    (exitCode) => ({ exitCode, error: '' }),
    (error: Error) => ({ exitCode: 1, error: error.message }),
  );
  return { ...outcome, text: lines.join('\n'), shown: Buffer.concat(shown).toString() };
}

const fact = (vendor: string): KnownConnection => known[vendor] as KnownConnection;
const flagsOf = (vendor: string, { pos_location = true } = {}) => {
  const { api_url, environment: account, credentials, settings, ...rest } = fact(vendor);
  const values = { api_url, environment: account, ...credentials, ...settings };
  const all = { ...values, ...(pos_location && { pos_location: rest.pos_location }) };
  return [vendor, ...Object.entries(all).flatMap(([key, value]) => [`--${key}`, value])];
};

async function stored(): Promise<ConnectionRecord[]> {
  const store = openSqliteStore(environment.ORDERWIRE_DB ?? '');
  const records = await store.connections(scope);
  await store.close();
  return records;
}

it.each(['square', 'toast', 'clover', 'lightspeed', 'touchbistro'])(
  'connects %s from a script, proves it, and says what comes next',
  async (vendor) => {
    const { exitCode, text, error } = await run(flagsOf(vendor));
    expect([error, exitCode]).toEqual(['', 0]);
    expect(text).toMatch(/works: these credentials may create orders\. It is con_\w+\./);
    expect(text).toContain('New orders of loc_1 go there by themselves.');
    expect(text).toContain('send a test order');
    expect(await stored()).toMatchObject([{ vendor, status: 'ok', is_default: true, location_id: 'loc_1' }]);
  },
);

it('asks for what is needed in front of a terminal, offers the list of locations, and shows no secret', async () => {
  const { api_url, credentials, pos_location } = fact('square');
  const { exitCode, text, shown, error } = await run(
    ['square', '--api-url', api_url],
    // Nothing chosen first: how unpaid orders are recorded is never decided silently.
    ['', 'external_tender', String(credentials.access_token), '', 'sandbox', pos_location],
  );
  expect([error, exitCode]).toEqual(['', 0]);
  expect(shown.match(/Square shows only paid orders/g)).toHaveLength(2);
  expect(shown).toContain('Access Token');
  expect(text + shown).toContain(pos_location);
  expect(text + shown).not.toContain(credentials.access_token);
  expect(await stored()).toMatchObject([
    { pos_location, environment: 'sandbox', settings: { unpaid_orders: 'external_tender' } },
  ]);
});

it('stores the refresh token that followed, where looking at the locations has spent the one that was given', async () => {
  const { exitCode, error } = await run(flagsOf('lightspeed', { pos_location: false }));
  expect([error, exitCode]).toEqual(['', 0]);
  const again = await run(['lightspeed', '--id', (await stored())[0]?.id ?? '']);
  expect([again.error, again.exitCode]).toEqual(['', 0]);
});

it('names what is missing where nobody can be asked, and every field that is refused', async () => {
  const none = await run(['clover']);
  expect(none.error).toMatch(/--pos_location is missing: Clover's own id of the shop/);
  const wrong = await run([...flagsOf('square'), '--unpaid_orders', 'maybe']);
  expect(wrong.error).toMatch(/settings\.unpaid_orders: "maybe" is not one of external_tender/);
  expect(await stored()).toEqual([]);
});

it.each([
  [['--acess_token', 'x'], /--acess_token: is not known here; known: .*--access_token/],
  [['--access_token'], /--access_token: needs a value/],
  [['stray'], /stray: is not known here/],
])('refuses %j by name, before anything is opened', async (args, words) => {
  expect((await run(['square', ...args])).error).toMatch(words);
  expect(existsSync(environment.ORDERWIRE_DB ?? '')).toBe(false);
});

it('says which POS systems there are', async () => {
  const { exitCode, text } = await run(['micros']);
  expect([exitCode, text]).toEqual([
    2,
    expect.stringContaining('square|toast|clover|lightspeed|touchbistro'),
  ]);
});

it('says what is wrong with credentials, keeps the rest, and takes the right ones later', async () => {
  const right = fact('square').credentials.access_token ?? '';
  const wrong = flagsOf('square').map((arg) => (arg === right ? 'a-wrong-token-0000' : arg));
  const first = await run(wrong);
  expect(first.exitCode).toBe(1);
  expect(first.text).toMatch(/is stored as con_\w+, but it does not work yet:\n {2}Square /);
  const [{ id } = { id: '' }] = await stored();
  expect(first.text).toContain(`orderwire connect square --id ${id}`);
  const second = await run(['square', '--id', id, '--access-token', right]);
  expect([second.error, second.exitCode]).toEqual(['', 0]);
  expect(await stored()).toMatchObject([{ id, status: 'ok' }]);
});

it('prints one JSON object where a script wants to read on', async () => {
  const { exitCode, text } = await run([...flagsOf('square'), '--json']);
  expect(exitCode).toBe(0);
  expect(JSON.parse(text)).toMatchObject({
    vendor: 'square',
    status: 'ok',
    credentials: { access_token: expect.stringMatching(/^…/) },
  });
});

it('leaves no key of its own in force', async () => {
  await run(flagsOf('square'));
  const store = openSqliteStore(environment.ORDERWIRE_DB ?? '');
  expect((await store.keys(scope)).map(({ name }) => name)).toEqual(['First key']);
  await store.close();
});

describe('while the Order API runs', () => {
  let house: House;
  beforeEach(async () => {
    const config = { ...readConfig({ ...environment, ORDERWIRE_API_KEY: KEY }), port: 0 };
    house = await openHouse({ config, connections: [] });
    environment.PORT = String(new URL(await house.listen()).port);
  });
  afterEach(() => house.close(1_000));

  it('goes through it, with a key of it', async () => {
    const { exitCode, error } = await run([...flagsOf('square'), '--key', KEY]);
    expect([error, exitCode]).toEqual(['', 0]);
    const [made] = await house.store.connections(scope);
    expect(await house.store.events(scope, made?.id ?? '')).toMatchObject([
      { type: 'connection.created', key_id: expect.stringMatching(/^key_/) },
      { type: 'connection.status' },
    ]);
    expect((await house.store.keys(scope)).map(({ name }) => name)).toEqual(['ORDERWIRE_API_KEY']);
  });

  it('says that it needs a key, and which one was wrong', async () => {
    expect((await run(flagsOf('square'))).error).toContain('give an admin key of it with --key');
    expect((await run([...flagsOf('square'), '--key', 'wrong'])).error).toContain('This API key is wrong');
  });
});
