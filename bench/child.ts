import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

type Answer = { value?: unknown; error?: string };
const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** A part of the bench in a process of its own, which answers one call at a time. */
export class Child<Calls extends Record<string, (argument: never) => Promise<unknown>>> {
  private readonly died: Promise<never>;
  private constructor(private readonly process: ChildProcess) {
    this.died = once(process, 'exit').then(() =>
      Promise.reject(new Error('A process of the bench has ended.')),
    );
    this.died.catch(() => {});
  }

  /** Starts the module at this path below bench/; profiled, it writes a CPU profile to this folder when it ends. */
  static start<Calls extends Record<string, (argument: never) => Promise<unknown>>>(
    path: string,
    profiles: string | null = null,
  ): Child<Calls> {
    const execArgv = profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [];
    const child = fork(join(__dirname, `${path}.js`), { execArgv });
    living.add(child);
    child.once('exit', () => living.delete(child));
    return new Child<Calls>(child);
  }

  async call<Name extends keyof Calls & string>(
    name: Name,
    argument: Parameters<Calls[Name]>[0],
  ): Promise<Awaited<ReturnType<Calls[Name]>>> {
    const answered = once(this.process, 'message');
    this.process.send({ name, argument });
    const [answer] = (await Promise.race([answered, this.died])) as [Answer];
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as Awaited<ReturnType<Calls[Name]>>;
  }

  async end(): Promise<void> {
    const gone = once(this.process, 'exit');
    this.process.disconnect();
    await gone;
  }
}

/** The other end: runs what it is called for, and leaves when nobody is left to call. */
export function answerCalls(calls: Record<string, (argument: never) => Promise<unknown>>): void {
  process.on('message', async ({ name, argument }: { name: string; argument: never }) => {
    const answer = await Promise.resolve(calls[name]?.(argument)).then(
      (value): Answer => ({ value }),
      (error: unknown): Answer => ({ error: error instanceof Error ? (error.stack ?? error.message) : '?' }),
    );
    process.send?.(answer);
  });
  process.on('disconnect', () => process.exit(0));
}
