import { parseArgs } from 'node:util';
import { HALVES, type Half } from './halves';

export type Options = {
  /** The folders to measure. */
  folders: string[];
  errors: number;
  halves: readonly Half[];
  /** Puts the tables into results.md. */
  write: boolean;
};

const OWN = 'test/corpus/own';

/** The command line. Throws naming what is wrong. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', multiple: true, default: [OWN] },
      errors: { type: 'string', default: '0' },
      half: { type: 'string', default: 'all' },
      write: { type: 'boolean', default: false },
    },
  });
  if (!/^\d{1,5}$/.test(values.errors))
    throw new Error(`--errors is "${values.errors}"; write a whole number.`);
  const halves = values.half === 'all' ? HALVES : HALVES.filter((half) => half === values.half);
  if (halves.length === 0) throw new Error(`--half is "${values.half}"; write ${HALVES.join(', ')} or all.`);
  if (values.write && halves.length < HALVES.length)
    throw new Error('--write writes both halves; leave --half out.');
  return { folders: values.data, errors: Number(values.errors), halves, write: values.write };
}
