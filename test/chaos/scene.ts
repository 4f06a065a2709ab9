import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knownConnections } from '../../src/sandbox/known-connections';
import { Chance } from './chance';
import { History } from './history';
import type { Options } from './options';
import { Program } from './program';
import { openWorld, VENDORS, type World } from './world';

export type Shop = { location_id: string; vendor: string; pos_location: string };
export type Scene = {
  folder: string;
  database: string;
  chance: Chance;
  history: History;
  world: World;
  program: Program;
  shops: Shop[];
  call(method: string, path: string, body?: object): Promise<Response>;
  /** What the owner does when the vendor no longer takes the refresh token: connects anew. Read at the next start. */
  reconnect(): void;
  close(): Promise<void>;
};

const KEY = 'chaos-key-of-the-order-api';
/** A rotating token lives in one place only: each shop of Lightspeed has its own, the Zap the third. */
const OWN_TOKENS = ['lightspeed-refresh-1', 'lightspeed-refresh-2'];
/** People are left alone: what is under test must come through by itself. */
const PATIENT = { email_after_seconds: 86_400, ticket_after_seconds: 86_400, repeat_every_seconds: 86_400 };

/** Sets the stage: the world, the program with two shops at each POS, and two subscribers. */
export async function openScene(
  options: Options,
  stage: { vendors: readonly string[]; shopsEach: number } = { vendors: VENDORS, shopsEach: 2 },
): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'orderwire-chaos-'));
  const chance = new Chance(options.seed);
  const history = new History(join(folder, 'history.jsonl'));
  const world = await openWorld(chance, history);
  const shops = toShops(world, stage);
  const file = join(folder, 'connections.json');
  const writeConnections = (tokens: readonly string[]) =>
    writeFileSync(file, JSON.stringify({ connections: toConnections(world, shops, tokens) }));
  writeConnections(OWN_TOKENS);
  const database = join(folder, 'orders.db');
  const program = await Program.at(
    {
      ORDERWIRE_DB: database,
      ORDERWIRE_API_KEY: KEY,
      ORDERWIRE_CONNECTIONS: file,
      ORDERWIRE_ALLOW_PRIVATE_HOOKS: '1',
      MENU_SYNC_MINUTES: '0',
      ORDERWIRE_RATE_LIMIT: '0',
      RESTAURANT_EMAIL: 'kitchen@marios.example',
      RESTAURANT_TIMEZONE: 'America/New_York',
      SMTP_URL: world.smtpUrl,
      LOG_LEVEL: 'error',
      ...(!options.idempotency && { CHAOS_NO_IDEMPOTENCY: '1' }),
    },
    join(folder, 'program.log'),
  );
  const call: Scene['call'] = (method, path, body) =>
    fetch(`${program.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
  const scene = { folder, database, chance, history, world, program, shops, call };
  await settle(scene);
  return {
    ...scene,
    reconnect: () => writeConnections(OWN_TOKENS.toReversed()),
    close: async () => {
      await program.end('SIGKILL');
      await world.close();
      if (options.keep) console.log(`Histories, log and database: ${folder}`);
      else rmSync(folder, { recursive: true, force: true });
    },
  };
}

function toShops(
  { sandboxUrl }: World,
  { vendors, shopsEach }: { vendors: readonly string[]; shopsEach: number },
): Shop[] {
  const known = knownConnections(sandboxUrl);
  const each = vendors.flatMap((vendor) => Array.from({ length: shopsEach }, () => vendor));
  return each.map((vendor, index) => ({
    location_id: `loc_${index + 1}`,
    vendor,
    pos_location: known.find((one) => one.vendor === vendor)?.pos_location ?? '',
  }));
}

function toConnections({ sandboxUrl }: World, shops: Shop[], tokens: readonly string[]): object[] {
  const known = knownConnections(sandboxUrl);
  return shops.map(({ vendor, location_id }, index) => {
    const connection = known.find((one) => one.vendor === vendor);
    const own = vendor === 'lightspeed' ? { refresh_token: tokens[index % 2] } : {};
    const credentials = { ...connection?.credentials, ...own };
    return { ...connection, id: `con_${location_id}`, location_id, default: true, credentials };
  });
}

/** The shops exist from the second start on, and with them their connections. */
async function settle({ program, call, shops, world }: Pick<Scene, 'program' | 'call' | 'shops' | 'world'>) {
  await program.start();
  for (const { location_id } of shops.slice(1)) {
    const settings = { name: `Shop ${location_id}`, email: 'kitchen@marios.example', fallback: PATIENT };
    await must(call('POST', '/v1/locations', settings));
  }
  await must(call('PATCH', '/v1/locations/loc_1', { fallback: PATIENT }));
  for (const target_url of world.hookUrls) {
    await must(call('POST', '/v1/hooks', { target_url, events: ['order.created'] }));
  }
  await program.end('SIGTERM');
  await program.start();
  // As at every set-up: a check, which logs in. A refresh token works once, so a kill during the very first log-in would lock the shop out.
  for (const { location_id } of shops) {
    await must(call('POST', `/v1/connections/con_${location_id}/check`));
  }
  await program.end('SIGTERM');
}

async function must(answer: Promise<Response>): Promise<void> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
}
