import Database from 'better-sqlite3';

/** Looks into the program's database from outside. */
export class Inspector {
  constructor(private readonly file: string) {}

  private look<T>(read: (db: Database.Database) => T): T {
    const db = new Database(this.file, { readonly: true, fileMustExist: true });
    try {
      return read(db);
    } finally {
      db.close();
    }
  }

  /** Orders that no POS has yet, as far as the program knows. */
  waiting(): number {
    return this.count(`kind = 'pos' AND state NOT IN (${DONE})`);
  }

  /** Rows that something will still happen to by itself. */
  open(): number {
    return this.count(`state NOT IN (${DONE}) AND NOT (kind <> 'pos' AND next_attempt_at IS NULL)`);
  }

  /** When the last of them is due: a subscriber that was called in vain is called again after minutes, then hours. */
  lastDue(): number {
    const sql = `SELECT coalesce(max(next_attempt_at), 0) FROM deliveries WHERE state NOT IN (${DONE})`;
    return this.look((db) => db.prepare(sql).pluck().get()) as number;
  }

  states(): string {
    const sql = `SELECT kind, state, count(*) AS n, max(reason) AS reason FROM deliveries WHERE state NOT IN (${DONE}) GROUP BY kind, state`;
    return JSON.stringify(this.look((db) => db.prepare(sql).all()));
  }

  orders(): { id: string; external_ref: string; times: number }[] {
    const sql = 'SELECT id, external_ref, count(*) AS times FROM orders GROUP BY location_id, external_ref';
    return this.look((db) => db.prepare(sql).all()) as { id: string; external_ref: string; times: number }[];
  }

  integrity(): string {
    return this.look((db) => String(db.pragma('integrity_check', { simple: true })));
  }

  private count(where: string): number {
    return this.look((db) =>
      db.prepare(`SELECT count(*) FROM deliveries WHERE ${where}`).pluck().get(),
    ) as number;
  }
}

const DONE = "'delivered', 'delivered_degraded', 'confirmed_by_pos'";
