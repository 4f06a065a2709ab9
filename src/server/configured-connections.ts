import { existsSync, readFileSync } from 'node:fs';
import { InputProblems } from '../order/problems';
import type { Environment } from './config';
import { type Connections, connectionFromEnv, connectionsFromFile } from './connections';

/** The connections of both places where configuration holds them: `POS_…` variables and the `ORDERWIRE_CONNECTIONS` file. */
export function readConnections(environment: Environment): Connections {
  const one = connectionFromEnv(environment);
  const file = environment.ORDERWIRE_CONNECTIONS;
  if (!file) return one;
  const several = connectionsFromFile(readJson(file));
  return {
    connections: [...one.connections, ...several.connections],
    notices: [...one.notices, ...several.notices],
  };
}

function readJson(file: string): unknown {
  const refuse = (message: string): never => {
    throw new InputProblems([{ path: 'ORDERWIRE_CONNECTIONS', message }]);
  };
  if (!existsSync(file)) return refuse(`${file} does not exist; write the path of a JSON file.`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse(`${file} is not JSON: ${(error as Error).message}.`);
  }
}
