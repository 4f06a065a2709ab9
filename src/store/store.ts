import type { Shop, ShopSettings } from '../order/shop';
import type { ConnectionStore } from './connection-store';
import type { ConversationStore } from './conversations';
import type {
  BlockedLane,
  Claim,
  ClaimQuery,
  Clock,
  Decide,
  DeliveryRecord,
  NewDelivery,
  PosNews,
  StoredExchange,
} from './delivery-records';
import type { MenuStore } from './menu-store';
import type { ReceptionistLedger } from './receptionist-ledger';
import type {
  Act,
  ApiKey,
  CreateOutcome,
  HookChange,
  HookRecord,
  NewHook,
  NewKey,
  NewOrder,
  NewTenant,
  OrderChange,
  OrderPage,
  OrderQuery,
  OrderRecord,
  Restaurant,
  Scope,
  StoredEvent,
} from './records';
import type { RehearsalStore } from './rehearsal-nights';
import type { SignInStore } from './sign-in';

/**
 * Where everything is kept. Each method is limited to one restaurant and, for a limited key, its shops: what lies outside
 * the scope does not exist. A promise of a write settles only once the write is on the disk.
 */
export interface Store
  extends ConnectionStore,
    MenuStore,
    ReceptionistLedger,
    ConversationStore,
    RehearsalStore,
    SignInStore {
  /** Rejects where the store cannot answer. */
  ready(): Promise<void>;
  /** Finishes what is queued, then closes. */
  close(): Promise<void>;

  /** The only look-ups without a scope: they find out whose request it is. */
  findKey(hash: Buffer): Promise<ApiKey | undefined>;
  firstRestaurant(): Promise<Restaurant | undefined>;
  /** A restaurant with its first shop and key, all or nothing. */
  createTenant(tenant: NewTenant, act: Act): Promise<void>;

  restaurant(scope: Scope): Promise<Restaurant>;
  updateRestaurant(
    scope: Scope,
    changes: Partial<Omit<Restaurant, 'id' | 'organization_id'>>,
    act: Act,
  ): Promise<Restaurant>;

  shops(scope: Scope): Promise<Shop[]>;
  shop(scope: Scope, id: string): Promise<Shop | undefined>;
  /** Shops of every restaurant. */
  everyShop(): Promise<{ restaurant_id: string; shop: Shop }[]>;
  /** Shops of every restaurant that take orders on a number (E.164). */
  shopsWithNumber(e164: string): Promise<{ restaurant_id: string; shop: Shop }[]>;
  createShop(scope: Scope, settings: ShopSettings, act: Act): Promise<Shop>;
  updateShop(
    scope: Scope,
    id: string,
    change: (current: Shop) => ShopSettings,
    act: Act,
  ): Promise<Shop | undefined>;

  /** Keys that are in force, oldest first; a limited key sees only keys limited to its own shops. */
  keys(scope: Scope): Promise<ApiKey[]>;
  createKey(scope: Scope, key: NewKey, act: Act): Promise<ApiKey>;
  /** Whether there was such a key in force. */
  revokeKey(scope: Scope, id: string, act: Act): Promise<boolean>;

  createOrder(scope: Scope, order: NewOrder, act: Act): Promise<CreateOutcome>;
  order(scope: Scope, id: string): Promise<OrderRecord | undefined>;
  /** Newest first; with `since`, latest change first. */
  orders(scope: Scope, query: OrderQuery): Promise<OrderPage>;
  /** A shop's orders of a business day, in the order in which they came. */
  ordersOfDay(scope: Scope, location_id: string, business_day: string): Promise<OrderRecord[]>;
  /** `change` sees the order as it is at the moment of writing, and whether its ticket is or may be in a POS; what it throws reaches the caller and nothing is written. */
  updateOrder(
    scope: Scope,
    id: string,
    change: (current: OrderRecord, at: { in_flight: boolean }) => OrderChange,
    act: Act,
  ): Promise<OrderRecord | undefined>;
  /** Marks the order as taken over by its reader. It is no change of the order: `updated_at` stays. */
  ackOrder(scope: Scope, id: string, act: Act): Promise<OrderRecord | undefined>;

  /** Everything sent or to be sent for these orders but the calls to hooks, oldest first. */
  deliveriesOf(scope: Scope, order_ids: readonly string[]): Promise<DeliveryRecord[]>;
  delivery(scope: Scope, id: string): Promise<DeliveryRecord | undefined>;
  /** What was sent for these deliveries and came back, as far as it is still kept. */
  exchangesOf(scope: Scope, delivery_ids: readonly string[]): Promise<StoredExchange[]>;
  /** False where the order has one for this destination and purpose already. */
  addDelivery(
    scope: Scope,
    owner: { location_id: string; order_id: string | null },
    delivery: NewDelivery,
    act: Act,
  ): Promise<boolean>;
  changeDelivery(scope: Scope, id: string, decide: Decide, act: Act): Promise<DeliveryRecord | undefined>;

  /** The worker's part, for every restaurant. Takes due rows and starts them. */
  claimDeliveries(query: ClaimQuery): Promise<Claim[]>;
  /** What came of a claim; null where the lease was lost to another meanwhile and nothing was written. */
  settleDelivery(
    claim: Pick<DeliveryRecord, 'id' | 'fence'>,
    decide: Decide,
    act: Act,
  ): Promise<DeliveryRecord | null>;
  /** When something happens next by itself. */
  nextDueAt(): Promise<number | null>;
  runOut(clock: Clock, now: number, limit: number): Promise<DeliveryRecord[]>;
  /** The leases of a process that is gone: what it was sending is looked at now. */
  endLeases(now: number): Promise<void>;
  /** The clock was set by so many milliseconds: what waits moves along. */
  moveClocks(by: number): Promise<void>;
  /** Closed lanes whose check is due. */
  blockedLanes(now: number): Promise<BlockedLane[]>;
  postponeCheck(lane: string, next: { check_at: number; reason: string }): Promise<void>;
  /** How many rows wait for a closed lane. */
  waitingIn(lane: string): Promise<number>;
  /** Opens a lane again and decides on the rows that it had stopped. */
  openLane(lane: string, decide: Decide, act: Act): Promise<void>;
  /** Hooks, oldest first; deleted ones are gone. A new one inherits the limits of its scope; null where there are `most` already. */
  hooks(scope: Scope): Promise<HookRecord[]>;
  hook(scope: Scope, id: string): Promise<HookRecord | undefined>;
  createHook(scope: Scope, hook: NewHook & { most: number }, act: Act): Promise<HookRecord | null>;
  updateHook(scope: Scope, id: string, changes: HookChange, act: Act): Promise<HookRecord | undefined>;
  deleteHook(scope: Scope, id: string, act: Act): Promise<boolean>;
  /** What a call came to; null changes nothing. Resolves to what was changed. */
  noteHookResult(
    scope: Scope,
    id: string,
    decide: (hook: HookRecord) => HookChange | null,
    act: Act,
  ): Promise<HookChange | null>;

  /** Keeps what a POS told; what was told before is known by its id. */
  keepNews(
    connection: { id: string; restaurant_id: string },
    events: readonly { id: string }[],
    at: number,
  ): Promise<void>;
  newsDue(now: number, limit: number): Promise<PosNews[]>;
  /** Worked off (null), or looked at again at a moment. */
  settleNews(n: number, due_at: number | null): Promise<void>;
  /** Rows of a connection that are, or may be, this order of the POS. */
  ticketsAt(
    connection_id: string,
    named: { pos_order_id: string | null; reference: string | null },
    now: number,
  ): Promise<DeliveryRecord[]>;
  /** Calls back after each commit that may have given the worker something to do. */
  onWrite(listener: () => void): void;

  /** What happened to one thing, oldest first. */
  events(scope: Scope, subject_id: string): Promise<StoredEvent[]>;
  /** Grows with everything that happens to any restaurant. */
  lastEvent(): Promise<number>;
}

/** The store cannot answer now; the same request will work later. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}
