import { check, isWell, report } from './checker';
import { Inspector } from './database';
import { failpointRuns } from './failpoint-runs';
import { hardships } from './hardships';
import { entriesOf } from './history';
import { killLoop } from './kill-loop';
import { type Options, readOptions } from './options';
import { openScene } from './scene';

async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  if (options.hardships) return hardships();
  console.log(`seed ${options.seed}`);
  return options.failpoints ? failpointRuns(options) : kills(options);
}

async function kills(options: Options): Promise<boolean> {
  const from = performance.now();
  const scene = await openScene(options);
  try {
    await killLoop(scene, options);
    const entries = scene.history.read();
    const restarts = entriesOf(entries, 'restart')
      .map(({ ms }) => ms)
      .sort((a, b) => a - b);
    const faults = entriesOf(entries, 'fault').length;
    const zaps = entriesOf(entries, 'zap').filter(({ outcome }) => outcome === 'sent').length;
    const middle = restarts[Math.floor(restarts.length / 2)];
    const seconds = Math.round((performance.now() - from) / 1000);
    console.log(
      `${options.cycles} kills in ${seconds} s; ${faults} faults outside; ${zaps} orders also sent by a Zap; start to ready ${middle} ms (median), ${restarts.at(-1)} ms (most)`,
    );
    const verdict = check(scene.history, new Inspector(scene.database));
    console.log(report(verdict));
    if (options.idempotency) return isWell(verdict);
    // The control proves that this harness would see doubles.
    console.log(
      verdict.doubled.length > 0
        ? 'The negative control fails as it must.'
        : 'THE NEGATIVE CONTROL SHOWS NO DOUBLES: this harness proves nothing.',
    );
    return verdict.doubled.length > 0;
  } finally {
    await scene.close();
  }
}

main().then(
  (well) => process.exit(well ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
