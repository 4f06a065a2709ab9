import { outlivesJumps, outlivesTheNight } from './clock';
import { refusesDamage, waitsForAnotherWriter } from './database';
import { survivesAFullDisk } from './disk';
import type { Hardship } from './hardship';
import { handsOver, mailsAgain } from './people';
import { finishesWhatIsOnItsWay, stopsUnderLoad } from './stopping';
import { hearsAtOnce } from './subscribers';

const HARDSHIPS: Hardship[] = [
  stopsUnderLoad,
  finishesWhatIsOnItsWay,
  refusesDamage,
  waitsForAnotherWriter,
  survivesAFullDisk,
  outlivesJumps,
  outlivesTheNight,
  mailsAgain,
  handsOver,
  hearsAtOnce,
];

/** Tries each hardship; whether every promise held. What cannot be tried here says so. */
export async function hardships(): Promise<boolean> {
  let well = true;
  for (const { promise, missing, run } of HARDSHIPS) {
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
