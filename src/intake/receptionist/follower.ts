import { FileBusy, type ReceptionistReader, UnreadableFile } from '../../store/receptionist/records';
import type { LedgerCall, ReceptionistLedger } from '../../store/receptionist-ledger';
import type { Ask } from '../order-api';
import { fetchShops } from './api';
import { type Log, noteNewRows } from './new-rows';
import type { ReadText } from './reading';
import { type CallOutcome, type Parts, takeCall } from './take-call';

/** A call that a person must see to. `location_id` null: nobody knows whose it is. It holds no guest's data. */
export type Trouble = { key: string; row: number; location_id: string | null; why: string };
export type FollowerParts = {
  file: string;
  /** Opens the file; throws `UnreadableFile` or `FileBusy`. */
  open: () => ReceptionistReader;
  /** Changes when another file stands in its place. */
  identityOf: () => string;
  ledger: ReceptionistLedger;
  ask: Ask;
  read: ReadText;
  now: () => number;
  tell: (trouble: Trouble) => Promise<void>;
  log: Log;
};

const MOST_AT_ONCE = 500;
const AGAIN_MS = 30_000;

/** Follows a receptionist's file: what it writes there becomes orders here, at least once, and by its reference never twice. */
export class Follower {
  private reader: ReceptionistReader | null = null;
  private identity = '';
  private version: number | null = null;
  private complaint = '';
  constructor(private readonly parts: FollowerParts) {}

  /** One look. It never throws: what goes wrong is logged once, and tried again. */
  async look(): Promise<void> {
    try {
      const reader = this.opened();
      const version = reader.version();
      if (version !== this.version) await noteNewRows(reader, this.parts);
      this.version = version;
      await this.takeDue(reader);
      this.complaint = '';
    } catch (error) {
      if (error instanceof FileBusy) return;
      this.close();
      const { message } = error as Error;
      if (message !== this.complaint) this.parts.log('error', message);
      this.complaint = message;
    }
  }

  close(): void {
    this.reader?.close();
    this.reader = null;
    this.version = null;
  }

  private opened(): ReceptionistReader {
    const identity = this.parts.identityOf();
    if (identity !== this.identity) this.close();
    this.identity = identity;
    this.reader ??= this.parts.open();
    return this.reader;
  }

  private async takeDue(reader: ReceptionistReader): Promise<void> {
    const { ledger, file, now, ask, read, log } = this.parts;
    const due = await ledger.receptionistCallsDue(file, now(), MOST_AT_ONCE);
    if (due.length === 0) return;
    const shops = await fetchShops(ask);
    for (const known of due) {
      const { key, first_row, seen_row } = known;
      try {
        const call = reader.call(key, { from: first_row, to: seen_row });
        const parts: Parts = { ask, read, shops, now: now() };
        await this.settle(known, call && (await takeCall(call, known, parts)));
      } catch (error) {
        if (error instanceof FileBusy || error instanceof UnreadableFile) throw error;
        // One call must not hold up the others.
        log('error', `The call ${key} could not be taken over: ${(error as Error).message}`);
        await ledger.postponeReceptionistCall(file, key, now() + AGAIN_MS);
      }
    }
  }

  private async settle({ key, seen_row }: LedgerCall, came: CallOutcome | null): Promise<void> {
    const { ledger, file, now, log, tell } = this.parts;
    if (came?.outcome === 'waits') return;
    if (came?.outcome === 'stuck' || came?.outcome === 'left out') {
      const { why, location_id = null } = came;
      log('warn', `The call ${key}: ${why}`);
      await tell({ key, row: seen_row, location_id, why });
    }
    if (came?.outcome === 'stuck') return ledger.postponeReceptionistCall(file, key, now() + AGAIN_MS);
    if (came?.outcome === 'done' && came.note) log('info', `The call ${key} became no order: ${came.note}.`);
    const order_id = came?.outcome === 'done' ? came.order_id : null;
    await ledger.settleReceptionistCall(file, { key, done_row: seen_row, order_id }, now());
  }
}
