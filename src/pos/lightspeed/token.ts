import type { HttpRequest, HttpResponse } from '../../http';
import { kindOfStatus, PosError } from '../errors';
import { exchange, retryAfterSeconds } from '../exchange';
import { asInteger, asObject, asText } from '../json';
import type { Environment, LoginContext, Token } from '../vendor';
import { HOSTS, type LightspeedKey, TIMEOUT_MS } from './api';
import { refuseOtherSeries } from './product';

type Credentials = Partial<Record<LightspeedKey, string>>;

/** https://api-portal.lsk.lightspeed.app/quick-start/authentication/v2-authentication/v2-migration-faq, read 2026-11-24. */
const AUTH_HOSTS: Record<Environment, string> = {
  production: 'https://auth.lsk-prod.app',
  sandbox: 'https://auth.lsk-demo.app',
};
const V2_PATH = '/realms/k-series/protocol/openid-connect';
const V1_PATH = '/oauth';

/** Clients made before November 2025 start with `devp-`, all later ones with `devp-v2-`. */
function isLegacy(clientId: string): boolean {
  return clientId.startsWith('devp-') && !clientId.startsWith('devp-v2-');
}

/**
 * A new access token for the newest refresh token. Lightspeed rotates: the refresh token returned here replaces the one used,
 * and must be saved before the access token is used.
 */
export async function authenticate(
  credentials: Credentials,
  previous: Token | undefined,
  context: LoginContext,
): Promise<Token> {
  refuseOtherSeries(context);
  const refresh_token = previous?.refresh_token ?? credentials.refresh_token ?? '';
  const grant = { grant_type: 'refresh_token', refresh_token };
  const token = await fetchToken({ credentials: { ...credentials, refresh_token }, grant }, context);
  return { ...token, refresh_token: token.refresh_token ?? refresh_token };
}

type Asked = { credentials: Credentials; grant: Record<string, string> };

/** The token for a grant of OAuth: a code that a merchant's page sent back, or the newest refresh token. */
export async function fetchToken(asked: Asked, context: LoginContext): Promise<Token> {
  const how = { vendor: 'lightspeed', name: 'Lightspeed', writes: false, toError: toTokenError };
  const reply = asObject(await exchange(context.http, toTokenRequest(asked, context), how));
  const access_token = asText(reply.access_token);
  if (!access_token)
    throw new PosError('unreachable', 'lightspeed', 'Lightspeed gave no access token. It is tried again.');
  return {
    access_token,
    refresh_token: asText(reply.refresh_token),
    expires_in_seconds: asInteger(reply.expires_in),
  };
}

/** Where clients of this kind log in, and what the page is called there that asks the merchant. */
export function loginAt(client_id: string, at: Pick<LoginContext, 'environment' | 'baseUrl'>) {
  const legacy = isLegacy(client_id);
  const host = at.baseUrl ?? (legacy ? HOSTS : AUTH_HOSTS)[at.environment];
  return { login: `${host}${legacy ? V1_PATH : V2_PATH}`, page: legacy ? '/authorize' : '/auth' };
}

function toTokenRequest({ credentials, grant }: Asked, context: LoginContext): HttpRequest {
  const { client_id = '', client_secret = '' } = credentials;
  const missing = Object.entries({ client_id, client_secret, ...grant }).find(([, value]) => !value)?.[0];
  if (missing) {
    const message = `The Lightspeed connection has no ${missing}. Fill it in; the client comes from the Lightspeed K-Series developer portal.`;
    throw new PosError('credentials', 'lightspeed', message, { code: 'MISSING_CREDENTIAL' });
  }
  return {
    method: 'POST',
    url: `${loginAt(client_id, context).login}/token`,
    headers: {
      authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: new URLSearchParams(grant).toString(),
    timeoutMs: TIMEOUT_MS,
  };
}

const WRONG_CLIENT =
  'Check the client id and secret, and that the environment (live or trial) is the one the client was made for.';
const NEXT_STEPS: Record<string, string> = {
  invalid_grant:
    'The refresh token was used before, has expired or was withdrawn. Connect Lightspeed again, and keep its token in one place only.',
  invalid_client: WRONG_CLIENT,
  unauthorized_client: WRONG_CLIENT,
};

/** OAuth's own errors (RFC 6749, 5.2) are all a matter of credentials. */
function toTokenError(response: HttpResponse, json: unknown): PosError {
  const code = asText(asObject(json).error);
  const byStatus = kindOfStatus(response.status);
  const kind = byStatus === 'rejected' ? 'credentials' : byStatus;
  const next =
    (code && NEXT_STEPS[code]) ||
    (kind === 'credentials' ? 'Connect Lightspeed again.' : 'It is tried again.');
  return new PosError(
    kind,
    'lightspeed',
    `Lightspeed gave no access token (${code ?? response.status}). ${next}`,
    {
      code,
      httpStatus: response.status,
      retryAfterSeconds: retryAfterSeconds(response),
    },
  );
}
