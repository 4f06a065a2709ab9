import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** What stands beside the numbers, as they mean nothing without it. */
export type Machine = { text: string; syncsPerSecond: number };

const SYNC_FOR_MS = 1_500;
const PAGE = Buffer.alloc(4096, 1);

/** This machine, and how often its disk puts 4 KB down safely (write and fdatasync, one after the other). */
export function lookAtMachine(file: string): Machine {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');
  return {
    syncsPerSecond: syncs(file),
    text: `${cpus().length} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${gigabytes} GB, ${process.platform} ${release()}, Node ${process.versions.node}; load average ${load} before it began`,
  };
}

function syncs(file: string): number {
  const fd = openSync(file, 'w');
  const from = performance.now();
  let count = 0;
  for (; performance.now() - from < SYNC_FOR_MS; count++) {
    writeSync(fd, PAGE, 0, PAGE.length, count * PAGE.length);
    fdatasyncSync(fd);
  }
  const seconds = (performance.now() - from) / 1000;
  closeSync(fd);
  rmSync(file);
  return count / seconds;
}
