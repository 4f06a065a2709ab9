import { FileBusy, type ReceptionistReader } from '../../store/receptionist/records';

export type CallPlace = { key: string; from: number; to: number };

const PAGE = 1_000;
const BUSY_AGAIN_MS = 50;
const MOST_TRIES = 100;

/** Every call of the file with where its rows lie, in the order in which the calls began. */
export async function callsIn(reader: ReceptionistReader): Promise<CallPlace[]> {
  const calls = new Map<string, CallPlace>();
  let cursor = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = await whenFree(() => reader.rowsAfter(cursor, PAGE));
    for (const { key, row_id } of rows)
      calls.set(key, { key, from: calls.get(key)?.from ?? row_id, to: row_id });
    cursor = rows.at(-1)?.row_id ?? cursor;
    if (rows.length < PAGE) return [...calls.values()];
  }
}

/** What a look at the file gives, once its writer is between two writes. */
export async function whenFree<T>(look: () => T): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return look();
    } catch (error) {
      if (!(error instanceof FileBusy) || tries === MOST_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, BUSY_AGAIN_MS));
    }
  }
}
