import type { Authentication, Bundle, ZObject } from 'zapier-platform-core';
import { InputProblems } from '../order/problems';
import { PosError } from '../pos/errors';
import type { ShopFacts, Vendor } from '../pos/vendor';
import { findVendor } from '../pos/vendors';
import { readAddress } from './address';
import { ASKED_AS, authFields, authLabel, ORDER_API } from './auth-fields';
import { connectionName, systemName, type TestedShop } from './connection-label';
import { readText } from './input-text';
import { createOrderApi } from './order-api';
import {
  type AuthData,
  isRenewable,
  readCredentials,
  readEnvironment,
  readToken,
  toPosSession,
} from './pos-session';
import { toZapierError, type ZapierErrors } from './zapier-errors';
import { createZapierHttp } from './zapier-http';

/** One connection is one system of one shop. `session` renews itself: Zapier logs in again after a `RefreshAuthError`. */
export const authentication = {
  type: 'session',
  fields: authFields,
  sessionConfig: { perform: logIn },
  test: testConnection,
  connectionLabel: async (_z: ZObject, bundle: Bundle) =>
    connectionName(bundle.authData, bundle.inputData as TestedShop),
} satisfies Authentication;

/** Makes the token that later requests carry; where a token never changes, it is the pasted key itself. */
export async function logIn(z: ZObject, bundle: Bundle) {
  return explain(situation(z.errors, bundle.authData), async () => {
    const { authData } = bundle;
    const vendor = requireComplete(authData);
    if (!vendor?.authenticate) return { access_token: readText(authData.api_key) ?? '' };
    const { environment } = readEnvironment(authData);
    const context = { http: createZapierHttp(z), environment, baseUrl: readAddress(authData.api_url) };
    const credentials = readCredentials(vendor, authData);
    const { access_token, refresh_token } = await vendor
      .authenticate(credentials, readToken(vendor, authData), context)
      .catch(stopRenewing);
    return { access_token, refresh_token };
  });
}

/** A refused log-in is final: asking for another one would only repeat it. */
function stopRenewing(error: unknown): never {
  if (!(error instanceof PosError) || error.kind !== 'credentials') throw error;
  throw new PosError('rejected', error.vendor, error.message, error.details);
}

/** Proves that this connection may create orders, and finds the shop's name for its label. */
export async function testConnection(z: ZObject, bundle: Bundle): Promise<ShopFacts & { system: string }> {
  return explain(situation(z.errors, bundle.authData), async () => {
    const { authData } = bundle;
    const vendor = requireComplete(authData);
    const http = createZapierHttp(z);
    const facts = vendor
      ? await vendor.checkConnection(toPosSession({ vendor, authData, http }))
      : await checkOrderApi(http, authData);
    return { ...facts, system: readText(authData.system) ?? ORDER_API };
  });
}

async function checkOrderApi(
  http: ReturnType<typeof createZapierHttp>,
  authData: AuthData,
): Promise<ShopFacts> {
  const me = await createOrderApi(http, authData).fetchOne('/v1/me');
  const { scopes } = (me.key ?? {}) as { scopes?: unknown };
  const { name } = (me.restaurant ?? {}) as { name?: unknown };
  if (Array.isArray(scopes) && !scopes.some((scope) => scope === 'write' || scope === 'admin')) {
    const message =
      'This key may only read. Make a key with the scope "write" on your server and use that one.';
    throw new PosError('credentials', ORDER_API, message, { httpStatus: 403 });
  }
  return { name: readText(name) ?? '', currency: null, timezone: null, country: null };
}

/** The vendor of a connection (none for the Order API); refuses a connection that lacks a field, naming it. */
function requireComplete(authData: AuthData): Vendor | undefined {
  const system = readText(authData.system) ?? '';
  const vendor = findVendor(system);
  if (!vendor && system !== ORDER_API) refuse(`Choose ${authLabel('system')}.`);
  const missing = (vendor ? neededOf(vendor) : ['api_key', 'api_url']).filter(
    (key) => !readText(authData[key]),
  );
  if (missing.length > 0) {
    refuse(`${systemName(system)} needs ${missing.map(authLabel).join(' and ')}. Fill it in and try again.`);
  }
  return vendor;
}

function neededOf(vendor: Vendor): string[] {
  const credentials = vendor.credentials
    .filter((field) => field.required)
    .map(({ key }) => ASKED_AS[key] ?? key)
    .filter((key) => authFields.some((field) => field.key === key));
  return [...credentials, 'location_id'];
}

function refuse(message: string): never {
  throw new InputProblems([{ path: '', message }]);
}

/** Orders are read from the Order API only; refuses any other connection by its name. */
export function requireOrderApi(authData: AuthData, what: string): void {
  if (readText(authData.system) === ORDER_API) return;
  refuse(
    `${what} reads from the Order API, but the connection chosen is "${connectionName(authData)}". Choose or add an Order API connection.`,
  );
}

/** Runs what is no order; whatever goes wrong becomes Zapier's error in our words. */
export async function explain<T>(
  { errors, renewable }: { errors: ZapierErrors; renewable: boolean },
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof InputProblems) throw new errors.Error(error.message, 'InvalidData', 422);
    throw error instanceof PosError ? toZapierError(error, { errors, renewable }) : error;
  }
}

function situation(errors: ZapierErrors, authData: AuthData) {
  const vendor = findVendor(readText(authData.system) ?? '');
  return { errors, renewable: Boolean(vendor && isRenewable(vendor, authData)) };
}
