import { createHash } from 'node:crypto';
import { failpoint } from '../failpoint';
import type { HttpClient } from '../http';
import { PosError } from '../pos/errors';
import type { Session, Token, Vendor } from '../pos/vendor';
import { findVendor } from '../pos/vendors';
import type { Connection } from './connections';

/** A token with a digest of what it came from: for other credentials it is worth nothing. */
export type KeptToken = { token: Token; expiresAt: number; madeFrom: string };

/** Where tokens outlive the process. `save` settles once the token is on the disk. */
export type TokenStore = {
  load(connection_id: string): Promise<KeptToken | undefined>;
  save(connection_id: string, kept: KeptToken): Promise<void>;
};

type Held = KeptToken & { madeAt: number; saved: boolean };
type Login = { madeFrom: string; held: Promise<Held> };

/**
 * Opens sessions for connections; one log-in at a time for each, and its token is kept until it expires. With a store, a new token is
 * saved before its first use: refresh tokens of Lightspeed and Clover work once, so a crash between the vendor's reply and the
 * save is the one moment at which access can be lost. One process is the only one to refresh.
 */
export class Sessions {
  private readonly held = new Map<string, Held>();
  private readonly logins = new Map<string, Login>();
  constructor(
    private readonly http: HttpClient,
    private readonly now: () => Date = () => new Date(),
    private readonly tokens?: TokenStore,
  ) {}

  /** The vendor and an open session; throws `PosError` where the log-in fails. */
  async open(connection: Connection): Promise<{ vendor: Vendor; session: Session }> {
    const vendor = findVendor(connection.vendor);
    if (!vendor)
      throw new PosError(
        'rejected',
        connection.vendor,
        `"${connection.vendor}" is not a POS that OrderWire speaks.`,
      );
    const token = vendor.authenticate && (await this.token(connection, vendor));
    const session: Session = {
      http: token ? this.watched(connection.id, token) : this.http,
      credentials: connection.credentials,
      settings: connection.settings,
      posLocation: connection.pos_location,
      environment: connection.environment,
      baseUrl: connection.api_url ?? undefined,
      now: this.now().toISOString(),
    };
    return { vendor, session: token ? { ...session, token } : session };
  }

  /** The next `open` logs in again, unless the token is younger than that: too many log-ins can cost the access (Toast). */
  forget(connection_id: string, olderThanMs = 0): void {
    const held = this.held.get(connection_id);
    if (held && this.now().getTime() - held.madeAt >= olderThanMs) held.expiresAt = 0;
  }

  /** A client that notices when the vendor refuses its token: only that one is dropped, not one that has replaced it meanwhile. */
  private watched(connection_id: string, token: Token): HttpClient {
    return async (request) => {
      const response = await this.http(request);
      const held = this.held.get(connection_id);
      if (response.status === 401 && held?.token === token) held.expiresAt = 0;
      return response;
    };
  }

  private async token(connection: Connection, vendor: Vendor): Promise<Token> {
    const { id } = connection;
    const madeFrom = digestOf(connection);
    for (let login = this.logins.get(id); login; login = this.logins.get(id)) {
      if (login.madeFrom === madeFrom) return (await login.held).token;
      await login.held.catch(() => {});
    }
    const held = this.obtain(connection, vendor, madeFrom).finally(() => this.logins.delete(id));
    this.logins.set(id, { madeFrom, held });
    return (await held).token;
  }

  private async obtain(connection: Connection, vendor: Vendor, madeFrom: string): Promise<Held> {
    const known = this.held.get(connection.id) ?? (await this.load(connection.id));
    const mine = known?.madeFrom === madeFrom ? known : undefined;
    const isGood = mine && mine.expiresAt > this.now().getTime();
    const held = isGood ? mine : await this.login(connection, vendor, { previous: mine?.token, madeFrom });
    this.held.set(connection.id, held);
    if (!held.saved) await this.save(connection.id, held, vendor);
    return held;
  }

  private async load(connection_id: string): Promise<Held | undefined> {
    const kept = await this.tokens?.load(connection_id);
    return kept && { ...kept, madeAt: 0, saved: true };
  }

  private async login(
    connection: Connection,
    vendor: Vendor,
    { previous, madeFrom }: { previous: Token | undefined; madeFrom: string },
  ): Promise<Held> {
    const context = {
      http: this.http,
      environment: connection.environment,
      baseUrl: connection.api_url ?? undefined,
      settings: connection.settings,
    };
    const token = await vendor.authenticate?.(connection.credentials, previous, context);
    if (!token) throw new PosError('credentials', vendor.id, `${vendor.name} gave no token.`);
    const seconds = token.expires_in_seconds ?? 3600;
    const madeAt = this.now().getTime();
    const expiresAt = madeAt + (seconds - Math.min(60, seconds / 4)) * 1000;
    return { token, madeFrom, madeAt, expiresAt, saved: !this.tokens };
  }

  /** What could not be saved is not used, but it is not thrown away either: the next `open` saves it. */
  private async save(connection_id: string, held: Held, vendor: Vendor): Promise<void> {
    const { token, expiresAt, madeFrom } = held;
    try {
      failpoint('token.before_save');
      await this.tokens?.save(connection_id, { token, expiresAt, madeFrom });
      failpoint('token.after_save');
      held.saved = true;
    } catch {
      const message = `${vendor.name}'s new token could not be saved, and an unsaved one is not used. It is tried again.`;
      throw new PosError('unreachable', vendor.id, message, { code: 'NOT_SAVED' });
    }
  }
}

/** What a token hangs on: where it is good, and the refresh token it descends from, else what it was bought with. */
function digestOf({ vendor, credentials, environment, api_url }: Connection): string {
  const { access_token, client_id, client_secret, refresh_token } = credentials;
  const origin = api_url && new URL(api_url).origin;
  const root = [vendor, environment, origin, client_id, access_token, refresh_token ?? client_secret];
  return createHash('sha256').update(JSON.stringify(root)).digest('hex');
}
