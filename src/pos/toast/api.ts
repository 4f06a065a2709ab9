import type { HttpRequest } from '../../http';
import { currencyDigits, toDecimal, toMinorUnits } from '../../order/money';
import { exchange } from '../exchange';
import { accessToken, type Environment, type Session } from '../vendor';
import { toToastError } from './errors';

/** Toast hands its hosts out with the credentials (https://doc.toasttab.com/doc/devguide/apiEnvironments.html); these are the usual ones. */
export const HOSTS: Record<Environment, string> = {
  production: 'https://ws-api.toasttab.com',
  sandbox: 'https://ws-sandbox-api.eng.toasttab.com',
};

/** The orders API may take 30 seconds (https://doc.toasttab.com/doc/devguide/apiHandlingRequestTimeouts.html). */
export const TIMEOUT_MS = 35_000;

/** Longest texts, in characters. Toast documents the first three; for special requests it names no limit, so they are kept as short as a tab name. */
export const LENGTHS = {
  tabName: 255,
  email: 53,
  authority: 16,
  specialRequest: 255,
  orderNote: 10_000,
  lineNote: 2000,
} as const;

export type ToastCredential = 'client_id' | 'client_secret' | 'webhook_secret';
export type ToastSession = Session<ToastCredential>;
export type Reference = { guid: string; entityType: string };
export type ToastModifier = {
  entityType: 'MenuItemSelection';
  selectionType?: 'SPECIAL_REQUEST';
  displayName?: string;
  optionGroup?: Reference;
  item?: Reference;
  preModifier?: Reference;
  quantity: number;
};
export type ToastSelection = {
  entityType: 'MenuItemSelection';
  externalId: string;
  item: Reference;
  itemGroup: Reference;
  quantity: number;
  unitOfMeasure?: string;
  openPriceAmount?: number;
  modifiers: ToastModifier[];
};
export type ToastCustomer = {
  entityType: 'Customer';
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  phoneCountryCode?: string;
};
export type ToastCheck = {
  entityType: 'Check';
  externalId: string;
  tabName: string;
  customer?: ToastCustomer;
  selections: ToastSelection[];
  appliedServiceCharges?: { entityType: string; serviceCharge: Reference; chargeAmount: number }[];
  appliedDiscounts?: { entityType: string; discount: Reference; discountAmount: number }[];
  payments?: {
    entityType: string;
    type: 'OTHER';
    amount: number;
    tipAmount: number;
    otherPayment: Reference;
  }[];
};
export type ToastOrder = {
  entityType: 'Order';
  externalId: string;
  diningOption: Reference;
  openedDate?: string;
  promisedDate?: string;
  numberOfGuests?: number;
  deliveryInfo?: Record<string, string>;
  checks: ToastCheck[];
};

type Target = Pick<ToastSession, 'baseUrl' | 'environment' | 'posLocation'> & Partial<ToastSession>;
type Ask = { method?: HttpRequest['method']; body?: unknown };

/** One request to Toast, with its headers (https://doc.toasttab.com/doc/devguide/authentication.html). */
export function toToast(session: Target, path: string, { method = 'GET', body }: Ask = {}): HttpRequest {
  const { baseUrl, environment, posLocation, token, credentials = {} } = session;
  const request: HttpRequest = {
    method,
    url: `${baseUrl ?? HOSTS[environment]}${path}`,
    headers: {
      authorization: `Bearer ${accessToken({ token, credentials })}`,
      'toast-restaurant-external-id': posLocation,
      accept: 'application/json',
    },
    timeoutMs: TIMEOUT_MS,
  };
  if (body === undefined) return request;
  const headers = { ...request.headers, 'content-type': 'application/json' };
  return { ...request, headers, body: JSON.stringify(body) };
}

/** Asks Toast something that changes nothing; `/prices` is one of these. */
export function read(session: ToastSession, path: string, ask: Ask = {}): Promise<unknown> {
  return send(session, path, { ...ask, writes: false });
}

/** Asks Toast to make something. */
export function write(session: ToastSession, path: string, body: unknown): Promise<unknown> {
  return send(session, path, { method: 'POST', body, writes: true });
}

function send(
  session: ToastSession,
  path: string,
  { writes, ...ask }: Ask & { writes: boolean },
): Promise<unknown> {
  return exchange(session.http, toToast(session, path, ask), {
    vendor: 'toast',
    name: 'Toast',
    writes,
    toError: (response, json) => toToastError(response, json, { path, now: session.now }),
  });
}

/** Toast speaks decimal major units: 1599 in USD is 15.99, exactly, as the text is made before the number. */
export function toAmount(minor: number, currency: string): number {
  return Number(toDecimal(minor, currencyDigits(currency)));
}

/** Toast's decimal to minor units; null where there is none. */
export function toMinor(value: unknown, currency: string): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const digits = currencyDigits(currency);
  return toMinorUnits(value.toFixed(digits), digits);
}

/** A moment as Toast writes it: `2026-11-24T18:00:00.000+0000`. */
export function toToastDate(date: Date): string {
  return date.toISOString().replace('Z', '+0000');
}
