import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { sampleOrder } from '../../../src/order/sample';
import { knownConnections } from '../../../src/sandbox/known-connections';
import { Sandbox, type SandboxVendor } from '../../../src/sandbox/sandbox';
import { buildSandboxApp } from '../../../src/server/sandbox-app';
import { openSandboxMail } from '../../../src/server/sandbox-mail';
import { Program } from '../program';

export const KEY = 'hardship-key-of-the-order-api';
type Row = { order_id: string; state: string; attempts: number };

/** One shop with one POS and a mail server, for one hardship: the program is a process of its own, the world outside lives here. */
export class Stage {
  readonly database: string;
  readonly log: string;
  private constructor(
    readonly folder: string,
    readonly world: Sandbox,
    readonly vendor: SandboxVendor,
    readonly program: Program,
    private readonly closeWorld: () => Promise<void>,
  ) {
    this.database = join(folder, 'orders.db');
    this.log = join(folder, 'program.log');
  }

  /** `folder`: where the database lies, else one of its own. */
  static async open({ vendor = 'square', folder = newFolder(), now }: Setting = {}): Promise<Stage> {
    const world = new Sandbox();
    const rooms = buildSandboxApp(world, now);
    const url = await rooms.listen({ host: '127.0.0.1', port: 0 });
    const mail = await openSandboxMail({ port: 0, mailbox: world.mailbox });
    const known = knownConnections(url).filter((one) => one.vendor === vendor);
    const connections = known.map((one) => ({ ...one, location_id: 'loc_1', default: true }));
    writeFileSync(join(folder, 'connections.json'), JSON.stringify({ connections }));
    const program = await Program.at(
      {
        ORDERWIRE_DB: join(folder, 'orders.db'),
        ORDERWIRE_API_KEY: KEY,
        ORDERWIRE_CONNECTIONS: join(folder, 'connections.json'),
        ORDERWIRE_ALLOW_PRIVATE_HOOKS: '1',
        ORDERWIRE_RATE_LIMIT: '0',
        RESTAURANT_EMAIL: 'kitchen@marios.example',
        RESTAURANT_TIMEZONE: 'America/New_York',
        SMTP_URL: world.mailbox.smtpUrl ?? '',
        LOG_LEVEL: 'error',
      },
      join(folder, 'program.log'),
    );
    return new Stage(folder, world, vendor, program, async () => {
      await Promise.all([rooms.close(), mail.close()]);
    });
  }

  /** Starts the program; `false` where it refuses to. */
  async start(extra: Record<string, string> = {}): Promise<boolean> {
    await this.program.start(extra);
    return !this.program.isDead;
  }

  /** Starts the program, which has to work. */
  async mustStart(extra: Record<string, string> = {}): Promise<void> {
    if (!(await this.start(extra))) throw new Error(`The program does not start: ${this.said()}`);
  }

  /** People are left alone for a day: what is under test must come through by itself. */
  bePatient(): Promise<void> {
    return this.setFallback({ email_after_seconds: 86_400, ticket_after_seconds: 86_400 });
  }

  async setFallback(fallback: object): Promise<void> {
    const answer = await this.call('PATCH', '/v1/locations/loc_1', { fallback });
    if (!answer.ok) throw new Error(`The shop cannot be changed: ${await answer.text()}`);
  }

  call(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.program.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
  }

  /** Sends the sample order for now, under this reference. */
  order(external_ref: string): Promise<Response> {
    return this.call('POST', '/v1/orders', orderOf(external_ref));
  }

  /** What the kitchen has, once the POS has had its time. */
  tickets(): number {
    const target = this.world.find(this.vendor);
    const later = new Date(Date.now() + 120_000);
    return target?.simulator.tickets(later).filter(({ visible, voided }) => visible && !voided).length ?? 0;
  }

  posRows(): Row[] {
    return this.look("SELECT order_id, state, attempts FROM deliveries WHERE kind = 'pos'") as Row[];
  }

  /** How many orders no POS has yet, as far as the program knows. */
  waiting(): number {
    return this.posRows().filter(
      ({ state }) => !['delivered', 'delivered_degraded', 'confirmed_by_pos'].includes(state),
    ).length;
  }

  look(sql: string): unknown[] {
    const db = new Database(this.database, { readonly: true });
    try {
      return db.prepare(sql).all();
    } finally {
      db.close();
    }
  }

  /** What the program has said so far. */
  said(): string {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8') : '';
  }

  async close(): Promise<void> {
    await this.program.end('SIGKILL');
    await this.closeWorld();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** `now`: the clock of the world outside, where it is not the machine's. */
type Setting = { vendor?: SandboxVendor; folder?: string; now?: () => Date };
const newFolder = () => mkdtempSync(join(tmpdir(), 'orderwire-hardship-'));

/** Plays one hardship, whatever comes of it. */
export async function withStage<T>(setting: Setting, play: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = await Stage.open(setting);
  try {
    return await play(stage);
  } finally {
    await stage.close();
  }
}

/** The sample order for now, under this reference. */
export const orderOf = (external_ref: string) => ({ ...sampleOrder, external_ref, timing: {} });

/** Waits until it is so; says what was waited for when it never is. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, longest = 15_000) {
  const end = performance.now() + longest;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Never came: ${what}.`);
    await wait(25);
  }
}
