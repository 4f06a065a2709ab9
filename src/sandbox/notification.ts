import type { Simulator } from './simulator';

/** A webhook call that the vendor would make: a dispatcher posts `body` to `url` with `headers`. */
export type VendorNotification = {
  /** Stable, so that a dispatcher knows what it has already sent. */
  id: string;
  at: Date;
  url: string;
  headers: Record<string, string>;
  body: string;
};

/** A simulator of a vendor that answers first and decides later. */
export type NotifyingSimulator = Simulator & {
  /** Every notification that has come due by `now`, oldest first; asking twice gives the same list. */
  notifications(now: Date): VendorNotification[];
};
