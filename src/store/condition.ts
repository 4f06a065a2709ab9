/** What stands in the outbox and does not move as it should; `oldest` in milliseconds. */
export type Standing = { count: number; oldest: number };

/** What a look at the file alone shows, without a right to write and without bringing it up to date. */
export type Condition = {
  /** The version of SQLite itself. */
  sqlite: string;
  /** How many migrations the file has seen, and how many this program knows. */
  seen: number;
  known: number;
  journal: string;
  /** Rows that were due before this moment and that nobody has taken. */
  overdue(before: number): Standing | null;
  /** Rows that a person has to settle. */
  waitingForPeople(): Standing | null;
  /** When a call to this hook last came through. */
  lastSuccess(hook_id: string): number | null;
  close(): void;
};
