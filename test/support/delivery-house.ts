import type { AddressInfo } from 'node:net';
import type { Engine } from '../../src/delivery/engine';
import { posLane } from '../../src/delivery/notices';
import { faster } from '../../src/delivery/timing';
import type { Shop } from '../../src/order/shop';
import type { FaultName } from '../../src/sandbox/faults';
import { knownConnections } from '../../src/sandbox/known-connections';
import { Mailbox, type ReceivedMail } from '../../src/sandbox/mailbox';
import type { StaffAction } from '../../src/sandbox/notification';
import { Sandbox } from '../../src/sandbox/sandbox';
import type { KitchenTicket } from '../../src/sandbox/simulator';
import { ActionLinks } from '../../src/server/action-links';
import { type Config, readConfig } from '../../src/server/config';
import type { Connection } from '../../src/server/connections';
import { HookDesk } from '../../src/server/hook-desk';
import { createIds } from '../../src/server/ids';
import { createMailer } from '../../src/server/mailer';
import { MenuIndexes } from '../../src/server/menu-indexes';
import { openEngine } from '../../src/server/open-engine';
import { buildSandboxApp } from '../../src/server/sandbox-app';
import { openSandboxMail } from '../../src/server/sandbox-mail';
import { SecretBox } from '../../src/server/secret-box';
import type { Services } from '../../src/server/services';
import { Clock, OrderApi } from './order-api';

/** A clock that runs with the machine's, but can be moved. */
export class RunningClock extends Clock {
  private offset = 0;
  private wrong = 0;
  /** Runs on whatever somebody sets. */
  steady = () => Date.now() + this.offset;
  override now = () => this.steady() + this.wrong;
  move(milliseconds: number) {
    this.offset += milliseconds;
  }
  set(milliseconds: number) {
    this.wrong += milliseconds;
  }
}

type Delivery = {
  id: string;
  state: string;
  destination: { kind: string; purpose: string };
  reason: { kind: string; message: string } | null;
  attempts: { outcome: string; step: string; at: string }[];
  next_attempt_at: string | null;
  receipt: { ticket_number: string; replayed: boolean } | null;
  degraded: { path: string; rung: string }[];
};

/** The Order API, the delivery engine and the sandbox's POS systems, all real but on loopback; waits are 20 times shorter. */
export class DeliveryHouse {
  private constructor(
    readonly api: OrderApi,
    readonly engine: Engine,
    readonly sandbox: Sandbox,
    readonly clock: RunningClock,
    private readonly stopSandbox: () => Promise<void>,
    readonly logged: string[],
    readonly mailbox: Mailbox,
    readonly sandboxUrl: string,
  ) {}

  static async open(
    vendor: string,
    changes: Partial<Connection> = {},
    fallback: Partial<Shop['fallback']> = {},
    credentials: Record<string, string> = {},
    configOf: (sandbox: string) => Partial<Config> = () => ({}),
  ): Promise<DeliveryHouse> {
    const mailbox = new Mailbox();
    const smtp = await openSandboxMail({ port: 0, mailbox });
    const mailer = createMailer({
      smtpUrl: mailbox.smtpUrl ?? '',
      from: 'OrderWire <orders@marios.example>',
    });
    const sandbox = new Sandbox();
    const rooms = buildSandboxApp(sandbox);
    await rooms.listen({ host: '127.0.0.1', port: 0 });
    const base = `http://127.0.0.1:${(rooms.server.address() as AddressInfo).port}`;
    const config = configOf(base);
    const known = knownConnections(base).filter((one) => one.vendor === vendor);
    const connections = known.map((one) => ({
      ...one,
      location_id: 'loc_1',
      default: true,
      ...changes,
      credentials: { ...one.credentials, ...credentials },
    }));
    const clock = new RunningClock();
    const timing = faster(20);
    const links = new ActionLinks(Buffer.alloc(32, 7), 'http://orders.example');
    const addresses = { allowPrivate: true, allowed: [] };
    const hookDesk = new HookDesk(new SecretBox('a secret of the tests, long enough'), addresses);
    const reopen: Services['reopen'] = ({ restaurant_id, ...one }) =>
      engine.reopen({ restaurant_id, lane: posLane(one) });
    const services = { timing, links, hookDesk, mails: true, reopen };
    const api = await OrderApi.start({ clock, connections, services, config: { addresses, ...config } });
    await api.call('PATCH', '/v1/locations/loc_1', {
      body: { email: 'kitchen@marios.example', fallback: { email_after_seconds: 10, ...fallback } },
    });
    const logged: string[] = [];
    const engine: Engine = openEngine({
      store: api.store,
      directory: api.directory,
      now: clock.now,
      steady: clock.steady,
      newId: createIds(clock.now),
      timing,
      links,
      menus: new MenuIndexes(api.store),
      hookDesk,
      mailer,
      config: { ...readConfig({}), ...config },
      log: (level, message) => logged.push(`${level}: ${message}`),
    });
    await engine.start();
    await api.app.listen({ host: '127.0.0.1', port: 0 });
    const stop = async () => {
      mailer.close();
      await Promise.all([rooms.close(), smtp.close()]);
    };
    return new DeliveryHouse(api, engine, sandbox, clock, stop, logged, mailbox, base);
  }

