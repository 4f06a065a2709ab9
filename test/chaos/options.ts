import { parseArgs } from 'node:util';

export type Options = {
  cycles: number;
  seed: number;
  idempotency: boolean;
  failpoints: boolean;
  hardships: boolean;
  /** Keeps histories and database, and says where. */
  keep: boolean;
};

/** The command line; a seed that was not given is drawn and printed. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      cycles: { type: 'string', default: '50' },
      seed: { type: 'string' },
      'no-idempotency': { type: 'boolean', default: false },
      failpoints: { type: 'boolean', default: false },
      hardships: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  });
  const whole = (name: string, text: string) => {
    if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} is "${text}"; write a whole number.`);
    return Number(text);
  };
  return {
    cycles: whole('cycles', values.cycles),
    seed: values.seed === undefined ? Math.floor(Math.random() * 1e9) : whole('seed', values.seed),
    idempotency: !values['no-idempotency'],
    failpoints: values.failpoints,
    hardships: values.hardships,
    keep: values.keep,
  };
}
