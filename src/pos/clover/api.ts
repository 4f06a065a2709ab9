import type { HttpRequest } from '../../http';
import { PosError } from '../errors';
import { exchange } from '../exchange';
import { accessToken, type PreviewContext, type Session } from '../vendor';
import { toCloverError } from './errors';

export const REGIONS = ['us', 'eu', 'la'] as const;
export type Region = (typeof REGIONS)[number];

/** https://docs.clover.com/docs/use-oauth, read 2026-11-24. The sandbox is one host for every region. */
const HOSTS: Record<Region, string> = {
  us: 'https://api.clover.com',
  eu: 'https://api.eu.clover.com',
  la: 'https://api.la.clover.com',
};
const SANDBOX_HOST = 'https://apisandbox.dev.clover.com';

/** Demanded of every caller since April 2026 (https://docs.clover.com/changelog). A test holds it to package.json. */
export const USER_AGENT = 'OrderWire/0.1.0 (+https://www.npmjs.com/package/orderwire)';

export const TIMEOUT_MS = 30_000;

/** Longest texts and lists: Clover's Android SDK, and its March 2026 limit of lines in an order. */
export const LENGTHS = {
  externalReferenceId: 12,
  title: 127,
  orderNote: 2047,
  lineName: 127,
  lineNote: 255,
  discountName: 64,
  linesPerRequest: 100,
  linesPerOrder: 2500,
  page: 1000,
} as const;

export type CloverCredential =
  | 'access_token'
  | 'client_id'
  | 'client_secret'
  | 'refresh_token'
  | 'webhook_secret';
export type CloverSession = Session<CloverCredential>;
export type CloverContext = PreviewContext<CloverCredential>;
export type Call = {
  method: HttpRequest['method'];
  /** Below the merchant, starting with a slash; empty: the merchant itself. */
  path: string;
  body?: unknown;
  /** How long the client waits before it sends: Clover's lists lag behind its writes. */
  delayMs?: number;
};

/** The merchant's region: it decides the host, and which way of making orders exists there. */
export function regionOf(settings: Record<string, string | undefined> = {}): Region {
  const said = settings.region ?? 'us';
  const region = REGIONS.find((one) => one === said);
  if (region) return region;
  const message = `Clover has no region "${said}". Choose us (United States and Canada), eu or la.`;
  throw new PosError('rejected', 'clover', message, { code: 'UNKNOWN_REGION' });
}

/** The host for a region and environment. */
export function hostOf(at: {
  environment: Session['environment'];
  baseUrl?: string;
  settings?: Session['settings'];
}): string {
  return at.baseUrl ?? (at.environment === 'sandbox' ? SANDBOX_HOST : HOSTS[regionOf(at.settings)]);
}

/** One request to Clover on behalf of the connection's merchant. */
export function toClover(
  session: CloverSession | CloverContext,
  { method, path, body, delayMs }: Call,
): HttpRequest {
  const token = accessToken(session);
  return {
    method,
    url: `${hostOf(session)}/v3/merchants/${encodeURIComponent(session.posLocation)}${path}`,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'user-agent': USER_AGENT,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    timeoutMs: TIMEOUT_MS,
    ...(delayMs !== undefined && { delayMs }),
  };
}

/** Asks Clover something while no order of ours hangs in the air: silence means that nothing was sent. */
export function read(session: CloverSession, path: string): Promise<unknown> {
  return ask(session, { method: 'GET', path }, false);
}

/** Makes or changes something at Clover, or reads while an order of ours may exist: silence is unclear. */
export function write(session: CloverSession, call: Call): Promise<unknown> {
  return ask(session, call, true);
}

/** One exchange with Clover; `writes`: an order of ours may exist afterwards, so silence proves nothing. */
export function ask(session: CloverSession, call: Call, writes: boolean): Promise<unknown> {
  return exchange(session.http, toClover(session, call), {
    vendor: 'clover',
    name: 'Clover',
    writes,
    toError: toCloverError,
  });
}
