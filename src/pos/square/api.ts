import type { HttpRequest } from '../../http';
import { exchange } from '../exchange';
import { accessToken, type Environment, type PreviewContext, type Session } from '../vendor';
import { toSquareError } from './errors';

/** https://developer.squareup.com/docs/changelog/connect, read 2026-11-24: the release our requests are checked against. */
export const API_VERSION = '2025-08-20';

export const HOSTS: Record<Environment, string> = {
  production: 'https://connect.squareup.com',
  sandbox: 'https://connect.squareupsandbox.com',
};

/** Square's own name for what we send: the source that SearchOrders can filter by. */
export const SOURCE_NAME = 'OrderWire';

/** Longest texts, in characters (Orders and Payments API reference). */
export const LENGTHS = {
  referenceId: 40,
  ticketName: 30,
  itemName: 512,
  modifierName: 255,
  lineNote: 2000,
  pickupNote: 500,
  displayName: 255,
  phone: 17,
  paymentNote: 500,
  externalSource: 255,
} as const;

export type SquareCredential = 'access_token' | 'webhook_secret';
export type SquareSession = Session<SquareCredential>;
export type SquareMoney = { amount: number; currency: string };
export type SquareModifier = {
  catalog_object_id?: string;
  name?: string;
  quantity?: string;
  base_price_money?: SquareMoney;
};
export type SquareLine = {
  catalog_object_id?: string;
  name?: string;
  quantity: string;
  note?: string;
  base_price_money?: SquareMoney;
  modifiers?: SquareModifier[];
};
export type SquareOrder = {
  location_id: string;
  reference_id: string;
  ticket_name: string;
  source: { name: string };
  line_items: SquareLine[];
  discounts?: { name: string; type: 'FIXED_AMOUNT'; amount_money: SquareMoney; scope: 'ORDER' }[];
  service_charges?: {
    name: string;
    amount_money: SquareMoney;
    calculation_phase: 'SUBTOTAL_PHASE' | 'TOTAL_PHASE';
    taxable?: boolean;
  }[];
  pricing_options: { auto_apply_taxes: boolean };
  fulfillments: Record<string, unknown>[];
};

/** One request to Square, with its headers. */
export function toSquare(
  session:
    | Pick<SquareSession, 'baseUrl' | 'environment' | 'token' | 'credentials'>
    | PreviewContext<SquareCredential>,
  method: HttpRequest['method'],
  path: string,
  body?: unknown,
): HttpRequest {
  const request: HttpRequest = {
    method,
    url: `${session.baseUrl ?? HOSTS[session.environment]}${path}`,
    headers: {
      authorization: `Bearer ${accessToken(session)}`,
      'square-version': API_VERSION,
      accept: 'application/json',
    },
    timeoutMs: 30_000,
  };
  if (body === undefined) return request;
  return {
    ...request,
    headers: { ...request.headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

/** Asks Square something that changes nothing. */
export function read(
  session: SquareSession,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<unknown> {
  return exchange(session.http, toSquare(session, method, path, body), {
    vendor: 'square',
    name: 'Square',
    writes: false,
    toError: toSquareError,
  });
}

/** Asks Square to make or change something, under an idempotency key. */
export function write(
  session: SquareSession,
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
): Promise<unknown> {
  return exchange(session.http, toSquare(session, method, path, body), {
    vendor: 'square',
    name: 'Square',
    writes: true,
    toError: toSquareError,
  });
}
