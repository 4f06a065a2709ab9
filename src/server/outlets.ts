import type { PosOutlets } from '../delivery/pos-outlet';
import { PosError } from '../pos/errors';
import type { Connection } from './connections';
import type { Sessions } from './sessions';

/** The connections that configuration holds, for the delivery engine. */
export function configuredOutlets(connections: Connection[], sessions: Sessions): PosOutlets {
  return {
    async open(_restaurant_id, connection_id) {
      const connection = connections.find(({ id }) => id === connection_id);
      if (!connection)
        throw new PosError('credentials', 'pos', `The connection ${connection_id} no longer exists.`);
      return sessions.open(connection);
    },
    renew: async () => false,
    note: async () => {},
  };
}
