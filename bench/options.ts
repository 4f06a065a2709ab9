import { join } from 'node:path';
import { parseArgs } from 'node:util';

export const SUITES = ['post', 'commit', 'poll', 'wire', 'memory', 'match'] as const;
export type SuiteName = (typeof SUITES)[number];
export type Options = {
  suites: SuiteName[];
  pairs: number;
  /** How long each run of a pair takes. */
  seconds: number;
  /** How many orders the large database holds; the small one holds a hundredth. */
  orders: number;
  /** The folder for CPU profiles of the servers; null: none are made, as they cost time. */
  profiles: string | null;
};

/** The command line. Throws naming what is wrong. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      suite: { type: 'string', multiple: true, default: [] },
      pairs: { type: 'string', default: '6' },
      seconds: { type: 'string', default: '3' },
      orders: { type: 'string', default: '1000000' },
      profile: { type: 'boolean', default: false },
    },
  });
  const whole = (name: string, text: string, least: number) => {
    if (/^\d{1,8}$/.test(text) && Number(text) >= least) return Number(text);
    throw new Error(`--${name} is "${text}"; write a whole number from ${least}.`);
  };
  const chosen = values.suite.map((text) => {
    const found = SUITES.find((name) => name === text);
    if (!found) throw new Error(`--suite is "${text}"; write one of ${SUITES.join(', ')}.`);
    return found;
  });
  return {
    suites: chosen.length > 0 ? chosen : [...SUITES],
    pairs: whole('pairs', values.pairs, 5),
    seconds: whole('seconds', values.seconds, 1),
    orders: whole('orders', values.orders, 100_000),
    profiles: values.profile ? join(__dirname, '../../profiles') : null,
  };
}
