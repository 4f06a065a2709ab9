import type { HttpResponse } from '../../http';
import { parseJsonObject } from '../json-body';
import { jsonReply } from '../replies';
import type { SimulatorContext, SimulatorRequest } from '../simulator';
import { ACCOUNT } from './account';

export const TOKEN_PATH = '/oauth/token';
const LIFETIME_SECONDS = 3600;
const CHANNEL_SCOPE = `genericChannel:${ACCOUNT.channelName}`;

type Grant = { expiresAt: number; scope: string };
const refuse = (code: string, description: string): HttpResponse => jsonReply(401, { code, description });

/** Machine-to-machine tokens. Scopes decide which channel may send orders. */
export class TokenDesk {
  private readonly grants = new Map<string, Grant>();

  issue(request: SimulatorRequest, { now, readOnly }: SimulatorContext): HttpResponse {
    const body = parseJsonObject(request.body);
    if (body?.grant_type !== 'client_credentials' || typeof body.audience !== 'string' || !body.audience)
      return jsonReply(400, {
        code: 'invalid_request',
        description: 'grant_type client_credentials and audience are required, as JSON',
      });
    if (body.client_id !== ACCOUNT.clientId || body.client_secret !== ACCOUNT.clientSecret)
      return refuse('access_denied', 'client id or secret is wrong');
    const token = `deliverect-access-${this.grants.size + 1}`;
    const scope = readOnly ? 'store' : CHANNEL_SCOPE;
    const expiresAt = Math.floor(now.getTime() / 1000) + LIFETIME_SECONDS;
    this.grants.set(token, { expiresAt, scope });
    return jsonReply(200, {
      access_token: token,
      expires_at: expiresAt,
      expires_in: LIFETIME_SECONDS,
      scope,
      token_type: 'Bearer',
    });
  }

  /** The reply that refuses an order to this channel, or undefined. */
  refuse(
    request: SimulatorRequest,
    context: SimulatorContext,
    channelName: string,
  ): HttpResponse | undefined {
    const authorization = request.headers.authorization ?? '';
    const grant = this.grants.get(authorization.replace(/^Bearer /, ''));
    if (!authorization.startsWith('Bearer ') || !grant)
      return refuse('invalid_token', 'token is missing or unknown');
    if (context.expiredToken || grant.expiresAt * 1000 <= context.now.getTime())
      return refuse('token_expired', 'token is expired');
    const allowed = !context.readOnly && grant.scope === `genericChannel:${channelName}`;
    return allowed ? undefined : refuse('Authorization error', "you're not allowed to send in orders");
  }
}
