import { outlivesJumps } from './clock';
import { refusesDamage, waitsForAnotherWriter } from './database';
import { survivesAFullDisk } from './disk';
import type { Hardship } from './hardship';
import { finishesWhatIsOnItsWay, stopsUnderLoad } from './stopping';

const HARDSHIPS: Hardship[] = [
  stopsUnderLoad,
  finishesWhatIsOnItsWay,
  refusesDamage,
  waitsForAnotherWriter,
  survivesAFullDisk,
  outlivesJumps,
];

/** Tries each hardship; whether every promise held. What cannot be tried here says so. */
export async function hardships(only = ''): Promise<boolean> {
  let well = true;
  for (const { promise, missing, run } of HARDSHIPS.filter((one) => one.promise.includes(only))) {
    const lacks = missing?.();
    if (lacks !== undefined) {
      console.log(`not run: ${promise} (${lacks})`);
      continue;
    }
    const from = performance.now();
    try {
      const measured = await run();
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      console.log(`ok ${seconds} s: ${promise}${measured ? ` (${measured})` : ''}`);
    } catch (error) {
      well = false;
      console.log(`BROKEN: ${promise}\n  ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return well;
}
if (require.main === module) void hardships(process.argv[2]).then((well) => process.exit(well ? 0 : 1));