  /** Sends an order that should go to the POS, and gives its id. */
  async order(changes: object = {}): Promise<string> {
    const { status, body } = await this.api.send(changes);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  }

  /** The order's delivery to the POS once it has reached one of these states. */
  async reached(order_id: string, ...states: string[]): Promise<Delivery> {
    let found: Delivery | undefined;
    for (let tries = 0; tries < 1000; tries++) {
      found = (await this.deliveries(order_id)).find(({ destination }) => destination.kind === 'pos');
      if (found && states.includes(found.state)) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(
      `Never reached ${states.join(' or ')}: ${JSON.stringify(found).slice(0, 800)} ${this.logged.join('\n')}`,
    );
  }

  async deliveries(order_id: string): Promise<Delivery[]> {
    return (await this.api.call('GET', `/v1/orders/${order_id}/deliveries`)).body.data;
  }

  /** The mail to the shop with this purpose in its Message-ID that says so, once it has come. */
  async mail(says: RegExp, purpose: string): Promise<ReceivedMail> {
    const tag =
      purpose === 'alert' ? /<(undelivered|held|refused)/ : new RegExp(`<${purpose.replace('_', '-')}`);
    for (let tries = 0; tries < 400; tries++) {
      const found = this.mailbox
        .list()
        .find((mail) => tag.test(mail.message_id ?? '') && says.test(`${mail.subject} ${mail.text}`));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const subjects = this.mailbox.list().map(({ subject, message_id }) => `${subject} ${message_id}`);
    throw new Error(`No ${purpose} mail that says ${says}: ${subjects.join('\n')} ${this.logged.join('\n')}`);
  }

  /** Where the API listens. */
  get address(): string {
    return this.api.app.listeningOrigin;
  }

  /** Staff at the POS move a ticket on. */
  staff(vendor: string, ticketId: string, action: StaffAction): void {
    const done = this.sandbox.staffed(vendor)?.act(ticketId, action, new Date(this.clock.now()));
    if (!done) throw new Error(`Staff of ${vendor} cannot ${action} ${ticketId}.`);
  }

  /** A guest orders at the counter. */
  ringUp(vendor: string): string {
    const staffed = this.sandbox.staffed(vendor);
    if (!staffed) throw new Error(`Nobody rings up orders at ${vendor}.`);
    return staffed.ringUp(new Date(this.clock.now()));
  }

  fault(vendor: string, fault: FaultName, times = 1, seconds = 29): void {
    this.sandbox.find(vendor)?.arm({ fault, times, seconds });
  }

  /** The tickets once every POS has had time to decide. */
  tickets(vendor: string): KitchenTicket[] {
    return this.sandbox.find(vendor)?.simulator.tickets(new Date(this.clock.now() + 120_000)) ?? [];
  }

  async close(): Promise<void> {
    await this.engine.stop(2_000);
    await this.stopSandbox();
    await this.api.stop();
  }
}
