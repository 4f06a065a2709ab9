import type { ReceptionistLedger } from '../receptionist-ledger';

/** An order as it was handed to the outbox last. */
export type BridgeOrder = {
  /** Counts up from 1, as tickets do. */
  number: number;
  reference: string;
  /** 1 when it is new; one more for each change. */
  version: number;
  status: string;
  /** The order as JSON. */
  order_data: string;
  created_at: number;
};

/** What is to be told to the receiver. */
export type BridgeMessage = {
  /** The same for every repeat. */
  id: string;
  reference: string;
  body: string;
  /** How often it was tried in vain. */
  failures: number;
};

/** The bridge's own book, beside the receptionist's file: which calls were seen, what became of them, and what waits to be sent. */
export interface BridgeOutbox extends ReceptionistLedger {
  /** From when on this file's calls are sent: as it was said at the very first run, whatever is said now. */
  beginsAt(file: string, wanted: number): number;
  order(reference: string): BridgeOrder | undefined;
  nextNumber(): number;
  /** Keeps the order and what is to be told of it: both or neither. */
  put(order: BridgeOrder, message: Pick<BridgeMessage, 'id' | 'body'>, at: number): void;
  /** Messages whose time has come, oldest first; of one order only the first that waits, so that none overtakes another. */
  due(now: number, limit: number): BridgeMessage[];
  /** The receiver has it. */
  delivered(id: string): void;
  failed(id: string, next_at: number): void;
  waiting(): number;
  close(): void;
}
