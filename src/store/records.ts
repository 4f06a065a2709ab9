import type { Order } from '../order/schema';
import type { Shop } from '../order/shop';
import type { OrderStatus } from '../order/status';

/** Whose data, and which shops of it (null: every shop). Every method of the store is limited to its scope. */
export type Scope = { restaurant_id: string; location_ids: readonly string[] | null };

/** Who acts and when (milliseconds): the store reads no clock. */
export type Act = { key_id: string | null; at: number };

export type Restaurant = {
  id: string;
  name: string;
  country: string;
  language: string;
  organization_id: string | null;
};

export const KEY_SCOPES = ['read', 'write', 'admin'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** A key as it may be shown: never the key itself. `location_ids` null: every shop. */
export type ApiKey = {
  id: string;
  restaurant_id: string;
  name: string;
  /** The first characters, by which its owner knows it again. */
  prefix: string;
  scope: KeyScope;
  location_ids: string[] | null;
  created_at: number;
  revoked_at: number | null;
};
export type NewKey = Pick<ApiKey, 'id' | 'name' | 'prefix' | 'scope' | 'location_ids'> & { hash: Buffer };

/** An order as stored. `order` is complete: its reference, shop and time of taking are filled in. */
export type OrderRecord = {
  id: string;
  location_id: string;
  external_ref: string;
  /** The ticket number: counts from 1 in each shop on each business day. */
  number: string;
  status: OrderStatus;
  /** Where it stood before; null while it has not moved. */
  previous_status: OrderStatus | null;
  order: Order;
  acked_at: number | null;
  created_at: number;
  updated_at: number;
};

export type { NewOrder } from './new-order';

/**
 * What became of a new order. A repeat of the same order is the first one again; another order under the same reference
 * or `Idempotency-Key` is a conflict, and `differing` names the paths.
 */
export type CreateOutcome =
  | { outcome: 'created' | 'replayed'; record: OrderRecord }
  | { outcome: 'conflict'; by: 'external_ref' | 'idempotency_key'; record: OrderRecord; differing: string[] };

/** Filters of a list; all must hold. `since` (milliseconds) is about the last change, and sorts by it. */
export type OrderQuery = {
  limit: number;
  after?: Position;
  location_ids: readonly string[];
  statuses?: readonly OrderStatus[];
  acked?: boolean;
  since?: number;
  external_ref?: string;
  phone?: { e164: string } | { last4: string };
};
/** A place in a list: the time it sorts by, and the id where two times are equal. */
export type Position = { at: number; id: string };
export type OrderPage = { records: OrderRecord[]; next: Position | null };

/** What a change sets; what is absent stays. `changed` names the paths, for the history. */
export type OrderChange = { status?: OrderStatus; order?: Order };

export type StoredMenu = { body: unknown; version: string };
export type ItemAvailability = { item_id: string; available: boolean; until: number | null };

/** Words for a dish, one of its sizes or one of its options. `location_id` null: in all shops. */
export type AliasRecord = {
  id: string;
  location_id: string | null;
  said: string;
  /** What was said, as it is compared. */
  phrase: string;
  item_id: string;
  variation_id: string | null;
  option_id: string | null;
  created_at: number;
  updated_at: number;
};
export type NewAlias = Omit<AliasRecord, 'created_at' | 'updated_at'>;

/** One shop's access to one POS as stored. `credentials` is sealed; null where configuration holds them. */
export type ConnectionRecord = {
  id: string;
  restaurant_id: string;
  location_id: string;
  vendor: string;
  name: string;
  pos_location: string;
  environment: 'production' | 'sandbox';
  api_url: string | null;
  /** Where the shop's orders go by themselves; at most one a shop. */
  is_default: boolean;
  credentials: Buffer | null;
  settings: Record<string, string>;
  /** Those of configuration cannot be changed here. */
  source: 'api' | 'configuration';
  status: 'untested' | 'ok' | 'blocked';
  status_reason: string | null;
  checked_at: number | null;
  mode: 'live' | 'rehearsal';
  created_at: number;
  updated_at: number;
};
export type NewConnection = Pick<
  ConnectionRecord,
  | 'id'
  | 'location_id'
  | 'vendor'
  | 'name'
  | 'pos_location'
  | 'environment'
  | 'api_url'
  | 'is_default'
  | 'credentials'
  | 'settings'
  | 'mode'
>;
export type ConnectionStatus = Pick<ConnectionRecord, 'status' | 'status_reason' | 'checked_at'>;
/** What a change sets; what is absent stays. */
export type ConnectionChange = Partial<
  Omit<NewConnection, 'id' | 'location_id' | 'vendor'> & ConnectionStatus
>;
/** A connection that configuration holds: everything but its credentials. */
export type AdoptedConnection = Omit<NewConnection, 'credentials' | 'mode'>;

/** Who wants to be called. Secrets are sealed; during a rotation both are in force. */
export type HookRecord = {
  id: string;
  restaurant_id: string;
  location_ids: string[] | null;
  target_url: string;
  events: string[];
  secret: Buffer;
  previous_secret: Buffer | null;
  previous_until: number | null;
  active: boolean;
  disabled_reason: string | null;
  /** Since when every call has failed; null: the last one came through. */
  failing_since: number | null;
  created_at: number;
  updated_at: number;
};
export type NewHook = Pick<HookRecord, 'id' | 'target_url' | 'events' | 'secret'>;
export type HookChange = Partial<
  Pick<
    HookRecord,
    'secret' | 'previous_secret' | 'previous_until' | 'active' | 'disabled_reason' | 'failing_since'
  >
>;

export type StoredEvent = {
  type: string;
  subject_id: string;
  location_id: string | null;
  key_id: string | null;
  data: Record<string, unknown>;
  at: number;
};

export type NewTenant = {
  restaurant: Restaurant;
  shop: Omit<Shop, 'id'>;
  key: NewKey;
};
