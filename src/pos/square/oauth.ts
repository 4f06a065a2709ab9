import { PosError } from '../errors';
import { exchange } from '../exchange';
import { asObject, asText } from '../json';
import type { OAuthClient, VendorOAuth } from '../oauth';
import type { LoginContext, Token } from '../vendor';
import { HOSTS } from './api';
import { toSquareError } from './errors';

/** What an application needs to place orders and to read the menu. */
export const NEEDED_SCOPES = [
  'ORDERS_WRITE',
  'PAYMENTS_WRITE',
  'ORDERS_READ',
  'ITEMS_READ',
  'MERCHANT_PROFILE_READ',
];

/** https://developer.squareup.com/docs/oauth-api/overview, read 2026-11-24: a refresh token of the code flow stays the same. */
export const oauth: VendorOAuth = {
  authorizeUrl(client_id, { environment, baseUrl }) {
    const query = new URLSearchParams({ client_id, scope: NEEDED_SCOPES.join(' '), session: 'false' });
    return `${baseUrl ?? HOSTS[environment]}/oauth2/authorize?${query}`;
  },
  exchange: ({ client, code, redirect_uri }, context) =>
    fetchToken({ client, grant: { grant_type: 'authorization_code', code, redirect_uri } }, context),
  refresh: ({ client, refresh_token }, context) =>
    fetchToken({ client, grant: { grant_type: 'refresh_token', refresh_token } }, context),
};

type Asked = { client: OAuthClient; grant: Record<string, string> };

async function fetchToken({ client, grant }: Asked, context: LoginContext): Promise<Token> {
  const request = {
    method: 'POST' as const,
    url: `${context.baseUrl ?? HOSTS[context.environment]}/oauth2/token`,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ ...client, ...grant }),
  };
  const how = { vendor: 'square', name: 'Square', writes: false, toError: toSquareError };
  const reply = asObject(await exchange(context.http, request, how));
  const access_token = asText(reply.access_token);
  if (!access_token)
    throw new PosError('credentials', 'square', 'Square gave no access token. Connect Square again.');
  return { access_token, refresh_token: asText(reply.refresh_token) ?? grant.refresh_token };
}
