import type { Premises } from './premises';

/** `fail` needs somebody, `warn` stops nothing, `skipped` says why nothing was looked at. */
export type Outcome = 'ok' | 'warn' | 'fail' | 'skipped';

/** What a check saw of one thing. Where it is not as it should be, the one thing to do about it, and where. */
export type Seen = {
  /** The connection, shop, hook, number or variable; absent: there is only one of it. */
  about?: string;
  found: string;
} & ({ outcome: 'ok' | 'skipped' } | { outcome: 'warn' | 'fail'; fix: string });

/** One thing that can be wrong with a set-up. It changes nothing, and gives nothing where its question does not arise. */
export type Check = {
  id: string;
  title: string;
  look(premises: Premises): Promise<Seen[]> | Seen[];
  /** What it means that nothing came back in time; absent: it is red. */
  whenLate?: 'warn';
  /** Looks at what the others brought home. */
  last?: true;
};

/** One line of the report, the same for the terminal, for `--json` and for pages. */
export type Finding = {
  check: string;
  about: string | null;
  title: string;
  outcome: Outcome;
  found: string;
  fix: string | null;
};

export const well = (found: string, about?: string): Seen => ({ outcome: 'ok', found, ...named(about) });
export const skipped = (found: string, about?: string): Seen => ({
  outcome: 'skipped',
  found,
  ...named(about),
});

type Trouble = { found: string; fix: string; about?: string };
export const warning = (trouble: Trouble): Seen => ({ outcome: 'warn', ...trouble });
export const fault = (trouble: Trouble): Seen => ({ outcome: 'fail', ...trouble });

const named = (about: string | undefined) => (about === undefined ? {} : { about });
