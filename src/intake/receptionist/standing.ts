import type { ReceptionistCall, ReceptionistRow } from '../../store/receptionist/records';
import { momentOf } from './row-values';
import { latestOf } from './to-order';

/** A call's rows grow while it lasts; one that nobody ends has gone quiet after this long. */
export const QUIET_MS = 90_000;
/** An order older than this may have been cooked, or given up, by other means: a person looks first. */
export const STALE_MS = 45 * 60_000;
/** What is older than a day is history. */
export const HISTORY_MS = 24 * 3_600_000;

/** No wall clock is further from UTC. */
const WIDEST_ZONE_MS = 14 * 3_600_000;

type Seen = {
  now: number;
  /** Since when its latest row is known here. */
  since: number;
};

/** Whether nothing more is to be expected of a call. */
export function isSettled(call: ReceptionistCall, { now, since }: Seen): boolean {
  return call.ended || now - Math.min(since, writtenAt(call) ?? since) >= QUIET_MS;
}

/** How old the latest word of a call is at least, in milliseconds. */
export function ageOf(call: ReceptionistCall, now: number): number {
  const { created_at, created_in } = latestOf(call);
  const at = momentOf(created_at, 'utc', 'UTC');
  const doubt = created_in === 'local' ? WIDEST_ZONE_MS : 0;
  return at === null ? 0 : Math.max(0, now - Date.parse(at) - doubt);
}

/** Whether the receptionist was told in the end that nothing is wanted. */
export function isCancelled({ status }: Pick<ReceptionistRow, 'status'>): boolean {
  return status?.toLowerCase().startsWith('cancel') ?? false;
}

/** SQLite's own time of a row. Another clock, or a wall clock of who knows where, proves nothing. */
function writtenAt(call: ReceptionistCall): number | null {
  const { created_at, created_in } = latestOf(call);
  const at = created_in === 'utc' ? momentOf(created_at, 'utc', 'UTC') : null;
  return at === null ? null : Date.parse(at);
}
