/** One row that the receptionist wrote about a call's order, under our names; what its file has no column for is null. */
export type ReceptionistRow = {
  /** Counts up: later rows of a call are more complete. */
  row_id: number;
  caller_phone: string | null;
  phone: string | null;
  name: string | null;
  pickup_name: string | null;
  /** A sentence, a JSON text, or the lines of a table of items. */
  items: string | Record<string, unknown>[] | null;
  order_type: string | null;
  address: string | null;
  instructions: string | null;
  payment_method: string | null;
  total: string | null;
  /** What the total counts: an INTEGER column holds cents, all others hold "21.95". */
  total_in: 'units' | 'minor';
  /** When the guest wants it, as written. */
  wanted: string | null;
  status: string | null;
  created_at: string | null;
  /** Whether a time without a zone is UTC (SQLite's CURRENT_TIMESTAMP) or the wall clock of the receptionist's machine. */
  created_in: 'utc' | 'local';
};

/** All that the file says of one call. */
export type ReceptionistCall = {
  /** Twilio's Call SID, or whatever else the file tells calls by. */
  key: string;
  /** Oldest first, at least one. */
  rows: ReceptionistRow[];
  /** Whether the end of the call was written down. */
  ended: boolean;
  /** The wall clock of the receptionist's machine. */
  ended_at: string | null;
  /** The restaurant that was called; null where the file does not say. */
  business: { name: string | null; phone: string | null } | null;
  /** How many restaurants the file knows. */
  businesses: number;
};

/** A file of the receptionist, opened for reading only. What cannot be read now (`FileBusy`) can be a moment later. */
export type ReceptionistReader = {
  /** Changes whenever somebody else has written. */
  version(): number;
  /** The calls of rows behind this one, oldest row first. */
  rowsAfter(row_id: number, limit: number): { row_id: number; key: string; created_at: string | null }[];
  /** What identifies a row, so that a file put in place of another is noticed; null where there is no such row. */
  markOf(row_id: number): string | null;
  /** A call by what its rows between these two say; null where there are none. */
  call(key: string, between: { from: number; to: number }): ReceptionistCall | null;
  /** What is wrong with the file itself, each with its repair. */
  defects(): { detail: string; fix: string }[];
  close(): void;
};

/** The file cannot be used: it is missing, no database, or has no orders in it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** The receptionist is writing at this moment. */
export class FileBusy extends Error {
  override readonly name = 'FileBusy';
}
