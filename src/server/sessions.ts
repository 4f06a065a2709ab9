import type { HttpClient } from '../http';
import { PosError } from '../pos/errors';
import type { Session, Token, Vendor } from '../pos/vendor';
import { findVendor } from '../pos/vendors';
import type { Connection } from './connections';

/** Opens sessions for connections; one log-in at a time for each, and its token is kept until it expires. */
export class Sessions {
  private readonly tokens = new Map<string, Promise<{ token: Token; expiresAt: number }>>();
  constructor(
    private readonly http: HttpClient,
    private readonly now: () => Date = () => new Date(),
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
    const session: Session = {
      http: this.http,
      credentials: connection.credentials,
      settings: connection.settings,
      posLocation: connection.pos_location,
      environment: connection.environment,
      baseUrl: connection.api_url ?? undefined,
      now: this.now().toISOString(),
    };
    const token = vendor.authenticate && (await this.token(connection, vendor));
    return { vendor, session: token ? { ...session, token } : session };
  }

  private async token(connection: Connection, vendor: Vendor): Promise<Token> {
    const known = await this.tokens.get(connection.id)?.catch(() => undefined);
    if (known && known.expiresAt > this.now().getTime()) return known.token;
    const login = this.login(connection, vendor, known?.token);
    this.tokens.set(connection.id, login);
    return (await login).token;
  }

  private async login(connection: Connection, vendor: Vendor, previous: Token | undefined) {
    const context = {
      http: this.http,
      environment: connection.environment,
      baseUrl: connection.api_url ?? undefined,
      settings: connection.settings,
    };
    const token = await vendor.authenticate?.(connection.credentials, previous, context);
    if (!token) throw new PosError('credentials', vendor.id, `${vendor.name} gave no token.`);
    const seconds = token.expires_in_seconds ?? 3600;
    return { token, expiresAt: this.now().getTime() + (seconds - 60) * 1000 };
  }
}
