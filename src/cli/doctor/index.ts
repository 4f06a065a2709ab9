import { knownConnections } from '../../sandbox/known-connections';
import { Sandbox } from '../../sandbox/sandbox';
import { processEnvironment, readConfig } from '../../server/config';
import { readConnections } from '../../server/configured-connections';
import type { Connection, Connections } from '../../server/connections';
import { createHttpClient } from '../../server/http-client';
import { buildSandboxApp } from '../../server/sandbox-app';
import { openSandboxMail } from '../../server/sandbox-mail';
import { Sessions } from '../../server/sessions';
import { addressCheck, connectionChecks, databaseCheck, examine, mailCheck, nodeCheck } from './checks';
import { isPlaceholder } from './placeholder';
import { receptionistCheck } from './receptionist';

type Options = {
  sandbox: boolean;
  environment?: Record<string, string | undefined>;
  say?: (line: string) => void;
};

/** `orderwire doctor`: what works and what does not, each red line with one fix. Resolves to the exit code. */
export async function doctor({
  sandbox,
  environment = processEnvironment(),
  say = console.log,
}: Options): Promise<number> {
  const config = readConfig(environment);
  const simulated = new Sandbox();
  const rooms = sandbox ? buildSandboxApp(simulated) : undefined;
  const mail = sandbox ? await openSandboxMail({ port: 0, mailbox: simulated.mailbox }) : undefined;
  try {
    const configured = readConnections(environment);
    const base = await rooms?.listen({ host: '127.0.0.1', port: 0 });
    const connections = base ? toSandbox(configured, base) : configured;
    const checks = [
      nodeCheck(process.version),
      databaseCheck(config.database),
      mailCheck({ ...config, smtpUrl: config.smtpUrl && (simulated.mailbox.smtpUrl ?? config.smtpUrl) }),
      addressCheck(config),
      receptionistCheck(config.receptionist),
      connectionChecks(connections, new Sessions(createHttpClient())),
    ];
    return (await examine(checks, say)) ? 0 : 1;
  } finally {
    await mail?.close();
    await rooms?.close();
  }
}

/** The same connections pointed at the simulators; example values of guides become the simulators' known ones. */
function toSandbox({ connections, notices }: Connections, base: string): Connections {
  const known = new Map(knownConnections(base).map((one) => [one.vendor, one]));
  const moved = connections.map((connection): Connection => {
    const there = known.get(connection.vendor);
    if (!there) return connection;
    const real = Object.entries(connection.credentials).filter(([, value]) => !isPlaceholder(value));
    const pos_location = isPlaceholder(connection.pos_location)
      ? there.pos_location
      : connection.pos_location;
    const credentials = { ...there.credentials, ...Object.fromEntries(real) };
    const settings = { ...there.settings, ...connection.settings };
    return {
      ...connection,
      pos_location,
      credentials,
      settings,
      api_url: there.api_url,
      environment: 'sandbox',
    };
  });
  return { connections: moved, notices };
}
