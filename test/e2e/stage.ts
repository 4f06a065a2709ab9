import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type KnownConnection, knownConnections } from '../../src/sandbox/known-connections';
import { Child } from './child';

export const KEY = 'owk_a_key_for_the_browser_0123456789';
/** The devices that hang in kitchens. */
export const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
} satisfies Record<string, BrowserContextOptions>;

/** The whole program on a fresh file, the sandbox beside it, and a browser before both. */
export class Stage {
  readonly noise: string[] = [];
  private constructor(
    readonly address: string,
    readonly sandbox: string,
    private readonly folder: string,
    private readonly children: Child[],
    private readonly browser: Browser,
  ) {}

  static async open({ vendor = 'clover', environment = {} }: Options = {}): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'orderwire-e2e-'));
    const rooms = Child.run(['sandbox'], {
      cwd: folder,
      environment: { SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0' },
    });
    const sandbox = await rooms.says(/Kitchen screen: (http:\/\/[^/\s]+)/);
    const connections = join(folder, 'connections.json');
    writeFileSync(connections, JSON.stringify(knownConnections(sandbox).filter(isOf(vendor)).map(asDefault)));
    const program = Child.run(['serve'], {
      cwd: folder,
      environment: {
        PORT: '0',
        ORDERWIRE_DB: join(folder, 'orders.db'),
        ORDERWIRE_API_KEY: KEY,
        ORDERWIRE_CONNECTIONS: connections,
        SANDBOX_PORT: new URL(sandbox).port,
        SMTP_URL: await rooms.says(/SMTP_URL=(\S+)/),
        RESTAURANT_NAME: "Mario's Downtown",
        RESTAURANT_TIMEZONE: 'America/New_York',
        RESTAURANT_EMAIL: 'kitchen@marios.example',
        LOG_LEVEL: 'warn',
        ...environment,
      },
    });
    const address = await program.says(/listens on (http:\/\/[^;\s]+);/);
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
    const stage = new Stage(address, sandbox, folder, [program, rooms], browser);
    await stage.api('POST', '/v1/menu/sync');
    return stage;
  }

  /** A browser of its own before the first page. What its console complains of is kept as noise. */
  async visitor(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.address, ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.noise.push(String(error)));
    page.on('console', (said) => {
      if (said.type() === 'error') this.noise.push(said.text());
    });
    await page.goto('/');
    return page;
  }

  /** The same, signed in with the key. */
  async staff(options: BrowserContextOptions = {}, key = KEY): Promise<Page> {
    const page = await this.visitor(options);
    await page.locator('input[name=key]').fill(key);
    await page.locator('form[action="/sign-in"] button').click();
    await page.locator('main h1').filter({ hasText: "Mario's" }).waitFor();
    return page;
  }

  async api(method: string, path: string, body: object = {}) {
    const answer = await fetch(`${this.address}${path}`, {
      method,
      headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
      body: method === 'GET' ? undefined : JSON.stringify(body),
    });
    return (await answer.json()) as Answer;
  }

  /** A guest orders; gives the order's id. */
  async order(changes: object = {}): Promise<string> {
    const { id } = await this.api('POST', '/v1/orders', { ...PIZZA, ...changes });
    return id;
  }

  /** Waits until nothing more happens to an order's ticket by itself. */
  async settled(id: string): Promise<void> {
    for (let tries = 0; tries < 150; tries++) {
      const { data } = await this.api('GET', `/v1/orders/${id}/deliveries`);
      const ticket = data.find((one: { destination: { kind: string } }) => one.destination.kind === 'pos');
      if (/deliver|held|blocked|attention|confirmed/.test(ticket?.state ?? '')) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The ticket of ${id} never settled.`);
  }

  /** A link to this program in the mailbox of the shop, once it has come. */
  async mailed(path: RegExp): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      const mailbox = await (await fetch(`${this.sandbox}/_sandbox/mail`)).text();
      const found = path.exec(mailbox)?.[0];
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`No mail with ${path}.`);
  }

  /** The simulator of a POS goes wrong. */
  async fault(vendor: string, fault: string, times: number): Promise<void> {
    await fetch(`${this.sandbox}/_sandbox/${vendor}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fault, times }),
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await Promise.all(this.children.map((child) => child.stop()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

type Options = { vendor?: string; environment?: Record<string, string> };
// biome-ignore lint/suspicious/noExplicitAny: answers are read by tests only, each knows its own.
type Answer = any;

export const PIZZA = {
  customer: { name: 'Ann Lee', phone: '+1 617 555 0123' },
  items: [
    { name: 'large pepperoni pizza', quantity: '2', unit_price: 1599, options: [{ name: 'no onions' }] },
  ],
};

const isOf = (vendor: string) => (one: KnownConnection) => one.vendor === vendor;
const asDefault = (one: KnownConnection) => ({ ...one, location_id: 'loc_1', default: true });
