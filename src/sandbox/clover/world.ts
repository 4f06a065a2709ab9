import type { JsonObject } from '../json-body';
import type { Shape } from '../shape';
import { createIds, type MakeId } from './ids';
import { createMerchants, type Merchant } from './merchants';
import type { Order, PrintEvent } from './order';
import { Outbound } from './outbound';

/**
 * How long a new order stays out of the lists, in milliseconds. Clover documents no figure: it says only that servers and
 * devices synchronise. The sandbox chooses one second, so that whoever looks too early finds nothing.
 */
export const LIST_LAG_MS = 1000;
/** How long a print job lives, in milliseconds; afterwards the event is gone and the lines count as printed. */
export const PRINT_MS = 2000;

export type AccessToken = { merchantId: string; readOnly: boolean; expiresAt: number };
export type RefreshToken = { merchantId: string; expiresAt: number };
export type Customer = { id: string; merchantId: string; body: JsonObject };

/** Everything the simulated Clover remembers. */
export type World = {
  readonly merchants: readonly [Merchant, ...Merchant[]];
  readonly makeId: MakeId;
  readonly orders: Map<string, Order>;
  readonly printEvents: PrintEvent[];
  readonly customers: Map<string, Customer>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, RefreshToken>;
  /** Authorization codes not yet used, with their merchants. */
  readonly codes: Map<string, string>;
  readonly outbound: Outbound;
};

/** One merchant's part of the world at one time. */
export type Moment = { world: World; merchant: Merchant; now: number };

/** One authorised request, as the handlers see it. */
export type Call = Moment & {
  /** What stood in the path's variable places, in order. */
  ids: string[];
  query: URLSearchParams;
  /** The body, checked against a closed shape; refuses with `message` and the first problem. */
  body(shape: Shape, message?: string): JsonObject;
};

export function createWorld(): World {
  const merchants = createMerchants();
  return {
    merchants,
    makeId: createIds(),
    orders: new Map(),
    printEvents: [],
    customers: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(
      merchants.map(({ id, refreshToken }) => [
        refreshToken,
        { merchantId: id, expiresAt: Number.MAX_SAFE_INTEGER },
      ]),
    ),
    codes: new Map(merchants.map(({ id, authorizationCode }) => [authorizationCode, id])),
    outbound: new Outbound(),
  };
}
