import type { AddressInfo } from 'node:net';
import type { Engine } from '../../src/delivery/engine';
import { faster } from '../../src/delivery/timing';
import type { FaultName } from '../../src/sandbox/faults';
import { knownConnections } from '../../src/sandbox/known-connections';
import { Sandbox } from '../../src/sandbox/sandbox';
import type { KitchenTicket } from '../../src/sandbox/simulator';
import type { Connection } from '../../src/server/connections';
import { createIds } from '../../src/server/ids';
import { openEngine } from '../../src/server/open-engine';
import { buildSandboxApp } from '../../src/server/sandbox-app';
import { Clock, OrderApi } from './order-api';

/** A clock that runs with the machine's, but can be moved. */
export class RunningClock extends Clock {
  private offset = 0;
  override now = () => Date.now() + this.offset;
  move(milliseconds: number) {
    this.offset += milliseconds;
  }
}

type Delivery = {
  id: string;
  state: string;
  destination: { kind: string; purpose: string };
  reason: { kind: string; message: string } | null;
  attempts: { outcome: string; step: string }[];
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
  ) {}

  static async open(vendor: string, changes: Partial<Connection> = {}): Promise<DeliveryHouse> {
    const sandbox = new Sandbox();
    const rooms = buildSandboxApp(sandbox);
    await rooms.listen({ host: '127.0.0.1', port: 0 });
    const base = `http://127.0.0.1:${(rooms.server.address() as AddressInfo).port}`;
    const known = knownConnections(base).filter((one) => one.vendor === vendor);
    const connections = known.map((one) => ({ ...one, location_id: 'loc_1', default: true, ...changes }));
    const clock = new RunningClock();
    const timing = faster(20);
    const api = await OrderApi.start({ clock, services: { connections, timing } });
    const logged: string[] = [];
    const engine = openEngine({
      store: api.store,
      connections,
      now: clock.now,
      newId: createIds(clock.now),
      timing,
      log: (level, message) => logged.push(`${level}: ${message}`),
    });
    await engine.start();
    return new DeliveryHouse(api, engine, sandbox, clock, () => rooms.close(), logged);
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
      `Never reached ${states.join(' or ')}: ${JSON.stringify(found)} ${this.logged.join('\n')}`,
    );
  }

  async deliveries(order_id: string): Promise<Delivery[]> {
    return (await this.api.call('GET', `/v1/orders/${order_id}/deliveries`)).body.data;
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
