import { addRows } from '../../intake/receptionist/new-rows';
import { whenFree } from '../../intake/receptionist/when-free';
import type { ReceptionistReader } from '../../store/receptionist/records';
import type { SeenCall } from '../../store/receptionist-ledger';

const PAGE = 1_000;
const MOST_TRIES = 100;

/** Looks at the file, as often as its writer is in the middle of something. */
export const patiently = <T>(look: () => T): Promise<T> => whenFree(look, MOST_TRIES);

/** Every call of the file with where its rows lie, in the order in which the calls began. */
export async function callsIn(reader: ReceptionistReader): Promise<SeenCall[]> {
  const calls = new Map<string, SeenCall>();
  let cursor = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = await patiently(() => reader.rowsAfter(cursor, PAGE));
    addRows(calls, rows);
    cursor = rows.at(-1)?.row_id ?? cursor;
    if (rows.length < PAGE) return [...calls.values()];
  }
}
