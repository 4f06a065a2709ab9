import { Refusal } from './errors';
import { readObject, requiredString } from './fields';
import { guid } from './guid';

const DAY_SECONDS = 86_400;
const READ_SCOPES = [
  'cashmgmt:read',
  'config:read',
  'delivery_info.address:read',
  'digital_schedule:read',
  'guest.pi:read',
  'kitchen:read',
  'labor.employees:read',
  'labor:read',
  'menus:read',
  'orders:read',
  'packaging:read',
  'restaurants:read',
  'stock:read',
];
const PARTNER_SCOPES = [
  ...READ_SCOPES,
  'credit_cards.authorization:write',
  'menus.channel:read',
  'orders.channel:read',
  'orders.channel:void',
  'orders.delivery_info:write',
  'orders.orders:write',
];

/** A partner or custom integration may write; standard API access, which any restaurant can make for itself, only reads. */
export const CLIENTS = [
  { id: 'orderwire-partner', secret: 'sandbox-toast-partner-secret', scopes: PARTNER_SCOPES },
  { id: 'marios-standard-access', secret: 'sandbox-toast-standard-secret', scopes: READ_SCOPES },
] as const;
export const NAMING_AUTHORITY = 'ORDERWIRE';

export type Grant = { clientId: string; scopes: readonly string[]; expiresAt: number };
type Token = Grant & { text: string };
type Situation = { now: Date; readOnly: boolean };

/** Issues and recognises tokens: one a day for each client, the same one however often it is asked for. */
export class Logins {
  private tokens: Token[] = [];
  private times: number[] = [];

  /**
   * Answers a log-in. Toast asks for at most two an hour and may end a client's access over more; it is not refused here,
   * but counted.
   */
  logIn(body: unknown, situation: Situation) {
    const fields = readObject(body, 'body', ['clientId', 'clientSecret', 'userAccessType']);
    if (requiredString(fields.userAccessType, 'userAccessType') !== 'TOAST_MACHINE_CLIENT')
      throw new Refusal(400, 'userAccessType must be TOAST_MACHINE_CLIENT');
    const client = CLIENTS.find(({ id, secret }) => id === fields.clientId && secret === fields.clientSecret);
    if (!client) throw new Refusal(401, 'The client ID or the client secret is not valid');
    this.times.push(situation.now.getTime());
    const scopes = situation.readOnly ? READ_SCOPES : client.scopes;
    const token =
      this.current(client.id, scopes, situation.now) ?? this.issue(client.id, scopes, situation.now);
    return {
      token: {
        tokenType: 'Bearer',
        scope: null,
        expiresIn: token.expiresAt - seconds(situation.now),
        accessToken: token.text,
        idToken: null,
        refreshToken: null,
      },
      status: 'SUCCESS',
    };
  }

  /** Who is calling; 401 where the token is missing, unknown or past its time. `expired` ends the token's life now. */
  authorize(header: string | undefined, { now, expired }: { now: Date; expired: boolean }): Grant {
    const text = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
    if (expired) this.tokens = this.tokens.filter((token) => token.text !== text);
    const token = this.tokens.find((known) => known.text === text && known.expiresAt > seconds(now));
    if (!token) throw new Refusal(401, 'The authentication token is not recognized or has expired');
    return token;
  }

  /** The most log-ins within one hour. */
  busiestHour(): number {
    const within = (start: number) => this.times.filter((at) => at >= start && at < start + 3_600_000).length;
    return Math.max(0, ...this.times.map(within));
  }

  reset(): void {
    this.tokens = [];
    this.times = [];
  }

  /** A token is replaced in its last minute, not earlier. */
  private current(clientId: string, scopes: readonly string[], now: Date): Token | undefined {
    return this.tokens.find(
      (token) =>
        token.clientId === clientId && token.scopes === scopes && token.expiresAt - 60 > seconds(now),
    );
  }

  private issue(clientId: string, scopes: readonly string[], now: Date): Token {
    const expiresAt = seconds(now) + DAY_SECONDS;
    const jti = guid('token', `${clientId} ${expiresAt} ${this.times.length}`);
    const claims = {
      partnerGuid: guid('Partner', clientId),
      namingAuthority: NAMING_AUTHORITY,
      azp: clientId,
      scope: scopes,
      exp: expiresAt,
      jti,
      client_id: clientId,
    };
    const signature = Buffer.from(guid('signature', jti)).toString('base64url');
    const text = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.${signature}`;
    const token = { clientId, scopes, expiresAt, text };
    this.tokens.push(token);
    return token;
  }
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
