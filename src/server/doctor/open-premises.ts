import { existsSync } from 'node:fs';
import { proofOf } from '../address-proof';
import type { Config, Environment } from '../config';
import type { Connections } from '../connections';
import { createHttpClient } from '../http-client';
import { createOwnSecret } from '../own-key';
import type { SecretBox } from '../secret-box';
import { openSecretBox } from '../secret-file';
import { ClockWitness } from './clock-witness';
import { closeBooks, openBooks } from './open-books';
import { openVisits } from './open-visits';
import type { Examined, Premises } from './premises';
import { whoAnswers } from './running';
import { storedConnections } from './stored-connections';

type Parts = {
  environment: Environment;
  config: Config;
  configured: Connections;
  /** The connections of configuration lead to simulators; what is stored is left alone. */
  simulated?: boolean;
  now?: () => number;
  patienceMs?: number;
};

const PATIENCE_MS = 4_000;

/** Opens everything that is to be examined: nothing is made, and nothing is brought up to date. */
export async function openPremises(parts: Parts): Promise<Premises & { close(): Promise<void> }> {
  const { environment, config, configured, simulated = false, now = Date.now } = parts;
  const { patienceMs = PATIENCE_MS } = parts;
  const books = await openBooks(config.database);
  const { box, keyless } = openBox(config);
  const prove = box && proverOf(box);
  const running = await whoAnswers(config, { proofOf: prove, timeoutMs: patienceMs });
  const { opened, sealed } = simulated ? { opened: [], sealed: [] } : await storedConnections(books, box);
  const witness = new ClockWitness(now);
  const stored = new Set(opened.map(({ connection }) => connection.id));
  const shared = { running, simulated, books, now, patienceMs };
  const visits = openVisits({ ...shared, box, witness, stored, addresses: config.addresses });
  const shops = books.state === 'open' ? (await books.store.everyShop()).map(({ shop }) => shop) : [];
  return {
    ...{ ...shared, environment, config, sealed, keyless, visits, witness },
    http: witness.watch(createHttpClient()),
    connections: [...fromConfiguration(configured), ...opened],
    notices: configured.notices,
    shops: shops.length > 0 ? shops : [{ id: 'loc_1', ...config.firstShop }],
    proofOf: prove,
    async close() {
      await visits.finished();
      await closeBooks(books);
    },
  };
}

function proverOf(box: SecretBox): NonNullable<Premises['proofOf']> {
  const ownSecret = createOwnSecret(box.derive('own keys'));
  return (nonce) => proofOf(nonce, ownSecret);
}

/** The key as it is there; a key file is made by the server and by nobody else. */
function openBox(config: Config): { box: SecretBox | null; keyless: string | null } {
  if (config.secret === null && !existsSync(`${config.database}.secret`)) {
    return { box: null, keyless: `The key file ${config.database}.secret is not there.` };
  }
  try {
    return { box: openSecretBox(config), keyless: null };
  } catch (error) {
    return { box: null, keyless: (error as Error).message };
  }
}

function fromConfiguration({ connections }: Connections): Examined[] {
  return connections.map((connection) => ({
    connection,
    source: connection.id === 'con_env' ? 'environment' : 'file',
  }));
}
