import { CHECKS } from './checks';
import { type Check, type Finding, fault, type Seen, warning } from './finding';
import type { Premises } from './premises';

type Options = {
  checks?: readonly Check[];
  /** The longest that one check may take. */
  limitMs?: number;
  /** Called as each check comes back. */
  onDone?: (check: Check) => void;
};

/** Runs every check beside the others, and gives what they found in the order of the list. */
export async function examine(premises: Premises, options: Options = {}): Promise<Finding[]> {
  const { checks = CHECKS, onDone = () => {} } = options;
  // One answer, and a second for all around it.
  const { limitMs = premises.patienceMs + 1_000 } = options;
  const findings = new Map<Check, Finding[]>();
  const run = async (check: Check) => {
    const seen = await within(limitMs, check, premises);
    findings.set(
      check,
      seen.map((one) => toFinding(check, one)),
    );
    onDone(check);
  };
  await Promise.all(checks.filter(({ last }) => !last).map(run));
  await Promise.all(checks.filter(({ last }) => last).map(run));
  return checks.flatMap((check) => findings.get(check) ?? []);
}

async function within(limitMs: number, check: Check, premises: Premises): Promise<Seen[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Seen[]>((resolve) => {
    const seen = (check.whenLate === 'warn' ? warning : fault)({
      found: `Nothing came back within ${limitMs / 1000} s.`,
      fix: 'Run the doctor again; if it stays so, look at the network of this machine and at the status page of whoever is asked.',
    });
    timer = setTimeout(() => resolve([seen]), limitMs);
  });
  try {
    return await Promise.race([
      late,
      Promise.resolve()
        .then(() => check.look(premises))
        .catch(broken),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** Only the kind of the error is told: its words may quote what the check was reading. */
function broken(error: unknown): Seen[] {
  return [
    fault({
      found: `This check itself failed (${(error as Error | null)?.name ?? typeof error}).`,
      fix: 'Run the doctor again; if it stays so, report it with the version of OrderWire.',
    }),
  ];
}

function toFinding({ id, title }: Check, seen: Seen): Finding {
  const { about = null, outcome, found } = seen;
  return { check: id, about, title, outcome, found, fix: 'fix' in seen ? seen.fix : null };
}
