import type { HttpClient } from '../http';
import type { Session, Token, Vendor } from '../pos/vendor';
import { readAddress } from './address';
import { askedAs, authFields, DEFAULT_ENVIRONMENT, ENVIRONMENTS } from './auth-fields';
import { readText } from './input-text';

export type AuthData = Record<string, unknown>;

/** Settings that a connection decides; actions do not ask for them again. */
export const CONNECTION_SETTINGS = new Set(['region', 'authority', 'series']);

/** Credentials that a vendor needs but the connection does not ask for: the action asks. Those of webhooks are no use in Zapier. */
export function actionCredentials(vendor: Pick<Vendor, 'id' | 'credentials'>) {
  const asked = new Set(authFields.map((field) => field.key));
  return vendor.credentials.filter(
    ({ key }) => !asked.has(askedAs(vendor.id, key)) && !key.startsWith('webhook_'),
  );
}

/** The vendor's credentials from the connection, and from the action where only it asks for them. */
export function readCredentials(
  vendor: Pick<Vendor, 'id' | 'credentials'>,
  authData: AuthData,
  settings: Record<string, string | undefined> = {},
): Record<string, string | undefined> {
  const pairs = vendor.credentials.map(({ key }) => [
    key,
    readText(authData[askedAs(vendor.id, key)]) ?? settings[key],
  ]);
  return Object.fromEntries(pairs);
}

export function readEnvironment(authData: AuthData) {
  const chosen = readText(authData.environment) ?? DEFAULT_ENVIRONMENT;
  return ENVIRONMENTS[chosen] ?? { label: chosen, short: chosen, environment: 'production', region: 'us' };
}

/** The pair that log-in left in the connection; absent where the vendor's token never changes. */
export function readToken(vendor: Vendor, authData: AuthData): Token | undefined {
  const access_token = readText(authData.access_token);
  if (!vendor.authenticate || !access_token) return undefined;
  return { access_token, refresh_token: readText(authData.refresh_token) };
}

type Parts = {
  vendor: Vendor;
  authData: AuthData;
  http: HttpClient;
  settings?: Record<string, string | undefined>;
};

/** Settings that follow from the connection alone: log-in and test run before any action has its fields. */
export function connectionSettings(
  vendor: Pick<Vendor, 'id'>,
  authData: AuthData,
): Record<string, string | undefined> {
  const { region } = readEnvironment(authData);
  const mode = vendor.id === 'touchbistro' ? touchBistroMode(authData) : undefined;
  // The channel is a field of the action; the test names it only.
  const channel_name = mode === 'deliverect' ? 'chosen in the action' : undefined;
  return { region, authority: readText(authData.authority), mode, channel_name };
}

/** How a TouchBistro connection is meant, by what was filled in: the way itself is a field of the action. */
function touchBistroMode(authData: AuthData): string {
  const key = readText(authData.api_key);
  const address = readText(authData.api_url);
  if (key?.startsWith('whsec_')) return 'webhook';
  if (readText(authData.client_id) && (!address || address.includes('deliverect'))) return 'deliverect';
  return key || address || readText(authData.client_id) ? 'partner' : 'email';
}

/** Everything an adapter may use, from one of Zapier's connections. */
export function toPosSession({ vendor, authData, http, settings = {} }: Parts): Session {
  const { environment } = readEnvironment(authData);
  return {
    http,
    credentials: readCredentials(vendor, authData, settings),
    token: readToken(vendor, authData),
    settings: { ...connectionSettings(vendor, authData), ...settings },
    posLocation: readText(authData.location_id) ?? '',
    environment,
    baseUrl: readAddress(authData.api_url),
    now: new Date().toISOString(),
  };
}

/** Whether a new log-in can bring a new token: nothing can be renewed from a pasted access token alone. */
export function isRenewable(vendor: Vendor, authData: AuthData): boolean {
  const isOAuth = Boolean(vendor.oauth && readText(authData.refresh_token));
  return Boolean((vendor.authenticate || isOAuth) && readText(authData.client_secret));
}
