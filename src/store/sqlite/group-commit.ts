import type { Database, Statement } from 'better-sqlite3';
import { StoreUnavailable } from '../store';

type Job = { run: () => unknown; resolve: (value: unknown) => void; reject: (reason: unknown) => void };
type Settled = { job: Job } & ({ value: unknown } | { error: unknown });

/** How many writes share one commit at most: keeps one flush short. */
const MOST_IN_A_BATCH = 500;
const BUSY_FOR_MS = 2_000;
const BUSY_AGAIN_MS = 25;

const STEPS = {
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  mark: 'SAVEPOINT job',
  keep: 'RELEASE job',
  undo: 'ROLLBACK TO job',
};
type Step = keyof typeof STEPS;

/**
 * Writes wait until the event loop has read what else has arrived, then share one transaction and one sync to the disk.
 * Each has its own savepoint, so one that fails leaves the others alone, and each is answered only after the commit.
 */
export class GroupCommit {
  private queue: Job[] = [];
  private timer: NodeJS.Timeout | NodeJS.Immediate | null = null;
  private busySince: number | null = null;
  private failed: StoreUnavailable | null = null;
  private idle: (() => void)[] = [];

  private readonly run: (step: Step) => void;

  constructor(private readonly db: Database) {
    const entries = Object.entries(STEPS).map(([step, sql]) => [step, db.prepare(sql)]);
    const statements = Object.fromEntries(entries) as Record<Step, Statement>;
    this.run = (step) => statements[step].run();
  }

  /** Runs a synchronous write in the next commit. */
  write<T>(run: () => T): Promise<T> {
    if (this.failed) return Promise.reject(this.failed);
    return new Promise((resolve, reject) => {
      this.queue.push({ run, resolve: resolve as (value: unknown) => void, reject });
      this.timer ??= setImmediate(() => this.flush());
    });
  }

  /** Resolves once nothing waits to be written. */
  drained(): Promise<void> {
    return this.timer === null ? Promise.resolve() : new Promise((resolve) => this.idle.push(resolve));
  }

  private flush(): void {
    this.timer = null;
    const batch = this.queue.splice(0, MOST_IN_A_BATCH);
    try {
      this.commit(batch);
      this.busySince = null;
    } catch (error) {
      if (this.db.inTransaction) this.run('rollback');
      this.putBackOrReject(batch, error);
    }
    if (this.queue.length > 0) this.timer ??= setImmediate(() => this.flush());
    if (this.timer === null) for (const resolve of this.idle.splice(0)) resolve();
  }

  private commit(batch: Job[]): void {
    this.run('begin');
    const settled = batch.map((job) => this.attempt(job));
    this.run('commit');
    for (const one of settled) {
      if ('error' in one) one.job.reject(one.error);
      else one.job.resolve(one.value);
    }
  }

  private attempt(job: Job): Settled {
    this.run('mark');
    try {
      const value = job.run();
      this.run('keep');
      return { job, value };
    } catch (error) {
      // A full disk ends the whole transaction: then no earlier job of the batch was written either.
      if (!this.db.inTransaction) throw error;
      this.run('undo');
      this.run('keep');
      return { job, error };
    }
  }

  /** Another process holds the write lock: wait for it without blocking, up to two seconds. */
  private putBackOrReject(batch: Job[], error: unknown): void {
    const code = (error as { code?: unknown }).code;
    const isBusy = typeof code === 'string' && code.startsWith('SQLITE_BUSY');
    this.busySince ??= isBusy ? performance.now() : null;
    if (isBusy && performance.now() - (this.busySince ?? 0) < BUSY_FOR_MS) {
      this.queue.unshift(...batch);
      this.timer = setTimeout(() => this.flush(), BUSY_AGAIN_MS);
      return;
    }
    this.busySince = null;
    for (const job of batch) job.reject(this.toUnavailable(code, error));
  }

  private toUnavailable(code: unknown, error: unknown): unknown {
    if (typeof code !== 'string') return error;
    if (code.startsWith('SQLITE_BUSY'))
      return new StoreUnavailable('Another program is writing to the database. Send the request again.', 1);
    if (code === 'SQLITE_FULL')
      return new StoreUnavailable('The disk is full: nothing can be stored until there is room.', 60);
    if (!code.startsWith('SQLITE_IOERR')) return error;
    // What a failed sync left behind cannot be known, and trying again would pretend it can.
    this.failed = new StoreUnavailable(
      'The disk failed while writing. Check it, then restart OrderWire.',
      60,
    );
    return this.failed;
  }
}
