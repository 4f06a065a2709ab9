import type { ReceptionistCall, ReceptionistReader } from '../../store/receptionist/records';
import type { ReceptionistLedger, SeenCall } from '../../store/receptionist-ledger';
import { addRows } from '../receptionist/new-rows';
import { momentOf } from '../receptionist/row-values';
import { QUIET_MS } from '../receptionist/standing';
import { latestOf } from '../receptionist/to-order';

const PAGE = 1_000;

type Parts = { file: string; ledger: ReceptionistLedger; now: number };

/** Begins with a file: the calls that are new are noted, all others left alone. Resolves to how many of each. */
export async function beginWith(
  reader: ReceptionistReader,
  { file, ledger, now }: Parts,
  isNew: (call: ReceptionistCall) => boolean,
): Promise<{ noted: number; left: number }> {
  const calls = new Map<string, SeenCall>();
  let cursor = Number.MIN_SAFE_INTEGER;
  for (let isMore = true; isMore; ) {
    const rows = reader.rowsAfter(cursor, PAGE);
    addRows(calls, rows);
    cursor = rows.at(-1)?.row_id ?? cursor;
    isMore = rows.length === PAGE;
  }
  const place = calls.size === 0 ? { cursor: 0, mark: null } : { cursor, mark: reader.markOf(cursor) };
  const noted = [...calls.values()].filter(({ key, first_row, seen_row }) => {
    const call = reader.call(key, { from: first_row, to: seen_row });
    return call !== null && isNew(call);
  });
  await ledger.forgetReceptionistFile(file);
  await ledger.noteReceptionistRows(file, place, noted, now);
  return { noted: noted.length, left: calls.size - noted.length };
}

type Since = {
  /** 0: everything is new. */
  begins_at: number;
  now: number;
  timezone: string;
  /** Whether calls are new whose file tells no time. */
  untimed: boolean;
};

/** Whether a call belongs to the time that is sent: its latest word was written then, or it is still being spoken. */
export function isSince(call: ReceptionistCall, { begins_at, now, timezone, untimed }: Since): boolean {
  if (begins_at === 0) return true;
  const { created_at, created_in } = latestOf(call);
  const at = momentOf(created_at, created_in, timezone);
  if (at === null) return untimed;
  const written = Date.parse(at);
  return written >= begins_at || (!call.ended && Math.abs(now - written) < QUIET_MS);
}
