import { parseArgs } from 'node:util';
import { type Environment, processEnvironment } from '../../server/config';
import { CHECKS } from '../../server/doctor/checks';
import { examine } from '../../server/doctor/examine';
import type { Check, Finding } from '../../server/doctor/finding';
import { openPremises } from '../../server/doctor/open-premises';
import { readSetUp } from '../../server/doctor/set-up';
import { createProgress } from '../progress';
import { toJson, toLines } from './report';
import { openSimulators } from './simulators';

type Options = {
  args: string[];
  environment?: Environment;
  say?: (line: string) => void;
  now?: () => number;
  /** The longest that one answer of somebody else may take. */
  patienceMs?: number;
  /** Whether what is said lands on a terminal that shows colours. */
  colours?: boolean;
  /** Where a progress bar is drawn. */
  terminal?: Parameters<typeof createProgress>[1];
};

const FLAGS = {
  sandbox: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** `orderwire doctor`: what works and what does not, each red line with one fix. Resolves to the exit code. */
export async function doctor(options: Options): Promise<number> {
  const { args, environment = processEnvironment(), say = console.log, now = Date.now } = options;
  const { sandbox, json } = parseArgs({ args, options: FLAGS }).values;
  const { terminal, patienceMs } = options;
  const findings = await look({ environment, sandbox, now, terminal, patienceMs });
  if (json) say(toJson(findings, now()));
  else for (const line of toLines(findings, options.colours ?? hasColours())) say(line);
  return findings.some(({ outcome }) => outcome === 'fail') ? 1 : 0;
}

type Look = { environment: Environment; sandbox: boolean; now: () => number } & Pick<
  Options,
  'terminal' | 'patienceMs'
>;

async function look({ environment, sandbox, now, terminal, patienceMs }: Look): Promise<Finding[]> {
  const setUp = readSetUp(environment);
  if ('findings' in setUp) return setUp.findings;
  const simulators = sandbox ? await openSimulators(setUp) : undefined;
  const premises = await openPremises({
    environment,
    ...(simulators?.setUp ?? setUp),
    simulated: sandbox,
    now,
    patienceMs,
  });
  const progress = createProgress(CHECKS.length, terminal);
  try {
    return await examine(premises, { onDone: (_check: Check) => progress.step() });
  } finally {
    progress.end();
    await premises.close();
    await simulators?.close();
  }
}

function hasColours(): boolean {
  return process.stdout.isTTY === true && process.stdout.hasColors();
}
