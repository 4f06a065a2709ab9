import type { HttpResponse } from '../../http';
import { jsonReply } from '../replies';
import type { SimulatorContext, SimulatorRequest } from '../simulator';
import { ACCOUNT } from './account';

export const TOKEN_PATH_V2 = '/realms/k-series/protocol/openid-connect/token';
export const TOKEN_PATH_V1 = '/oauth/token';
/** Lightspeed says that lifetimes vary and must be read from the reply; these differ so that a fixed guess shows. */
export const LIFETIME_SECONDS = { v1: 3600, v2: 1800 } as const;

const FULL_SCOPE = 'orders-api financial-api offline_access';
const READ_ONLY_SCOPE = 'financial-api offline_access';

type Grant = { expiresAt: number; scope: string };

/** Issues and checks the tokens of one merchant account. Every refresh hands out a new pair; the old refresh token dies. */
export class TokenDesk {
  private readonly access = new Map<string, Grant>();
  private readonly refresh = new Set<string>(ACCOUNT.refreshTokens);
  private issued = 0;

  /** Answers a token request at either path. */
  issue(request: SimulatorRequest, { now, readOnly }: SimulatorContext): HttpResponse {
    if (request.method !== 'POST') return jsonReply(405, { error: 'method_not_allowed' });
    // V1 also documents its parameters in the address; V2 takes the form body only.
    const form = new URLSearchParams(request.body);
    const read = (name: string) =>
      form.get(name) ?? (request.path === TOKEN_PATH_V1 ? request.query.get(name) : null);
    if (!isClient(request.headers.authorization ?? ''))
      return oauthError(401, 'unauthorized_client', 'Invalid client or Invalid client credentials');
    if (!read('grant_type')) return oauthError(400, 'invalid_request', 'Missing form parameter: grant_type');
    if (read('grant_type') !== 'refresh_token')
      return oauthError(
        400,
        'unsupported_grant_type',
        'Unsupported grant_type in the sandbox: use refresh_token',
      );
    if (!this.refresh.delete(read('refresh_token') ?? ''))
      return oauthError(400, 'invalid_grant', 'Invalid refresh token');
    return this.hand(now, request.path === TOKEN_PATH_V1 ? 'v1' : 'v2', readOnly);
  }

  /** The reply that refuses a call, or undefined when its token may make it. */
  refuse(request: SimulatorRequest, context: SimulatorContext, scope: string): HttpResponse | undefined {
    const grant = this.access.get((request.headers.authorization ?? '').replace(/^Bearer /, ''));
    if (!grant || !request.headers.authorization?.startsWith('Bearer '))
      return challenge(401, 'invalid_token', 'Invalid access token');
    if (context.expiredToken || grant.expiresAt <= context.now.getTime())
      return challenge(401, 'invalid_token', 'Access token expired');
    const scopes = (context.readOnly ? READ_ONLY_SCOPE : grant.scope).split(' ');
    return scopes.includes(scope)
      ? undefined
      : challenge(403, 'insufficient_scope', `Insufficient scope for this resource: ${scope}`);
  }

  private hand(now: Date, version: keyof typeof LIFETIME_SECONDS, readOnly: boolean): HttpResponse {
    this.issued += 1;
    const accessToken = `lightspeed-access-${this.issued}`;
    const refreshToken = `lightspeed-refreshed-${this.issued}`;
    const scope = readOnly ? READ_ONLY_SCOPE : FULL_SCOPE;
    const seconds = LIFETIME_SECONDS[version];
    this.access.set(accessToken, { expiresAt: now.getTime() + seconds * 1000, scope });
    this.refresh.add(refreshToken);
    return jsonReply(200, {
      access_token: accessToken,
      refresh_token: refreshToken,
      token_type: 'Bearer',
      expires_in: seconds,
      scope,
    });
  }
}

function isClient(authorization: string): boolean {
  const pair = `${ACCOUNT.clientId}:${ACCOUNT.clientSecret}`;
  return authorization === `Basic ${Buffer.from(pair).toString('base64')}`;
}

const oauthError = (status: number, error: string, description: string): HttpResponse =>
  jsonReply(status, { error, error_description: description });

const challenge = (status: number, error: string, description: string): HttpResponse =>
  jsonReply(
    status,
    { error, error_description: description },
    { 'www-authenticate': `Bearer error="${error}"` },
  );
