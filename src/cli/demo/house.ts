import type { FaultName } from '../../sandbox/faults';
import { Sandbox } from '../../sandbox/sandbox';
import type { KitchenTicket } from '../../sandbox/simulator';
import { buildApp } from '../../server/app';
import { readConfig, sandboxPort } from '../../server/config';
import { ConnectionDirectory } from '../../server/connection-directory';
import { prepareStore } from '../../server/first-start';
import { createIds, createSecret } from '../../server/ids';
import { buildSandboxApp } from '../../server/sandbox-app';
import { openSecretBox } from '../../server/secret-file';
import { openSqliteStore } from '../../store/sqlite/open';

/** The Order API over a temporary SQLite file and the sandbox, both on loopback. */
export type DemoHouse = {
  apiUrl: string;
  sandboxUrl: string;
  apiKey: string;
  postOrder(order: object): Promise<{ id: string; number: string; ticket_text: string }>;
  arm(vendor: string, fault: FaultName): Promise<void>;
  tickets(vendor: string): Promise<KitchenTicket[]>;
  interrupted(): Promise<void>;
  close(): Promise<void>;
};

/** Opens both; with `keep` on their usual ports, so that the addresses in the documents are true. */
export async function openHouse({ database, keep }: { database: string; keep: boolean }): Promise<DemoHouse> {
  const config = {
    ...readConfig({ RESTAURANT_NAME: "Mario's Downtown", RESTAURANT_TIMEZONE: 'America/New_York' }),
    database,
  };
  const store = openSqliteStore(database);
  const now = Date.now;
  const directory = new ConnectionDirectory({
    store,
    box: openSecretBox(config),
    configured: [],
    now,
    addresses: config.addresses,
  });
  const services = { store, config, now, directory, newId: createIds(now), newSecret: createSecret };
  const { firstKey } = await prepareStore(services);
  const api = buildApp(services);
  const rooms = buildSandboxApp(new Sandbox());
  const apiUrl = await api.listen({ host: '127.0.0.1', port: keep ? config.port : 0 });
  const sandboxUrl = await rooms.listen({ host: '127.0.0.1', port: keep ? sandboxPort({}) : 0 });
  const apiKey = firstKey ?? '';
  const json = async (url: string, init: RequestInit = {}) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
    const response = await fetch(url, { ...init, headers });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const post = (url: string, body: object) => json(url, { method: 'POST', body: JSON.stringify(body) });
  return {
    apiUrl,
    sandboxUrl,
    apiKey,
    postOrder: (order) => post(`${apiUrl}/v1/orders`, order) as ReturnType<DemoHouse['postOrder']>,
    arm: async (vendor, fault) => {
      await post(`${sandboxUrl}/_sandbox/${vendor}/faults`, { fault, times: 1 });
    },
    tickets: async (vendor) =>
      ((await json(`${sandboxUrl}/_sandbox/${vendor}/tickets`)) as { data: KitchenTicket[] }).data,
    interrupted: () =>
      new Promise((resolve) => ['SIGINT', 'SIGTERM'].map((signal) => process.once(signal, () => resolve()))),
    close: async () => {
      await Promise.all([api.close(), rooms.close()]);
      await store.close();
    },
  };
}
