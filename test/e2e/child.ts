import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { FOLDER } from './compile';

const MAIN = join(__dirname, '../../build', FOLDER, 'src/cli/main.js');
const RUN = `require(${JSON.stringify(MAIN)}).main(process.argv.slice(1)).then((code) => { process.exitCode = code; });`;

/** A command of the program in a process of its own. */
export class Child {
  private said = '';
  private constructor(private readonly process: ChildProcess) {
    for (const stream of [process.stdout, process.stderr]) {
      stream?.on('data', (chunk) => {
        this.said += chunk;
      });
    }
  }

  static run(
    args: string[],
    { cwd, environment }: { cwd: string; environment: Record<string, string> },
  ): Child {
    // Nothing of the machine's own settings may reach it.
    const env = { PATH: process.env.PATH, HOME: cwd, ...environment };
    return new Child(spawn(process.execPath, ['-e', RUN, '--', ...args], { cwd, env }));
  }

  /** What it says, once it does: the first group of the pattern. */
  async says(pattern: RegExp): Promise<string> {
    for (let tries = 0; tries < 600; tries++) {
      const found = pattern.exec(this.said)?.[1];
      if (found !== undefined) return found;
      if (this.process.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`It never said ${pattern}:\n${this.said}`);
  }

  stop(): Promise<void> {
    const stopped = new Promise<void>((resolve) => this.process.once('exit', () => resolve()));
    if (this.process.exitCode !== null || !this.process.kill('SIGKILL')) return Promise.resolve();
    return stopped;
  }
}
