import type { HttpRequest } from '../../http';
import { exchange } from '../exchange';
import { accessToken, type Environment, type PreviewContext, type Session } from '../vendor';
import { toLightspeedError } from './errors';

/** https://api-docs.lsk.lightspeed.app (Order and Pay API 1.0.0), read 2026-11-24. */
export const HOSTS: Record<Environment, string> = {
  production: 'https://api.lsk.lightspeed.app',
  sandbox: 'https://api.trial.lsk.lightspeed.app',
};

/** Longest texts. Lightspeed names no limit for the order note: ours keeps a docket printable. */
export const LENGTHS = { firstName: 128, orderNote: 10_000 } as const;

/** How long Lightspeed tries to hand an order to a POS device before it reports FAILURE; at least 60,000. */
export const HANDOVER_MS = 300_000;

export const TIMEOUT_MS = 20_000;

export type LightspeedKey =
  | 'client_id'
  | 'client_secret'
  | 'refresh_token'
  | 'endpoint_id'
  | 'webhook_username'
  | 'webhook_password';
export type LightspeedSession = Session<LightspeedKey>;
export type LightspeedContext = PreviewContext<LightspeedKey>;

export type LightspeedItem = {
  sku: string;
  quantity: number;
  customItemName?: string;
  customItemPrice?: number;
  discountCode?: string;
  discountAmountOverride?: number;
  /** Production instructions, by `ikentooModifierId`. */
  modifiers?: { modifierId: string }[];
  /** Product modifiers and combo choices. */
  subItems?: { sku: string; quantity: number }[];
};
/** An order without its businessLocationId, which `toOrderBody` adds digit by digit. */
export type LightspeedOrder = {
  thirdPartyReference: string;
  endpointId: string;
  customerInfo: { firstName: string; lastName?: string; email?: string; contactNumberAsE164?: string };
  orderNote: string;
  accountProfileCode?: string;
  scheduledTimeForOrderAsIso8601?: string;
  orderCollectionTimeAsIso8601?: string;
  collectionCode: string;
  maxTimeToAttemptOrderDeliverToPos: number;
  deliveryAddress?: Record<string, string>;
  tableNumber?: string;
  clientCount?: number;
  items: LightspeedItem[];
  payment?: { paymentMethod: string; paymentAmount: number; tipAmount?: number };
};

/** The body of an order. The location's id is 64 bits wide, so its digits are written as they are, never through a JavaScript number. */
export function toOrderBody(locationId: string, order: LightspeedOrder): string {
  return `{"businessLocationId":${locationId},${JSON.stringify(order).slice(1)}`;
}

/** One request to Lightspeed, with its headers; a path that asks about a place ends in `businessLocationId=`. */
export function toLightspeed(
  session: LightspeedSession | LightspeedContext,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): HttpRequest {
  const request: HttpRequest = {
    method,
    url: `${session.baseUrl ?? HOSTS[session.environment]}${path}`,
    headers: { authorization: `Bearer ${accessToken(session as Session)}`, accept: 'application/json' },
    timeoutMs: TIMEOUT_MS,
  };
  if (body === undefined) return request;
  return { ...request, headers: { ...request.headers, 'content-type': 'application/json' }, body };
}

/** Asks Lightspeed something that changes nothing. */
export function read(session: LightspeedSession, path: string, body?: unknown): Promise<unknown> {
  const request =
    body === undefined
      ? toLightspeed(session, 'GET', path)
      : toLightspeed(session, 'POST', path, JSON.stringify(body));
  const how = { vendor: 'lightspeed', name: 'Lightspeed', writes: false, toError: toLightspeedError };
  return exchange(session.http, request, how);
}

/** Hands Lightspeed an order; its thirdPartyReference makes a repeat safe. */
export function write(session: LightspeedSession, path: string, body: string): Promise<unknown> {
  const how = { vendor: 'lightspeed', name: 'Lightspeed', writes: true, toError: toLightspeedError };
  return exchange(session.http, toLightspeed(session, 'POST', path, body), how);
}
