import { createGuardedHttpClient } from '../guarded-http-client';
import { createHttpClient } from '../http-client';
import type { AddressPolicy } from '../public-address';
import { sealedTokens } from '../sealed-tokens';
import type { SecretBox } from '../secret-box';
import { Sessions } from '../sessions';
import type { ClockWitness } from './clock-witness';
import type { Premises } from './premises';
import { stayAway } from './stay-away';
import { Visits } from './visits';

type Parts = Pick<Premises, 'running' | 'simulated' | 'books' | 'now' | 'patienceMs'> & {
  box: SecretBox | null;
  witness: ClockWitness;
  addresses: AddressPolicy;
  /** The connections that were made through the API: their addresses are judged, as tenants wrote them. */
  stored: ReadonlySet<string>;
};

/** Ways to each POS as the server has them, with the tokens that it has kept. */
export function openVisits(parts: Parts): Visits {
  const { running, simulated, books, now, patienceMs, box, witness, addresses, stored } = parts;
  const tokens =
    box && books.state === 'open' && !simulated ? sealedTokens(books.store, box, now) : undefined;
  const sessionsOver = (http: ReturnType<typeof createHttpClient>) =>
    new Sessions(witness.watch(http), () => new Date(now()), tokens);
  const trusted = sessionsOver(createHttpClient());
  const judged = sessionsOver(createGuardedHttpClient(addresses));
  return new Visits({
    open: (connection) => (stored.has(connection.id) ? judged : trusted).open(connection),
    stay: (connection) => stayAway(connection, { running, simulated, books, tokens, now }),
    patienceMs,
  });
}
