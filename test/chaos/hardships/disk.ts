import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectThat, type Hardship } from './hardship';
import { Stage, until } from './stage';

const SIZE = '16m';

/** A small disk of its own, which fills up and is cleared again. */
class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'orderwire-small-disk-'));
  readonly isMounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', this.folder]).status === 0;
  private readonly ballast = join(this.folder, 'ballast');

  constructor() {
    // Whatever ends the harness takes the disk away.
    process.on('exit', () => this.remove());
  }

  /** Leaves not one byte. */
  fill(): void {
    const file = openSync(this.ballast, 'a');
    for (const size of [65_536, 4_096, 1]) {
      const block = Buffer.alloc(size);
      while (this.takes(file, block)) {}
    }
    closeSync(file);
  }

  private takes(file: number, block: Buffer): boolean {
    try {
      return writeSync(file, block) > 0;
    } catch {
      return false;
    }
  }

  clear(): void {
    rmSync(this.ballast);
  }

  remove(): void {
    if (this.isMounted) spawnSync('umount', ['-l', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const survivesAFullDisk: Hardship = {
  promise:
    'acknowledges nothing while the disk is full, says so, and goes on without a restart once there is room',
  missing() {
    const disk = new SmallDisk();
    disk.remove();
    return disk.isMounted ? undefined : 'needs root, to mount a small disk';
  },
  async run() {
    const disk = new SmallDisk();
    const stage = await Stage.open({ folder: disk.folder });
    try {
      await stage.mustStart();
      expectThat((await stage.order('CA-0')).status === 201, 'It takes no orders at all.');
      await until('the first ticket', () => stage.waiting() === 0);
      disk.fill();
      const { acked, refused } = await callUntilRefused(stage);
      expectThat(refused.status === 503, `On a full disk it answers ${refused.status}: ${refused.text}`);
      expectThat(refused.text.includes('disk is full'), `It says only: ${refused.text}`);
      disk.clear();
      const again = await stage.order(refused.ref);
      expectThat(again.status === 201, `With room again it answers ${again.status}: ${await again.text()}`);
      const all = acked + 2;
      await until('every ticket', () => stage.tickets() >= all && stage.waiting() === 0);
      expectThat(stage.tickets() === all, `${stage.tickets()} tickets for ${all} orders.`);
      return `${acked} orders still fitted into the log`;
    } finally {
      await stage.close().catch(() => {});
      disk.remove();
    }
  },
};

/** The log that SQLite writes to still has room inside. */
async function callUntilRefused(stage: Stage) {
  for (let n = 1; n <= 500; n++) {
    const answer = await stage.order(`CA-${n}`);
    if (answer.status === 201) continue;
    return { acked: n - 1, refused: { ref: `CA-${n}`, status: answer.status, text: await answer.text() } };
  }
  throw new Error('The disk never filled up.');
}
