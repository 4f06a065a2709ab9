import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../src/cli/demo/free-port';
import { doctor } from '../../src/cli/doctor';
import type { Menu } from '../../src/menu/schema';
import type { Shop } from '../../src/order/shop';
import { knownConnections } from '../../src/sandbox/known-connections';
import { Sandbox } from '../../src/sandbox/sandbox';
import type { TwilioNumber } from '../../src/sandbox/twilio/account';
import { readConfig } from '../../src/server/config';
import { readConnections } from '../../src/server/configured-connections';
import type { Finding } from '../../src/server/doctor/finding';
import { type House, openHouse } from '../../src/server/house';
import { buildSandboxApp } from '../../src/server/sandbox-app';
import { openSandboxMail } from '../../src/server/sandbox-mail';
import { openSqliteStore } from '../../src/store/sqlite/open';
import type { Store } from '../../src/store/store';
import { lastingFolder } from './lasting-folder';

/** A restaurant's whole set-up on real parts, healthy until a test spoils it: its database, the sandbox over HTTP, a mail server. */
export class ExaminedHouse {
  readonly scope = { restaurant_id: 'rst_1', location_ids: null };
  readonly act = { key_id: null, at: Date.now() };
  private house: House | undefined;
  private constructor(
    readonly folder: string,
    readonly sandbox: Sandbox,
    readonly base: string,
    readonly environment: Record<string, string>,
    private readonly closers: (() => Promise<unknown>)[],
  ) {}

  static async build(): Promise<ExaminedHouse> {
    const folder = lastingFolder();
    const sandbox = new Sandbox();
    const rooms = buildSandboxApp(sandbox);
    const mail = await openSandboxMail({ port: 0, mailbox: sandbox.mailbox });
    const base = await rooms.listen({ host: '127.0.0.1', port: 0 });
    const port = await freePort();
    const twilio = sandbox.twilio.facts;
    const house = new ExaminedHouse(
      folder,
      sandbox,
      base,
      {
        ORDERWIRE_DB: join(folder, 'orders.db'),
        ORDERWIRE_API_KEY: 'a-key-of-which-nobody-thinks',
        PORT: String(port),
        SMTP_URL: `smtp://cook%40marios.example:hunter2@127.0.0.1:${mail.port}`,
        RESTAURANT_NAME: "Mario's Downtown",
        RESTAURANT_TIMEZONE: 'America/New_York',
        RESTAURANT_EMAIL: 'kitchen@marios.example',
        TWILIO_ACCOUNT_SID: twilio.account_sid ?? '',
        TWILIO_AUTH_TOKEN: twilio.auth_token ?? '',
        TWILIO_API_URL: `${base}/twilio`,
        ...pos('square', base),
      },
      [() => mail.close(), () => rooms.close()],
    );
    await house.firstStart(twilio.phone_number ?? '', `http://127.0.0.1:${port}/twilio`);
    return house;
  }

  /** Another POS in the place of Square, as its variables say. */
  become(vendor: string): void {
    for (const name of Object.keys(this.environment))
      if (name.startsWith('POS_')) delete this.environment[name];
    Object.assign(this.environment, pos(vendor, this.base));
  }

  number(index = 0): TwilioNumber {
    const number = this.sandbox.twilio.world().numbers[index];
    if (!number) throw new Error(`The account has no number ${index}.`);
    return number;
  }

  async changeShop(change: Partial<Shop>): Promise<void> {
    await this.inStore((store) =>
      store.updateShop(this.scope, 'loc_1', (shop) => ({ ...shop, ...change }), this.act),
    );
  }

  async changeMenu(change: (menu: Menu) => Menu): Promise<void> {
    await this.inStore(async (store) => {
      const stored = await store.menu(this.scope, 'loc_1');
      const body = change(stored?.body as Menu);
      await store.saveMenu(
        this.scope,
        'loc_1',
        { body, version: 'changed', replaces: stored?.version ?? null },
        this.act,
      );
    });
  }

  async inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = openSqliteStore(this.environment.ORDERWIRE_DB ?? '');
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  /** Opens the doors as `orderwire serve` does, but for the engine: what it does by itself would be a matter of time. */
  async open(): Promise<House> {
    this.house = await this.openHouse();
    await this.house.app.listen({ host: '127.0.0.1', port: Number(this.environment.PORT) });
    return this.house;
  }

  /** Is done when the house is pulled down. */
  afterwards(work: () => unknown): void {
    this.closers.push(async () => work());
  }

  async examine(
    options: { now?: () => number; args?: string[] } = {},
  ): Promise<{ exitCode: number; findings: Finding[] }> {
    let said = '';
    const say = (line: string) => {
      said += line;
    };
    const { args = ['--json'], now } = options;
    // A busy machine only takes longer.
    const patienceMs = 60_000;
    const exitCode = await doctor({ args, environment: this.environment, say, now, patienceMs });
    return { exitCode, findings: JSON.parse(said).findings };
  }

  async remove(): Promise<void> {
    await this.house?.close(1_000);
    for (const close of this.closers) await close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private openHouse(): Promise<House> {
    const { connections } = readConnections(this.environment);
    return openHouse({ config: readConfig(this.environment), connections });
  }

  private async firstStart(number: string, twilio: string): Promise<void> {
    const house = await this.openHouse();
    const headers = { authorization: `Bearer ${this.environment.ORDERWIRE_API_KEY}` };
    await house.app.inject({ method: 'POST', url: '/v1/menu/sync', headers });
    await house.close(1_000);
    Object.assign(this.number(), { smsUrl: `${twilio}/sms`, voiceUrl: `${twilio}/voice` });
    await this.changeShop({ twilio_numbers: [number] });
  }
}

/** A simulator's connection as the variables of one restaurant. */
function pos(vendor: string, base: string): Record<string, string> {
  const known = knownConnections(base).find((one) => one.vendor === vendor);
  if (!known) throw new Error(`Nobody plays ${vendor}.`);
  const { access_token, ...credentials } = known.credentials;
  const fields = { ...credentials, ...known.settings };
  return {
    POS_SYSTEM: vendor,
    POS_LOCATION_ID: known.pos_location,
    POS_ENVIRONMENT: known.environment,
    POS_API_URL: known.api_url,
    ...(access_token && { POS_API_KEY: access_token }),
    ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [`POS_${key.toUpperCase()}`, value])),
  };
}
