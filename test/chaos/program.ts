import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../src/cli/demo/free-port';

type Env = Record<string, string>;

/** Whatever ends the harness ends its children. */
const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** The program under test as a process of its own, which dies and comes back. */
export class Program {
  private child: ChildProcess | null = null;
  private constructor(
    readonly url: string,
    private readonly env: Env,
    private readonly log: string,
  ) {}

  static async at(env: Env, log: string): Promise<Program> {
    const port = await freePort();
    return new Program(`http://127.0.0.1:${port}`, { ...env, PORT: String(port) }, log);
  }

  /** Starts it, and gives the milliseconds until it was ready. */
  async start(extra: Env = {}): Promise<number> {
    const from = performance.now();
    const out = openSync(this.log, 'a');
    const child = spawn(process.execPath, [join(__dirname, 'server-process.js')], {
      env: { PATH: process.env.PATH, ...this.env, ...extra },
      stdio: ['ignore', out, out],
      cwd: join(this.log, '..'),
    });
    this.child = child;
    living.add(child);
    child.once('exit', () => living.delete(child));
    for (;;) {
      const ready = await fetch(`${this.url}/readyz`).catch(() => null);
      if (ready?.ok) break;
      if (this.isDead && extra.ORDERWIRE_FAILPOINT) break;
      if (this.isDead) throw new Error(`The program ended before it was ready; see ${this.log}.`);
      await wait(5);
      if (performance.now() - from > 20_000)
        throw new Error(`The program is not ready after 20 s; see ${this.log}.`);
    }
    return performance.now() - from;
  }

  /** Whether it has died by itself. */
  get isDead(): boolean {
    return this.child === null || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const { child } = this;
    if (!child || this.isDead) return child?.exitCode ?? null;
    const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill(signal);
    return gone;
  }
}
