import type { HttpClient } from '../http';
import type { Session, Token, Vendor } from '../pos/vendor';
import { readAddress } from './address';
import { ASKED_AS, authFields, DEFAULT_ENVIRONMENT, ENVIRONMENTS } from './auth-fields';
import { readText } from './input-text';

export type AuthData = Record<string, unknown>;

/** Settings that a connection decides; actions do not ask for them again. */
export const CONNECTION_SETTINGS = new Set(['region', 'authority']);

/** Credentials that a vendor needs but the connection does not ask for: the action asks. Those of webhooks are no use in Zapier. */
export function actionCredentials(vendor: Pick<Vendor, 'credentials'>) {
  const asked = new Set(authFields.map((field) => field.key));
  return vendor.credentials.filter(
    ({ key }) => !asked.has(ASKED_AS[key] ?? key) && !key.startsWith('webhook_'),
  );
}

/** The vendor's credentials from the connection, and from the action where only it asks for them. */
export function readCredentials(
  vendor: Pick<Vendor, 'credentials'>,
  authData: AuthData,
  settings: Record<string, string | undefined> = {},
): Record<string, string | undefined> {
  const pairs = vendor.credentials.map(({ key }) => [
    key,
    readText(authData[ASKED_AS[key] ?? key]) ?? settings[key],
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

/** Everything an adapter may use, from one of Zapier's connections. */
export function toPosSession({ vendor, authData, http, settings = {} }: Parts): Session {
  const { environment, region } = readEnvironment(authData);
  return {
    http,
    credentials: readCredentials(vendor, authData, settings),
    token: readToken(vendor, authData),
    settings: { ...settings, region, authority: readText(authData.authority) },
    posLocation: readText(authData.location_id) ?? '',
    environment,
    baseUrl: readAddress(authData.api_url),
    now: new Date().toISOString(),
  };
}

/** Whether a new log-in can bring a new token: nothing can be renewed from a pasted access token alone. */
export function isRenewable(vendor: Vendor, authData: AuthData): boolean {
  return Boolean(vendor.authenticate && readCredentials(vendor, authData).client_secret);
}
