import { PosError } from '../errors';
import { exchange } from '../exchange';
import { asInteger, asObject, asText, requireText } from '../json';
import type { LoginContext, Token } from '../vendor';
import { HOSTS, read, TIMEOUT_MS, type ToastCredential, type ToastSession } from './api';
import { READ_ONLY, toToastError } from './errors';

const LOGIN = '/authentication/v1/authentication/login';
const WRITE_SCOPE = 'orders.orders:write';

/**
 * Logs in (https://doc.toasttab.com/doc/devguide/authentication.html). The token lasts a day, and asking again gives the same one;
 * more than two log-ins an hour can cost the access, so callers keep it until it expires or is refused.
 */
export async function logIn(
  credentials: Partial<Record<ToastCredential, string>>,
  { http, environment, baseUrl }: LoginContext,
): Promise<Token> {
  const { client_id: clientId, client_secret: clientSecret } = credentials;
  const request = {
    method: 'POST' as const,
    url: `${baseUrl ?? HOSTS[environment]}${LOGIN}`,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ clientId, clientSecret, userAccessType: 'TOAST_MACHINE_CLIENT' }),
    timeoutMs: TIMEOUT_MS,
  };
  const reply = await exchange(http, request, {
    vendor: 'toast',
    name: 'Toast',
    writes: false,
    toError: (response, json) =>
      response.status === 401 || response.status === 400
        ? new PosError('credentials', 'toast', WRONG, { code: 'LOGIN', httpStatus: response.status })
        : toToastError(response, json, { path: LOGIN }),
  });
  const token = asObject(asObject(reply).token);
  return {
    access_token: requireText(token.accessToken, 'toast', 'access token'),
    expires_in_seconds: asInteger(token.expiresIn),
  };
}

const WRONG =
  'Toast does not know this client id and secret. Copy both again, and check Live or Test: each environment has its own.';

type Claims = { scopes?: string[]; authority?: string };

/**
 * What a token says of its owner: scopes, and the naming authority where Toast has assigned one; nothing where it cannot be read. The
 * signature is Toast's business: this only saves refused orders (https://doc.toasttab.com/openapi/authentication/tag/Data-definitions/schema/AuthenticationToken).
 */
export function claimsOf(token: Token | undefined): Claims {
  const [, payload = ''] = token?.access_token.split('.') ?? [];
  try {
    const claims = asObject(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
    const scopes = typeof claims.scope === 'string' ? claims.scope.split(/[\s,]+/) : claims.scope;
    return {
      authority: asText(claims.namingAuthority),
      ...(Array.isArray(scopes) && { scopes: scopes.map((scope) => asText(scope) ?? '') }),
    };
  } catch {
    return {};
  }
}

/** Refuses credentials that may not create orders: by the token's scopes, else by asking for the price of nothing. */
export async function refuseReadOnly(session: ToastSession): Promise<void> {
  const { scopes } = claimsOf(session.token);
  if (scopes?.includes(WRITE_SCOPE)) return;
  if (scopes) throw new PosError('credentials', 'toast', READ_ONLY, { code: 'MISSING_SCOPE' });
  await read(session, '/orders/v2/prices', { method: 'POST', body: {} }).catch((error: unknown) => {
    // A refusal of the empty order is the answer hoped for: whoever may not write is stopped before it is read.
    if (!(error instanceof PosError) || error.kind !== 'rejected') throw error;
  });
}
