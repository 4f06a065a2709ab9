import type { HttpClient, HttpRequest } from '../http';
import type { Menu } from '../menu/schema';
import type { VendorOAuth } from './oauth';
import type { PosOrder } from './pos-order';
import type { PosPrice } from './price';
import type { Receipt, Unmatched } from './receipt';
import type { SeenOrder, WebhookCall, WebhookReading, WebhookSecrets } from './webhook';

export type Choice = { value: string; label: string };

/** One value a person fills in. Every surface (Zapier, Make, the pages, the docs table, masking) is drawn from these. */
export type Field<K extends string = string> = {
  key: K;
  /** Title Case. */
  label: string;
  /** Under 300 characters: what it is and where to find it. */
  help: string;
  required?: boolean;
  /** Masked everywhere, never logged. */
  secret?: boolean;
  choices?: Choice[];
  default?: string;
};

/** A setting; `fetchChoices` lists what this merchant has (order types, dining options, …). */
export type Setting = Field & { fetchChoices?: (session: Session) => Promise<Choice[]> };

export type Environment = 'production' | 'sandbox';
export type Token = { access_token: string; refresh_token?: string; expires_in_seconds?: number };

/** All an adapter may use: it never sleeps, retries, logs, reads the clock or environment, or makes ids. */
export type Session<C extends string = string> = {
  http: HttpClient;
  credentials: Partial<Record<C, string>>;
  /** Absent where the vendor's token is static (`credentials.access_token`). */
  token?: Token;
  settings: Record<string, string | undefined>;
  /** The vendor's own id of the place: Square location, Clover merchant, Toast restaurant GUID, … */
  posLocation: string;
  environment: Environment;
  /** Replaces the vendor's host: a sandbox, a partner's address. No trailing slash. */
  baseUrl?: string;
  /** RFC 3339; the moment of this call, for look-ups in a time window. Absent: the order's own times are used. */
  now?: string;
};

export type LoginContext = Pick<Session, 'http' | 'environment' | 'baseUrl'> &
  Partial<Pick<Session, 'settings'>>;
export type ShopFacts = {
  name: string;
  currency: string | null;
  timezone: string | null;
  country: string | null;
};
export type Location = ShopFacts & { id: string };
export type PreviewRequest = {
  step: 'find' | 'submit' | 'pay' | 'print';
  method: HttpRequest['method'];
  url: string;
  headers: Record<string, string>;
  body: unknown;
};
export type Preview = { requests: PreviewRequest[]; unmatched: Unmatched[]; warnings: string[] };
/** What a preview needs besides the order: everything of a session but the network. */
export type PreviewContext<C extends string = string> = Omit<Session<C>, 'http' | 'token'>;

/** What a vendor may be able to do beyond taking orders; the README's table is drawn from these. */
export type Capability = 'payments' | 'menu' | 'locations' | 'quote' | 'cancel' | 'webhooks';

type Common<C extends string> = {
  id: string;
  name: string;
  /** The vendor page that this adapter follows. */
  docs: string;
  /** Where the vendor answers questions. */
  support: string;
  credentials: Field<C>[];
  settings: Setting[];
  limits: { requestsPerSecond: number; concurrent: number };
  /** The vendor's longest answer time: earlier than this, silence proves nothing. */
  timeoutMs: number;
  /** How words that match nothing on the menu can travel: as a line of their own, as a configured item, or not at all. */
  openItems: 'always' | 'fallback_item' | 'never';
  /** How options that match nothing travel: as a priced line option or as words in a note. */
  openOptions: 'open_item' | 'note';
  /** Makes the ticket, or completes `found` (created but unpaid or unprinted); never creates when `found` is given. */
  submitOrder(order: PosOrder, session: Session<C>, found?: Receipt): Promise<Receipt>;
  /** Proves that these credentials may create orders here; throws `PosError` with the next step otherwise. */
  checkConnection(session: Session<C>): Promise<ShopFacts>;
  /** The exact requests, credentials masked; nothing is sent. */
  preview(order: PosOrder, context: PreviewContext<C>): Preview;
  authenticate?(
    credentials: Partial<Record<C, string>>,
    previous: Token | undefined,
    context: LoginContext,
  ): Promise<Token>;
  /** How merchants let an application in. */
  oauth?: VendorOAuth;
  fetchMenu?(session: Session<C>): Promise<Menu>;
  /** Whether this connection's settings leave a way to find an order by its reference; absent: wherever there is `findOrder`. */
  canFind?(settings: Session<C>['settings']): boolean;
  fetchShop?(session: Session<C>): Promise<ShopFacts>;
  listLocations?(session: Session<C>): Promise<Location[]>;
  /** What the POS would charge for this order; nothing is made. Throws `PosError` where it cannot price all of it. */
  quote?(order: PosOrder, session: Session<C>): Promise<PosPrice>;
  /**
   * Voids the ticket so that the kitchen does not make it. Throws `PosError('rejected')` where it is too late or the POS
   * has no way: then staff must be told. Voiding what is void already succeeds.
   */
  cancel?(receipt: Receipt, session: Session<C>): Promise<void>;
  /** Verifies and decodes a call of the vendor's; pure. Without a secret nothing is verified. */
  readWebhook?(call: WebhookCall, secrets: WebhookSecrets<C>): WebhookReading;
  /** An order as the POS has it now; undefined where it has none by this id. */
  fetchPosOrder?(pos_order_id: string, session: Session<C>): Promise<SeenOrder | undefined>;
  /** What the POS has made of an order that was only queued; undefined while it has not said. */
  fetchAnswer?(receipt: Receipt, session: Session<C>): Promise<SeenOrder | undefined>;
  /** Every order of this place that changed since then (RFC 3339), whoever made it: closes gaps that lost calls leave. */
  listPosOrders?(since: string, session: Session<C>): Promise<SeenOrder[]>;
  /** Capabilities for which the vendor has no API at all, with the reason in one sentence. */
  noSuchApi?: Partial<Record<Capability, string>>;
  /** How payments are recorded, in a few words; absent: not yet. */
  payments?: string;
};

type FindOrder<C extends string> = (order: PosOrder, session: Session<C>) => Promise<Receipt | undefined>;

/** `same-key`: repeating the request is safe. `find-first`: look before every second attempt, so `findOrder` is owed. */
export type Vendor<C extends string = string> = Common<C> &
  ({ resubmit: 'same-key'; findOrder?: FindOrder<C> } | { resubmit: 'find-first'; findOrder: FindOrder<C> });

/** Declares a vendor: types hold its credential keys, and that `find-first` comes with `findOrder`. */
export function defineVendor<const C extends string, const V extends Vendor<C> & { id: string }>(
  vendor: V & { credentials: readonly Field<C>[] },
): V {
  return vendor;
}

/** The token a request carries: the one from log-in, else the static one. */
export function accessToken(session: {
  token?: Token;
  credentials: Partial<Record<string, string>>;
}): string {
  return session.token?.access_token ?? session.credentials.access_token ?? '';
}
