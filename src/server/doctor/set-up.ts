import { InputProblems } from '../../order/problems';
import { type Config, type Environment, readConfig } from '../config';
import { readConnections } from '../configured-connections';
import type { Connections } from '../connections';
import type { Finding } from './finding';

export type SetUp = { config: Config; configured: Connections };

/** The set-up as configuration has it; where that cannot be read, a finding for each variable that stands in the way. */
export function readSetUp(environment: Environment): SetUp | { findings: Finding[] } {
  const findings: Finding[] = [];
  const reading = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputProblems)) throw error;
      findings.push(...error.problems.map(toFinding));
      return undefined;
    }
  };
  const config = reading(() => readConfig(environment));
  const configured = reading(() => readConnections(environment));
  return config && configured && findings.length === 0 ? { config, configured } : { findings };
}

function toFinding({ path, message }: InputProblems['problems'][number]): Finding {
  const isVariable = /^[A-Z_]+$/.test(path);
  const place = isVariable ? `${path} in .env` : 'the file that ORDERWIRE_CONNECTIONS names';
  return {
    check: 'setting',
    about: path || null,
    title: 'Setting',
    outcome: 'fail',
    found: message,
    fix: `Correct ${place} as the line above says, and run the doctor again: until then nothing else can be looked at.`,
  };
}
