import { setTimeout as wait } from 'node:timers/promises';
import { FileBusy } from '../../store/receptionist/records';
import type { Log } from '../receptionist/new-rows';
import { whenFree } from '../receptionist/when-free';
import type { CallReader } from './call-reader';
import { type Pusher, ReceiverGone } from './pusher';

type Parts = { reader: CallReader; pusher: Pusher; log: Log; everyMs?: number };

const EVERY_MS = 500;
const MOST_TRIES = 200;

/** Reads and sends side by side until it is told to stop: a receiver that hangs holds up no reading. Throws `ReceiverGone`. */
export async function runBridge(parts: Parts, stop: AbortController): Promise<void> {
  const { reader, pusher, everyMs = EVERY_MS } = parts;
  const rounds = [() => reader.look(), () => pusher.sendDue()].map((work) =>
    repeat(work, { ...parts, everyMs, signal: stop.signal }).catch((error) => {
      stop.abort();
      throw error;
    }),
  );
  const ends = await Promise.allSettled(rounds);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}

type Rounds = { everyMs: number; signal: AbortSignal; log: Log };

/** Again and again. What goes wrong is said once, and tried again. */
async function repeat(work: () => Promise<unknown>, { everyMs, signal, log }: Rounds): Promise<void> {
  let complaint = '';
  while (!signal.aborted) {
    try {
      await work();
      complaint = '';
    } catch (error) {
      if (error instanceof ReceiverGone) throw error;
      const { message } = error as Error;
      const isNews = !(error instanceof FileBusy) && message !== complaint;
      if (isNews) log('error', message);
      complaint = isNews ? message : complaint;
    }
    await wait(everyMs, undefined, { signal }).catch(() => {});
  }
}

/** Reads and sends once. Resolves to what is left to another time. Throws `ReceiverGone` and `UnreadableFile`. */
export async function drainBridge({ reader, pusher }: Parts): Promise<{ talking: number; unsent: number }> {
  const talking = await whenFree(() => reader.look(), MOST_TRIES);
  return { talking, unsent: await pusher.drain() };
}
