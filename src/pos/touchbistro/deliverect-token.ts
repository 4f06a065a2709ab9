import type { HttpRequest } from '../../http';
import { PosError } from '../errors';
import { exchange } from '../exchange';
import { asInteger, asObject, asText } from '../json';
import type { Environment, LoginContext, Token } from '../vendor';
import { toErrorBy } from './errors';
import { pick } from './field-map';
import type { TouchBistroKey } from './modes';

/** https://developers.deliverect.com/reference/access-token, read 2026-11-24. */
export const HOSTS: Record<Environment, string> = {
  production: 'https://api.deliverect.com',
  sandbox: 'https://api.staging.deliverect.com',
};

const toError = toErrorBy({
  name: 'Deliverect',
  read: (json) => ({
    code: asText(pick(json, 'code|error.code|error')),
    said: asText(pick(json, 'description|error_description|message')),
  }),
  next: { credentials: 'Check the client id and secret, and whether they are for staging or production.' },
});

/** A token with the rights it carries: `genericChannel:<channel name>`, where Deliverect tells them. */
export type Grant = Token & { scopes: string[] };

/** An access token for client credentials; the audience is Deliverect's own address, whatever address is called. */
export async function fetchToken(
  credentials: Partial<Record<TouchBistroKey, string>>,
  context: LoginContext,
): Promise<Grant> {
  const reply = asObject(
    await exchange(context.http, toTokenRequest(credentials, context), {
      vendor: 'touchbistro',
      name: 'Deliverect',
      writes: false,
      // A refused log-in is a matter of credentials, also where Deliverect answers 400.
      toError: (response, json) =>
        toError(response.status === 400 ? { ...response, status: 401 } : response, json),
    }),
  );
  const access_token = asText(reply.access_token);
  if (!access_token)
    throw new PosError('unreachable', 'touchbistro', 'Deliverect gave no access token. It is tried again.');
  const scopes = (asText(reply.scope) ?? '').split(/[\s,]+/).filter(Boolean);
  return { access_token, expires_in_seconds: asInteger(reply.expires_in), scopes };
}

function toTokenRequest(
  { client_id, client_secret }: Partial<Record<TouchBistroKey, string>>,
  { baseUrl, environment }: LoginContext,
): HttpRequest {
  if (!client_id || !client_secret) {
    const message =
      'Deliverect needs a client id and secret, which it gives to certified partners. Fill in both.';
    throw new PosError('credentials', 'touchbistro', message, { code: 'MISSING_CREDENTIAL' });
  }
  const audience = HOSTS[environment];
  return {
    method: 'POST',
    url: `${baseUrl ?? audience}/oauth/token`,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ client_id, client_secret, audience, grant_type: 'client_credentials' }),
    timeoutMs: 30_000,
  };
}
