import type { Simulator } from './simulator';

/** A webhook call that the vendor would make: a dispatcher posts `body` to `url` with `headers`. */
export type VendorNotification = {
  /** Stable, so that a dispatcher knows what it has already sent. */
  id: string;
  at: Date;
  /** '' where nobody has set an address yet: such a call goes nowhere. */
  url: string;
  headers: Record<string, string>;
  body: string;
};

/** A simulator of a vendor that answers first and decides later. */
export type NotifyingSimulator = Simulator & {
  /** Every notification that has come due by `now`, oldest first; asking twice gives the same list. */
  notifications(now: Date): VendorNotification[];
};

/** What staff at the simulated POS can do with a ticket. */
export const STAFF_ACTIONS = ['start', 'ready', 'complete', 'cancel'] as const;
export type StaffAction = (typeof STAFF_ACTIONS)[number];

/** A simulator whose staff act and whose changes are told to a webhook address. */
export type StaffedSimulator = NotifyingSimulator & {
  /** Where calls go and the secret they are signed with, as set in the vendor's dashboard; null stops them. */
  subscribe(webhook: { url: string; secret: string } | null): void;
  /** Staff move a ticket on; false where there is none by this id or this POS has no such step. */
  act(ticketId: string, action: StaffAction, now: Date): boolean;
  /** A guest orders at the counter: an order that OrderWire did not make. Gives its id. */
  ringUp(now: Date): string;
};
