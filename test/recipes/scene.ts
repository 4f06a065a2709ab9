import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DemoHouse, openDemoHouse } from '../../src/cli/demo/house';
import { toZapierConnection } from '../../src/cli/demo/zapier-connection';
import { ZapierPlayer } from '../../src/cli/demo/zapier-player';
import { knownConnections } from '../../src/sandbox/known-connections';
import { app } from '../../src/zapier/app';
import { onlyContinueIf } from './filter';
import { type Page, readPage } from './page';
import { sheet } from './sheet';
import { twilio } from './twilio';
import { Zap } from './zap';

type Fields = Record<string, unknown>;

/** Everything a recipe needs, for one recipe: the Order API, every POS, a Twilio number, a sheet, and somebody's Zapier account. */
export type Scene = {
  house: DemoHouse;
  zap: Zap;
  /** What a scenario without a server asks for, to reach Square. */
  square: Record<string, string>;
  /** Rows of the sheet. */
  rows: Record<string, string>[];
  /** An address that keeps what it is called with. */
  hook: { url: string; calls: unknown[] };
  /** A folder that is gone afterwards. */
  folder: string;
  /** What lies on a phone. */
  inbox: (number: string) => Promise<string[]>;
  close: () => Promise<void>;
};

export function openPage(name: string): Page {
  return readPage(readFileSync(`docs/recipes/${name}.md`, 'utf8'));
}

export async function openScene(): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'orderwire-recipes-'));
  const house = await openDemoHouse({ database: join(folder, 'orders.db'), keep: false });
  await house.call('PATCH', '/v1/locations/loc_1', { auto_deliver: false });
  const player = new ZapierPlayer(app);
  const hook = await openHook();
  const rows: Scene['rows'] = [];
  const messages = twilio(house.sandboxUrl);
  const apps = { Twilio: messages.app, Filter: onlyContinueIf, 'Google Sheets': sheet(rows) };
  const zap = new Zap({ player, accounts: await connect(house, player), apps });
  return {
    ...{ house, zap, rows, hook, folder, inbox: messages.inbox, square: squareOf(house) },
    close: async () => {
      await Promise.all([house.close(), hook.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

function squareOf({ sandboxUrl }: DemoHouse): Record<string, string> {
  const known = knownConnections(sandboxUrl).find(({ vendor }) => vendor === 'square');
  return {
    pos_token: known?.credentials.access_token ?? '',
    pos_location: known?.pos_location ?? '',
    pos_address: known?.api_url ?? '',
  };
}

/** The accounts a person connects once: each POS of the sandbox, and the Order API. */
async function connect(house: DemoHouse, player: ZapierPlayer): Promise<Record<string, Fields>> {
  const orderApi = { system: 'order_api', api_key: house.apiKey, api_url: house.apiUrl };
  const accounts: Record<string, Fields> = {
    order_api: (await player.connect(orderApi)).authData,
  };
  for (const known of knownConnections(house.sandboxUrl)) {
    accounts[known.vendor] = (await player.connect(toZapierConnection(known).authData)).authData;
  }
  return accounts;
}

async function openHook() {
  const calls: unknown[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      calls.push(JSON.parse(Buffer.concat(chunks).toString()));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    calls,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/catch`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
