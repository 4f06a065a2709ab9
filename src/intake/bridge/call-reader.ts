import { FileBusy, type ReceptionistReader, UnreadableFile } from '../../store/receptionist/records';
import type { LedgerCall } from '../../store/receptionist-ledger';
import { isOtherFile, type Log, noteNewRows } from '../receptionist/new-rows';
import { beginWith, isSince } from './begin';
import { type CallFate, type CallParts, takeCall } from './take-call';

export type ReaderParts = CallParts & {
  file: string;
  /** Opens the file; throws `UnreadableFile` or `FileBusy`. */
  open: () => ReceptionistReader;
  /** From when on calls are sent, where this is the first run. */
  begins_at: number;
  log: Log;
};

const PAGE = 500;
const AGAIN_MS = 30_000;

/** Reads a receptionist's file into the outbox: every call once it is over, and what is said of it later. */
export class CallReader {
  private complained = new Set<string>();
  constructor(private readonly parts: ReaderParts) {}

  /** One look: how many calls still wait for their end. Throws `FileBusy` and `UnreadableFile`; what it did until then stays. */
  async look(): Promise<number> {
    // Opened anew each time: another file may have taken the place of the one that was read.
    const reader = this.parts.open();
    try {
      await this.note(reader);
      return await this.takeDue(reader);
    } finally {
      reader.close();
    }
  }

  private async note(reader: ReceptionistReader): Promise<void> {
    const { file, outbox, now, log, shop } = this.parts;
    const place = await outbox.receptionistPlace(file);
    const isOther = place !== undefined && isOtherFile(reader, place);
    if (place && !isOther) return noteNewRows(reader, { file, ledger: outbox, now, log });
    const begins_at = outbox.beginsAt(file, this.parts.begins_at);
    const since = { begins_at, now: now(), timezone: shop.timezone, untimed: isOther };
    const { noted, left } = await beginWith(reader, { file, ledger: outbox, now: now() }, (call) =>
      isSince(call, since),
    );
    if (isOther) log('warn', `${file} is not the file that it was. Calls looked at again: ${noted}.`);
    else if (left > 0) log('info', `Calls from before that are left alone: ${left}. Taken: ${noted}.`);
  }

  private async takeDue(reader: ReceptionistReader): Promise<number> {
    const { outbox, file, now } = this.parts;
    const waiting = new Set<string>();
    for (;;) {
      const due = await outbox.receptionistCallsDue(file, now(), PAGE);
      const fresh = due.filter(({ key }) => !waiting.has(key));
      if (fresh.length === 0) return waiting.size;
      for (const known of fresh) if ((await this.take(reader, known)) === 'waits') waiting.add(known.key);
    }
  }

  private async take(reader: ReceptionistReader, known: LedgerCall): Promise<CallFate | null> {
    const { key, first_row, seen_row, seen_at } = known;
    try {
      const call = reader.call(key, { from: first_row, to: seen_row });
      const fate = call && (await takeCall(call, seen_at, this.parts));
      await this.settle(known, fate);
      return fate;
    } catch (error) {
      if (error instanceof FileBusy || error instanceof UnreadableFile) throw error;
      // One call must not hold up the others.
      await this.postpone(key, `could not be taken and is tried again: ${(error as Error).message}`);
      return null;
    }
  }

  private async settle({ key, seen_row }: LedgerCall, fate: CallFate | null): Promise<void> {
    const { outbox, file, now, log } = this.parts;
    if (fate === 'waits') return;
    if (fate === 'stuck') return this.postpone(key, STUCK);
    if (fate === 'cancelled') log('info', `The call ${key} was cancelled: nothing is sent.`);
    const order = fate !== null && typeof fate === 'object' ? fate : null;
    if (order) log('info', `#${order.number} ${order.reference}: ${wordFor(order)}`);
    const done = { key, done_row: seen_row, order_id: order?.reference ?? null };
    await outbox.settleReceptionistCall(file, done, now());
  }

  private async postpone(key: string, why: string): Promise<void> {
    const { outbox, file, now, log } = this.parts;
    if (!this.complained.has(key)) log('warn', `The call ${key} ${why}`);
    this.complained.add(key);
    await outbox.postponeReceptionistCall(file, key, now() + AGAIN_MS);
  }
}

const STUCK =
  'waits: the file does not say clearly which restaurant it was for. Start one bridge for each with --number, and an --outbox of its own.';

function wordFor({ version, status }: { version: number; status: string }): string {
  if (status === 'cancelled') return 'cancelled, is told.';
  const word = version === 1 ? 'new order' : `changed (version ${version})`;
  return status === 'held' ? `${word}, with a question on its ticket.` : `${word}.`;
}
