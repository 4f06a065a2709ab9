import type { HttpResponse } from '../http';

/** A request as a simulator sees it: `path` is relative to the vendor's base address and starts with a slash. */
export type SimulatorRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** The raw body, '' when there was none. */
  body: string;
};

/** What the world outside the request decides: the time, and the faults that only the vendor's own logic can act out. */
export type SimulatorContext = {
  now: Date;
  /** The caller's token has expired: answer as this vendor does. */
  expiredToken: boolean;
  /** The caller's credentials may read but not write: logins succeed with the smaller rights, writes are refused as this vendor refuses them. */
  readOnly: boolean;
};

/** One line of a ticket as the kitchen reads it. */
export type KitchenLine = {
  quantity: string;
  name: string;
  /** Modifiers in the words the ticket prints ("NO Onions", "Extra Cheese ×2"). */
  options: string[];
  note: string | null;
  /** Minor units for the whole line, options included; null where this POS would not show one. */
  total: number | null;
};

/** An order inside the simulated POS, as its staff would (or would not) see it. */
export type KitchenTicket = {
  vendor: string;
  id: string;
  ticket_number: string;
  /** Our reference as this vendor stores it (reference_id, externalId, title…), null if the caller sent none. */
  reference: string | null;
  /** Whether staff see it on their screen or paper now. */
  visible: boolean;
  /** Why staff do not see it, in one sentence that names the way out; null when visible. */
  hidden_because: string | null;
  /**
   * Cancelled, voided or deleted at the POS: nobody shall cook it. Such a ticket is never `visible`, as no screen lists it as
   * work to do. Paper does not come back, so one that was printed stays on the kitchen screen, struck through and marked VOID.
   */
  voided: boolean;
  title: string | null;
  service: 'pickup' | 'delivery' | 'dine_in' | 'curbside' | null;
  /** RFC 3339, null for as soon as possible. */
  requested_at: string | null;
  customer: string | null;
  lines: KitchenLine[];
  /** Order-level notes as printed. */
  notes: string[];
  charges: { name: string; amount: number }[];
  discounts: { name: string; amount: number }[];
  tip: number;
  /** Minor units, as this POS computed it. */
  total: number;
  currency: string;
  payment: 'unpaid' | 'paid';
  /** How often it went to the printer or kitchen display. */
  printed: number;
  created_at: string;
};

/** One vendor's API played in memory: strict about what it accepts, honest about what its kitchen would see. */
export type Simulator = {
  readonly vendor: string;
  /** Answers one request. Never throws for bad input: a bad request gets the vendor's own error. */
  handle(request: SimulatorRequest, context: SimulatorContext): HttpResponse;
  /** True for the request that makes (or would make) an order: faults that concern writing strike here. */
  isOrderWrite(request: SimulatorRequest): boolean;
  /** True for log-in and token requests. */
  isLogin(request: SimulatorRequest): boolean;
  /** Every order ever made here, visible or not, oldest first; `now` decides what has come due. */
  tickets(now: Date): KitchenTicket[];
  /** Known credentials, ids and menu names, printed at start and written in docs/sandbox.md. */
  readonly facts: Record<string, string>;
  /** What this vendor says to too many requests, where it has words of its own. */
  readonly throttled?: HttpResponse;
  reset(): void;
};
