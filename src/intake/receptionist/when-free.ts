import { setTimeout as wait } from 'node:timers/promises';
import { FileBusy } from '../../store/receptionist/records';

const BUSY_AGAIN_MS = 50;

/** What a look at the file gives, once its writer is between two writes; throws `FileBusy` after so many tries. */
export async function whenFree<T>(look: () => T | Promise<T>, mostTries: number): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof FileBusy) || tries === mostTries) throw error;
      await wait(BUSY_AGAIN_MS);
    }
  }
}
