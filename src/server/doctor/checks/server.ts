import { ownAddress } from '../../own-address';
import { type Check, fault, type Seen, well } from '../finding';
import type { Premises, Running } from '../premises';

const SEEN: Record<Running, (address: string) => Seen> = {
  this: (address) => well(`runs at ${address}`),
  nobody: (address) => well(`does not run now (nobody answers at ${address})`),
  other: (address) =>
    fault({
      found: `Something else answers at ${address}: another program, another database's OrderWire, or an earlier version`,
      fix: 'Stop what runs there, or set PORT to another one.',
    }),
};

/** Who answers where the server listens. */
export const server: Check = {
  id: 'server',
  title: 'Server',
  look: ({ running, config, simulated }: Premises) => (simulated ? [] : [SEEN[running](ownAddress(config))]),
};
