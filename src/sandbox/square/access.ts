import type { SimulatorContext } from '../simulator';
import { SquareRefusal } from './errors';
import { MERCHANT_ID } from './locations';
import { flag, list, object, oneOf, required, text } from './shape';

export const ACCESS_TOKEN = 'sandbox-square-token';
export const CLIENT_ID = 'sandbox-square-client';
export const CLIENT_SECRET = 'sandbox-square-secret';
export const REFRESH_TOKEN = 'sandbox-square-refresh';
export const AUTHORIZATION_CODE = 'sandbox-square-code';

const READ_SCOPES = ['MERCHANT_PROFILE_READ', 'ITEMS_READ', 'ORDERS_READ', 'PAYMENTS_READ'];
const WRITE_SCOPES = ['ORDERS_WRITE', 'PAYMENTS_WRITE'];
const MONTH_MS = 30 * 24 * 3600 * 1000;
const expiry = (now: Date): string => new Date(now.getTime() + MONTH_MS).toISOString();

const scopesOf = ({ readOnly }: SimulatorContext): string[] =>
  readOnly ? READ_SCOPES : [...READ_SCOPES, ...WRITE_SCOPES];

/** Refuses a request without the known bearer token, or one that needs a scope which the token lacks. */
export function authorize(
  authorization: string | undefined,
  needed: string[],
  context: SimulatorContext,
): void {
  if (authorization !== `Bearer ${ACCESS_TOKEN}`)
    throw new SquareRefusal('UNAUTHORIZED', 'This request could not be authorized.');
  if (context.expiredToken) throw new SquareRefusal('ACCESS_TOKEN_EXPIRED', 'The access token has expired.');
  const lacking = needed.filter((scope) => !scopesOf(context).includes(scope));
  if (lacking.length > 0)
    throw new SquareRefusal(
      'INSUFFICIENT_SCOPES',
      `The merchant must authorize your application for the following scopes: ${lacking.join(' ')}`,
    );
}

/** POST /oauth2/token/status: what the token may do. */
export const tokenStatus = (context: SimulatorContext): object => ({
  scopes: scopesOf(context),
  expires_at: expiry(context.now),
  client_id: CLIENT_ID,
  merchant_id: MERCHANT_ID,
});

const tokenRequest = object({
  client_id: required(text({ max: 191 })),
  client_secret: text({ max: 1024 }),
  grant_type: required(oneOf('grant_type', ['authorization_code', 'refresh_token'])),
  code: text({ max: 191 }),
  refresh_token: text({ max: 1024 }),
  redirect_uri: text({ max: 2048 }),
  scopes: list(text()),
  short_lived: flag,
});

/** POST /oauth2/token, the code flow: the refresh token may be used for ever and comes back unchanged. */
export function obtainToken(body: unknown, { now }: SimulatorContext): object {
  const request = tokenRequest.parse(body, '');
  const proof = request.grant_type === 'refresh_token' ? 'refresh_token' : 'code';
  const wanted = { refresh_token: REFRESH_TOKEN, code: AUTHORIZATION_CODE }[proof];
  if (request[proof] === undefined)
    throw new SquareRefusal('MISSING_REQUIRED_PARAMETER', 'Field must be set.', proof);
  if (request.client_id !== CLIENT_ID || request.client_secret !== CLIENT_SECRET || request[proof] !== wanted)
    throw new SquareRefusal('UNAUTHORIZED', 'The client, its secret or its grant is not valid.');
  return {
    access_token: ACCESS_TOKEN,
    token_type: 'bearer',
    expires_at: expiry(now),
    merchant_id: MERCHANT_ID,
    refresh_token: REFRESH_TOKEN,
    short_lived: request.short_lived ?? false,
  };
}
