import type { Authentication, Bundle, ZObject } from 'zapier-platform-core';
import { PosError } from '../pos/errors';
import type { ShopFacts } from '../pos/vendor';
import { readAddress } from './address';
import { authFields, ORDER_API } from './auth-fields';
import { checkOrderApi, checkPos } from './connection-check';
import { connectionName, type TestedShop } from './connection-label';
import { requireComplete } from './connection-needs';
import { explain } from './explain';
import { readText } from './input-text';
import { connectionSettings, readCredentials, readEnvironment, readToken, toPosSession } from './pos-session';
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
export async function logIn(z: ZObject, { authData }: Bundle) {
  return explain({ errors: z.errors, authData }, async () => {
    const vendor = requireComplete(authData);
    if (!vendor?.authenticate) return { access_token: readText(authData.api_key) ?? '' };
    const { environment } = readEnvironment(authData);
    const baseUrl = readAddress(authData.api_url);
    const settings = connectionSettings(vendor, authData);
    const context = { http: createZapierHttp(z), environment, baseUrl, settings };
    const { access_token, refresh_token } = await vendor
      .authenticate(readCredentials(vendor, authData), readToken(vendor, authData), context)
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
export async function testConnection(
  z: ZObject,
  { authData }: Bundle,
): Promise<ShopFacts & { system: string }> {
  return explain({ errors: z.errors, authData }, async () => {
    const vendor = requireComplete(authData);
    const http = createZapierHttp(z);
    const facts = vendor
      ? await checkPos(vendor, toPosSession({ vendor, authData, http }))
      : await checkOrderApi(http, authData);
    return { ...facts, system: readText(authData.system) ?? ORDER_API };
  });
}
