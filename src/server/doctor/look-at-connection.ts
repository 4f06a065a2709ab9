import type { Shop } from '../../order/shop';
import type { ConnectionRecord } from '../../store/records';
import { proofOf } from '../address-proof';
import type { Connection } from '../connections';
import { createHttpClient } from '../http-client';
import { CannotOpen } from '../secret-box';
import type { Services } from '../services';
import { connectionSettings } from './checks/connection-settings';
import { publicAddress } from './checks/public-address';
import { shopFacts } from './checks/shop-facts';
import { ClockWitness } from './clock-witness';
import { examine } from './examine';
import type { Finding } from './finding';
import type { Premises } from './premises';
import { Visits } from './visits';

/** What concerns one connection and reads no file. */
const CHECKS = [connectionSettings, shopFacts, publicAddress];
/** Somebody waits for the page. */
const PATIENCE_MS = 2_500;

/** What the doctor finds wrong with one connection right now, asked by the server itself. */
export async function troublesOf(
  record: ConnectionRecord,
  shop: Shop,
  services: Services,
): Promise<Finding[]> {
  try {
    const connection = services.directory.inTheClear(record);
    const findings = await examine(premisesOf(connection, { record, shop, services }), { checks: CHECKS });
    return findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn');
  } catch (error) {
    // That its credentials do not open is what the connection itself says.
    if (error instanceof CannotOpen) return [];
    throw error;
  }
}

type Parts = { record: ConnectionRecord; shop: Shop; services: Services };

function premisesOf(connection: Connection, { record, shop, services }: Parts): Premises {
  const { config, now, directory, ownSecret } = services;
  const source = record.source === 'api' ? 'store' : 'file';
  return {
    ...{ environment: {}, config, now, patienceMs: PATIENCE_MS, simulated: false },
    books: { state: 'none' },
    running: 'this',
    ...{ notices: [], sealed: [], keyless: null },
    shops: [shop],
    connections: [{ connection, source }],
    proofOf: (nonce) => proofOf(nonce, ownSecret),
    visits: new Visits({
      open: () => directory.open(record),
      stay: async () => null,
      patienceMs: PATIENCE_MS,
    }),
    http: createHttpClient(),
    witness: new ClockWitness(now),
  };
}
