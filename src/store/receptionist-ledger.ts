/** How far a receptionist's file has been read. */
export type FilePlace = { cursor: number; mark: string | null };

/** A call of the file, as far as it has become an order. */
export type LedgerCall = {
  key: string;
  first_row: number;
  seen_row: number;
  /** 0: no order yet. */
  done_row: number;
  order_id: string | null;
  /** When its latest row was first seen here. */
  seen_at: number;
};
export type SeenCall = Pick<LedgerCall, 'key' | 'first_row' | 'seen_row'>;

/** What has been made of a receptionist's own database: in our file, as nothing is ever written into theirs. */
export interface ReceptionistLedger {
  /** undefined: it was never followed. */
  receptionistPlace(file: string): Promise<FilePlace | undefined>;
  /** Rows were read up to this place, and these calls have new ones: all of it or nothing. */
  noteReceptionistRows(file: string, place: FilePlace, calls: SeenCall[], at: number): Promise<void>;
  /** Another file stands in its place: what was read of the first says nothing about it. */
  forgetReceptionistFile(file: string): Promise<void>;
  receptionistCall(file: string, key: string): Promise<LedgerCall | undefined>;
  /** Calls to be looked at, the longest waiting first. */
  receptionistCallsDue(file: string, now: number, limit: number): Promise<LedgerCall[]>;
  /** The call's rows up to this one have become the order; later ones are due. `order_id` null: they became none. */
  settleReceptionistCall(
    file: string,
    call: Pick<LedgerCall, 'key' | 'done_row' | 'order_id'>,
    at: number,
  ): Promise<void>;
  /** The call is looked at again then. */
  postponeReceptionistCall(file: string, key: string, next_at: number): Promise<void>;
}
