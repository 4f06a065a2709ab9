import type { FaultName } from '../../sandbox/faults';
import { knownConnections } from '../../sandbox/known-connections';
import type { ReceivedMail } from '../../sandbox/mailbox';
import { Sandbox } from '../../sandbox/sandbox';
import type { KitchenTicket } from '../../sandbox/simulator';
import { FACTS as TWILIO } from '../../sandbox/twilio/facts';
import { readConfig, sandboxPort } from '../../server/config';
import { openHouse } from '../../server/house';
import { buildSandboxApp } from '../../server/sandbox-app';
import { openSandboxMail } from '../../server/sandbox-mail';
import { freePort } from './free-port';

type DemoOrder = { id: string; number: string; status: string; ticket_text: string };
export type DemoDelivery = {
  id: string;
  state: string;
  destination: { kind: string; purpose: string };
  receipt: { ticket_number: string | null; status_text: string } | null;
};

/** The Order API over a temporary SQLite file, the sandbox and its mail server, all on loopback. */
export type DemoHouse = {
  apiUrl: string;
  sandboxUrl: string;
  apiKey: string;
  postOrder(order: object): Promise<DemoOrder>;
  /** What a guest does with a phone, played by the sandbox. */
  phone<T>(path: string, body: object): Promise<T>;
  /** A request to the Order API with its key. */
  call<T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<T>;
  arm(vendor: string, fault: FaultName, times?: number): Promise<void>;
  tickets(vendor: string): Promise<KitchenTicket[]>;
  mails(): ReceivedMail[];
  /** Every vendor is well again; its tickets stay. */
  repair(): void;
  interrupted(): Promise<void>;
  close(): Promise<void>;
};

/** A rotating token lives in one place only: the server has its own, the Zap another. */
const OWN_TOKENS: Record<string, Record<string, string>> = {
  lightspeed: { refresh_token: 'lightspeed-refresh-2' },
};

/** Opens all; with `keep` on their usual ports, so that the addresses in the documents are true. */
export async function openDemoHouse({
  database,
  keep,
}: {
  database: string;
  keep: boolean;
}): Promise<DemoHouse> {
  const sandbox = new Sandbox();
  const rooms = buildSandboxApp(sandbox);
  const sandboxUrl = await rooms.listen({ host: '127.0.0.1', port: keep ? sandboxPort({}) : 0 });
  const smtpPort = keep ? sandboxPort({}, 'SANDBOX_SMTP_PORT') : 0;
  const mail = await openSandboxMail({ port: smtpPort, mailbox: sandbox.mailbox });
  const port = keep ? readConfig({}).port : await freePort();
  const config = readConfig({
    PORT: String(port),
    PUBLIC_BASE_URL: `http://127.0.0.1:${port}`,
    TWILIO_ACCOUNT_SID: TWILIO.account_sid,
    TWILIO_AUTH_TOKEN: TWILIO.auth_token,
    TWILIO_API_URL: `${sandboxUrl}/twilio`,
    ORDERWIRE_DB: database,
    ORDERWIRE_ALLOW_PRIVATE_HOOKS: '1',
    MENU_SYNC_MINUTES: '0',
    RESTAURANT_NAME: "Mario's Downtown",
    RESTAURANT_TIMEZONE: 'America/New_York',
    RESTAURANT_EMAIL: 'kitchen@marios.example',
    SMTP_URL: sandbox.mailbox.smtpUrl ?? undefined,
  });
  const connections = knownConnections(sandboxUrl).map((one) => ({
    ...one,
    location_id: 'loc_1',
    default: false,
    credentials: { ...one.credentials, ...OWN_TOKENS[one.vendor] },
  }));
  const house = await openHouse({ config, connections });
  const apiUrl = await house.listen();
  const apiKey = house.start.firstKey ?? '';
  const json = async <T>(url: string, init: RequestInit = {}): Promise<T> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` };
    const response = await fetch(url, { ...init, headers });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const call: DemoHouse['call'] = (method, path, body) =>
    json(`${apiUrl}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
  return {
    ...{ apiUrl, sandboxUrl, apiKey, call },
    phone: (path, body) =>
      json(`${sandboxUrl}/_sandbox/phone${path}`, { method: 'POST', body: JSON.stringify(body) }),
    postOrder: (order) => call('POST', '/v1/orders', order),
    arm: async (vendor, fault, times = 1) => sandbox.find(vendor)?.arm({ fault, times, seconds: 29 }),
    tickets: async (vendor) =>
      (await json<{ data: KitchenTicket[] }>(`${sandboxUrl}/_sandbox/${vendor}/tickets`)).data,
    mails: () => sandbox.mailbox.list(),
    repair: () => sandbox.disarm(),
    interrupted: () =>
      new Promise((resolve) => ['SIGINT', 'SIGTERM'].map((signal) => process.once(signal, () => resolve()))),
    close: async () => {
      await house.close(2_000);
      await Promise.all([rooms.close(), mail.close()]);
    },
  };
}
