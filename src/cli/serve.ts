import type { Timing } from '../delivery/timing';
import { armFailpoint } from '../failpoint';
import { type Config, isLoopback, processEnvironment, readConfig } from '../server/config';
import { readConnections } from '../server/configured-connections';
import type { Start } from '../server/first-start';
import { openHouse } from '../server/house';

const LONGEST_GOODBYE_MS = 10_000;

/** `orderwire serve`: the Order API, until interrupted. The first API key is shown once. */
export async function serve({ timing }: { timing?: Timing } = {}): Promise<void> {
  const environment = processEnvironment();
  const config = readConfig(environment);
  const { connections, notices: mapped } = readConnections(environment);
  if (config.failpoint) armFailpoint(config.failpoint, () => process.kill(process.pid, 'SIGKILL'));
  const logger = config.logLevel !== 'silent' && { level: config.logLevel, stream: process.stderr };
  const house = await openHouse({ config, connections, timing, logger, onStart: showFirstKey });
  stopOnSignals(async () => {
    setTimeout(() => house.app.server.closeAllConnections(), LONGEST_GOODBYE_MS).unref();
    await house.close(LONGEST_GOODBYE_MS);
  });
  const address = await house.listen().catch(async (error) => {
    await house.store.close();
    throw new Error(inWords(error, config));
  });
  for (const notice of [...mapped, ...house.start.notices]) console.log(notice);
  greet(address, config);
}

/** Before anything can fail: it cannot be shown again. */
function showFirstKey({ firstKey }: Start): void {
  if (!firstKey) return;
  console.log(`Your API key, shown this once: ${firstKey}`);
  console.log('Keep it: only its hash is stored. More keys can be made under /v1/keys.\n');
}

function greet(address: string, { database, host, publicBaseUrl }: Config): void {
  console.log(`OrderWire listens on ${address}; orders are kept in ${database}.`);
  console.log(`Tonight's orders, for the restaurant: ${publicBaseUrl ?? address}/`);
  console.log(`Every route, to read and to try: ${publicBaseUrl ?? address}/docs`);
  if (!isLoopback(host) && !publicBaseUrl?.startsWith('https:')) {
    console.log('Others can reach this address: put HTTPS in front of it, or keys travel in the open.');
  }
}

/** Stops taking requests, finishes those that came, then leaves. A second signal leaves at once. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = () => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
}

function inWords(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; set PORT to another one.`;
  if (error.code === 'EACCES') return `Port ${port} needs more rights; set PORT to 8080, for example.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST=${host} is no address of this machine; write 127.0.0.1 or 0.0.0.0.`;
  return error.message;
}
