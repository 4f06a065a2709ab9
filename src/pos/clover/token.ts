import type { HttpResponse } from '../../http';
import { PosError } from '../errors';
import { exchange } from '../exchange';
import { asInteger, asObject, asText } from '../json';
import type { LoginContext, Token } from '../vendor';
import { type CloverCredential, hostOf, TIMEOUT_MS, USER_AGENT } from './api';
import { toCloverError } from './errors';

type Credentials = Partial<Record<CloverCredential, string>>;

/**
 * A static token as it is, or a new pair for a refresh token (https://docs.clover.com/docs/refresh-access-tokens).
 * A refresh token works once: the new one must be kept, and only one caller may refresh at a time.
 */
export async function authenticate(
  credentials: Credentials,
  previous: Token | undefined,
  context: LoginContext,
): Promise<Token> {
  if (credentials.access_token) return { access_token: credentials.access_token };
  const { client_id } = credentials;
  const refresh_token = previous?.refresh_token ?? credentials.refresh_token;
  if (!client_id || !refresh_token) throw incomplete();
  const seen: { reply?: HttpResponse } = {};
  const reply = await exchange(
    async (request) => {
      seen.reply = await context.http(request);
      return seen.reply;
    },
    {
      method: 'POST',
      url: `${hostOf(context)}/oauth/v2/refresh`,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': USER_AGENT,
      },
      body: JSON.stringify({ client_id, refresh_token }),
      timeoutMs: TIMEOUT_MS,
    },
    { vendor: 'clover', name: 'Clover', writes: false, toError: toCloverError },
  );
  return toToken(asObject(reply), seen.reply?.headers.date);
}

/** A new pair as Clover gives it. `date`: Clover's own clock, which tells how long the token lives. */
export function toToken(reply: Record<string, unknown>, date?: string): Token {
  const access_token = asText(reply.access_token);
  const refresh_token = asText(reply.refresh_token);
  if (!access_token || !refresh_token) throw incomplete();
  const seconds = lifetime(asInteger(reply.access_token_expiration), date);
  return { access_token, refresh_token, ...(seconds !== undefined && { expires_in_seconds: seconds }) };
}

/** Clover gives the moment of expiry in Unix seconds; its own Date header tells how far away that is. */
function lifetime(expiration: number | undefined, date: string | undefined): number | undefined {
  const now = Date.parse(date ?? '');
  if (expiration === undefined || Number.isNaN(now)) return undefined;
  return Math.max(0, expiration - Math.floor(now / 1000));
}

function incomplete(): PosError {
  return new PosError(
    'credentials',
    'clover',
    'Clover needs an access token, or a client id with a refresh token that was not used yet. Connect Clover again.',
    { code: 'NO_TOKEN' },
  );
}
