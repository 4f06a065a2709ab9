import { type KnownConnection, knownConnections } from '../../sandbox/known-connections';
import { Sandbox } from '../../sandbox/sandbox';
import type { Connection, Connections } from '../../server/connections';
import { isPlaceholder } from '../../server/doctor/placeholder';
import type { SetUp } from '../../server/doctor/set-up';
import { buildSandboxApp } from '../../server/sandbox-app';
import { openSandboxMail } from '../../server/sandbox-mail';

/** The same set-up with every POS and the mail server played on this machine, until it is closed. */
export async function openSimulators(setUp: SetUp): Promise<{ setUp: SetUp; close(): Promise<void> }> {
  const sandbox = new Sandbox();
  const rooms = buildSandboxApp(sandbox);
  const mail = await openSandboxMail({ port: 0, mailbox: sandbox.mailbox });
  const base = await rooms.listen({ host: '127.0.0.1', port: 0 });
  const { smtpUrl } = setUp.config;
  return {
    setUp: {
      config: { ...setUp.config, smtpUrl: smtpUrl && (sandbox.mailbox.smtpUrl ?? smtpUrl) },
      configured: moved(setUp.configured, base),
    },
    async close() {
      await mail.close();
      await rooms.close();
    },
  };
}

function moved({ connections, notices }: Connections, base: string): Connections {
  const known = new Map(knownConnections(base).map((one) => [one.vendor, one]));
  return {
    connections: connections.map((connection) => lead(connection, known.get(connection.vendor))),
    notices,
  };
}

/** To the simulator; example values of guides become the ones that it knows. */
function lead(connection: Connection, there: KnownConnection | undefined): Connection {
  if (!there) return connection;
  const real = Object.entries(connection.credentials).filter(([, value]) => !isPlaceholder(value));
  return {
    ...connection,
    pos_location: isPlaceholder(connection.pos_location) ? there.pos_location : connection.pos_location,
    credentials: { ...there.credentials, ...Object.fromEntries(real) },
    settings: { ...there.settings, ...connection.settings },
    api_url: there.api_url,
    environment: 'sandbox',
  };
}
