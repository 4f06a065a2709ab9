import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'better-sqlite3';
import type { Outcome } from '../../../src/server/doctor/finding';
import { SecretBox } from '../../../src/server/secret-box';
import type { NewConnection } from '../../../src/store/records';
import type { ExaminedHouse } from '../../support/examined-house';

export type Fault = {
  /** In a user's words. */
  fault: string;
  /** Spoils a healthy house. */
  plant: (house: ExaminedHouse) => Promise<unknown> | unknown;
  check: string;
  about?: string;
  /** Red, unless it is said. */
  outcome?: Outcome;
  found: RegExp;
  fix: RegExp;
  now?: () => number;
};
type Plant = Fault['plant'];

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export const set =
  (values: Record<string, string>): Plant =>
  ({ environment }) => {
    Object.assign(environment, values);
  };
export const unset =
  (name: string): Plant =>
  ({ environment }) => {
    delete environment[name];
  };
export const readOnly =
  (vendor: string): Plant =>
  ({ sandbox }) =>
    sandbox.find(vendor)?.arm({ fault: 'read_only', times: 100, seconds: 0 });

/** Another server, which answers everything with the same words; its port. */
export async function stranger(house: ExaminedHouse): Promise<number> {
  const server = createServer((_request, response) => response.end('Hello'));
  house.afterwards(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A hook as it is after some time. */
export const hook =
  (target_url: string, change: object = {}): Plant =>
  (house) =>
    house.inStore(async (store) => {
      const secret = Buffer.from('sealed');
      const fresh = { id: 'hk_1', target_url, events: ['order.created'], secret, most: 50 };
      await store.createHook(house.scope, fresh, house.act);
      await store.updateHook(house.scope, 'hk_1', change, house.act);
    });

/** A row of the outbox that was due long ago, changed as SQL says. */
export const row =
  (sql: string): Plant =>
  async (house) => {
    const owner = { location_id: 'loc_1', order_id: null };
    const mail = {
      id: 'dlv_1',
      kind: 'email',
      lane: 'email:rst_1',
      target: 'shop',
      purpose: 'alert',
    } as const;
    await house.inStore((store) =>
      store.addDelivery(house.scope, owner, { ...mail, next_attempt_at: 1_000 }, house.act),
    );
    const db = new Database(house.environment.ORDERWIRE_DB ?? '');
    db.exec(sql);
    db.close();
  };

/** A connection made through the API, whose credentials were sealed under a secret of another time. */
export const sealed: Plant = (house) =>
  house.inStore((store) => {
    const credentials = new SecretBox('the secret of another time, long enough').seal('{}', 'con_1');
    const connection: NewConnection = {
      ...{ id: 'con_1', location_id: 'loc_1', vendor: 'square', name: 'Main St', pos_location: 'L1' },
      ...{
        environment: 'sandbox',
        api_url: null,
        is_default: false,
        credentials,
        settings: {},
        mode: 'live',
      },
    };
    return store.createConnection(house.scope, connection, house.act);
  });
