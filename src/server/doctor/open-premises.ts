import { existsSync } from 'node:fs';
import { proofOf } from '../address-proof';
import type { Config, Environment } from '../config';
import type { Connections } from '../connections';
import { createGuardedHttpClient } from '../guarded-http-client';
import { createHttpClient } from '../http-client';
import { createOwnSecret } from '../own-key';
import { sealedTokens } from '../sealed-tokens';
import type { SecretBox } from '../secret-box';
import { openSecretBox } from '../secret-file';
import { Sessions } from '../sessions';
import { ClockWitness } from './clock-witness';
import { closeBooks, openBooks } from './open-books';
import type { Examined, Premises } from './premises';
import { whoAnswers } from './running';
import { stayAway } from './stay-away';
import { storedConnections } from './stored-connections';
import { Visits } from './visits';

type Parts = {
  environment: Environment;
  config: Config;
  configured: Connections;
  /** The connections of configuration lead to simulators; what is stored is left alone. */
  simulated?: boolean;
  now?: () => number;
};

/** Opens everything that is to be examined: nothing is made, and nothing is brought up to date. */
export async function openPremises(parts: Parts): Promise<Premises & { close(): Promise<void> }> {
  const { environment, config, configured, simulated = false, now = Date.now } = parts;
  const books = await openBooks(config.database);
  const { box, keyless } = openBox(config);
  const prove = box && proverOf(box);
  const running = await whoAnswers(config, prove);
  const { opened, sealed } = simulated ? { opened: [], sealed: [] } : await storedConnections(books, box);
  const witness = new ClockWitness(now);
  const http = witness.watch(createHttpClient());
  const guarded = witness.watch(createGuardedHttpClient(config.addresses));
  const tokens =
    box && books.state === 'open' && !simulated ? sealedTokens(books.store, box, now) : undefined;
  const sessionsOver = (client: typeof http) => new Sessions(client, () => new Date(now()), tokens);
  const [trusted, judged] = [sessionsOver(http), sessionsOver(guarded)];
  const stored = new Set(opened.map(({ connection }) => connection.id));
  const visits = new Visits({
    open: (connection) => (stored.has(connection.id) ? judged : trusted).open(connection),
    stay: (connection) => stayAway(connection, { running, simulated, books, tokens, now }),
  });
  const shops = books.state === 'open' ? (await books.store.everyShop()).map(({ shop }) => shop) : [];
  return {
    ...{ environment, config, now, simulated, books, sealed, keyless, running, visits, http, witness },
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
