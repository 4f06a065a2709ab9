import type { ReceptionistReader } from '../../store/receptionist/records';
import type { FilePlace, ReceptionistLedger, SeenCall } from '../../store/receptionist-ledger';
import { momentOf } from './row-values';
import { STALE_MS } from './standing';

export type Log = (level: 'info' | 'warn' | 'error', message: string) => void;
type Parts = { file: string; ledger: ReceptionistLedger; now: () => number; log: Log };

const PAGE = 500;

/** Writes down which calls have new rows since the last look. */
export async function noteNewRows(reader: ReceptionistReader, parts: Parts): Promise<void> {
  const { file, ledger, now, log } = parts;
  const place = await placeIn(reader, parts);
  let cursor = place?.cursor ?? 0;
  let leftOut = 0;
  for (let isMore = true; isMore; ) {
    const rows = reader.rowsAfter(cursor, PAGE);
    const fresh = place ? rows : rows.filter((row) => !isOld(row.created_at, now()));
    leftOut += rows.length - fresh.length;
    cursor = rows.at(-1)?.row_id ?? cursor;
    const mark = cursor > 0 ? reader.markOf(cursor) : null;
    if (rows.length > 0 || !place) {
      await ledger.noteReceptionistRows(file, { cursor, mark }, callsOf(fresh), now());
    }
    isMore = rows.length === PAGE;
  }
  if (leftOut === 0) return;
  log(
    'info',
    `${leftOut} rows of ${file} are from before: "orderwire import ${file}" keeps them as history.`,
  );
}

/** Whether another file has taken the place of the one that was read so far. */
export function isOtherFile(reader: ReceptionistReader, { cursor, mark }: FilePlace): boolean {
  return cursor !== 0 && reader.markOf(cursor) !== mark;
}

/** Where reading stands; the beginning, where another file has taken the place of the one that was read. */
async function placeIn(
  reader: ReceptionistReader,
  { file, ledger, now, log }: Parts,
): Promise<FilePlace | undefined> {
  const place = await ledger.receptionistPlace(file);
  if (!place || !isOtherFile(reader, place)) return place;
  log('warn', `${file} is another file than before: it is read from its beginning.`);
  const start = { cursor: 0, mark: null };
  await ledger.forgetReceptionistFile(file);
  await ledger.noteReceptionistRows(file, start, [], now());
  return start;
}

/** Adds rows, which come in their order, to the calls that they belong to. */
export function addRows(calls: Map<string, SeenCall>, rows: { row_id: number; key: string }[]): void {
  for (const { row_id, key } of rows) {
    const first_row = calls.get(key)?.first_row ?? row_id;
    calls.set(key, { key, first_row, seen_row: row_id });
  }
}

function callsOf(rows: { row_id: number; key: string }[]): SeenCall[] {
  const calls = new Map<string, SeenCall>();
  addRows(calls, rows);
  return [...calls.values()];
}

/** What was written before the file was followed has been dealt with by other means. */
function isOld(created_at: string | null, now: number): boolean {
  const at = momentOf(created_at, 'utc', 'UTC');
  return at === null || now - Date.parse(at) > STALE_MS;
}
