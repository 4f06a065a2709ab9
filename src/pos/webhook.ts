import type { OrderStatus } from '../order/status';

/** A vendor's call as it arrived. `url` is the address we gave the vendor: configured, never taken from a header. */
export type WebhookCall = {
  url: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  /** The raw text, byte for byte: signatures are made over it. */
  body: string;
};

/** What a connection keeps for verifying calls: its credentials and settings (`webhook_secret`, `webhook_username`, …). */
export type WebhookSecrets<C extends string = string> = {
  credentials: Partial<Record<C, string>>;
  settings: Record<string, string | undefined>;
  /** RFC 3339: a signature with a time in it may be too old. */
  now: string;
};

/** Statuses that a POS can tell of. */
export type SeenStatus = Extract<
  OrderStatus,
  'accepted' | 'in_preparation' | 'ready' | 'out_for_delivery' | 'completed' | 'rejected' | 'cancelled'
>;

/** What one call says about one order. A call that only says "look" has no status: the order is then read with `fetchPosOrder`. */
export type WebhookEvent = {
  /** The same for every repeat of the call. */
  id: string;
  /** Our reference (`ow…`), where the call carries it. */
  reference: string | null;
  pos_order_id: string | null;
  status: SeenStatus | null;
  /** When it happened there (RFC 3339): calls come out of order. */
  at: string | null;
  /** The vendor's words, for a refusal: no guest's data. */
  message: string | null;
};

/**
 * `refused`: not verified, nothing may be believed (answer 401). `verified`: `events` may be empty, and `answer` is what this
 * vendor wants to hear where a plain 200 is not enough (a handshake).
 */
export type WebhookReading =
  | { outcome: 'refused'; reason: string }
  | { outcome: 'verified'; events: WebhookEvent[]; answer?: { status: number; body: string } };

/** An order as the POS itself has it. Money in minor units. */
export type SeenOrder = {
  pos_order_id: string;
  /** Our reference where the order carries one; null for one that was born in the POS. */
  reference: string | null;
  ticket_number: string | null;
  status: SeenStatus;
  /** Of the last change there, RFC 3339. */
  at: string;
  pos_total: number | null;
  currency: string | null;
  /** Whether the kitchen surely has it (printed, fired, on screen); null where this POS gives no signal. */
  kitchen_confirmed: boolean | null;
  placed_at: string | null;
  customer_name: string | null;
  service_type: 'pickup' | 'delivery' | 'dine_in' | 'curbside' | null;
  /** Decimal text, as everywhere; options in words ("NO Onions"). */
  items: {
    name: string;
    quantity: string;
    unit_price: number | null;
    options: string[];
    notes: string | null;
  }[];
};
