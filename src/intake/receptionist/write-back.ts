import type { OrderStatus } from '../../order/status';
import type { ReceptionistLedger } from '../../store/receptionist-ledger';
import { type Ask, must } from '../order-api';
import type { Log } from './new-rows';

/** The words of the receptionist's dashboard; what has none there is not written. */
const WORDS: Partial<Record<OrderStatus, string>> = {
  accepted: 'preparing',
  in_preparation: 'preparing',
  ready: 'ready',
  out_for_delivery: 'ready',
  completed: 'completed',
  cancelled: 'cancelled',
};
const LOOK_BACK_MS = 3_600_000;
const EVERY_MS = 10_000;

type Changed = { external_ref: string; status: OrderStatus; updated_at: string; source: { channel: string } };
type Page = { data: Changed[]; next_cursor: string | null };
export type WriteBackParts = {
  file: string;
  ledger: ReceptionistLedger;
  ask: Ask;
  /** False: the file is being written; again later. */
  write: (row: { row_id: number; status: string }) => boolean;
  now: () => number;
  log: Log;
};

/** Tells the receptionist's own dashboard how far its orders are. Only where the owner has asked for it. */
export class WriteBack {
  private since: number;
  private nextAt = 0;
  constructor(private readonly parts: WriteBackParts) {
    this.since = parts.now() - LOOK_BACK_MS;
  }

  /** One look at what has changed since the last; it never throws. */
  async look(): Promise<void> {
    const from = this.parts.now();
    if (from < this.nextAt) return;
    this.nextAt = from + EVERY_MS;
    try {
      if (await this.writeChanges()) this.since = from - 1_000;
    } catch (error) {
      this.parts.log('warn', `A status was not written to ${this.parts.file}: ${(error as Error).message}`);
    }
  }

  /** Whether all of it is written. */
  private async writeChanges(): Promise<boolean> {
    const { ledger, ask, file, write } = this.parts;
    let isAll = true;
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({
        since: new Date(this.since).toISOString(),
        limit: '100',
        ...(cursor !== null && { cursor }),
      });
      const page: Page = must<Page>(await ask('GET', `/v1/orders?${query}`));
      for (const { external_ref, status, source } of page.data) {
        const word = WORDS[status];
        const known =
          source.channel === 'receptionist' && (await ledger.receptionistCall(file, external_ref));
        if (word && known && !write({ row_id: known.done_row, status: word })) isAll = false;
      }
      cursor = page.next_cursor;
    } while (cursor !== null);
    return isAll;
  }
}
