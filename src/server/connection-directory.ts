import type { Outlet } from '../delivery/pos-outlet';
import type { HttpClient } from '../http';
import { PosError } from '../pos/errors';
import type { ConnectionRecord, Scope } from '../store/records';
import type { Store } from '../store/store';
import type { Connection } from './connections';
import { createGuardedHttpClient } from './guarded-http-client';
import { createHttpClient } from './http-client';
import type { AddressPolicy } from './public-address';
import { sealedTokens } from './sealed-tokens';
import { CannotOpen, type SecretBox } from './secret-box';
import { Sessions } from './sessions';

type Parts = {
  store: Store;
  box: SecretBox;
  /** Those of configuration: their credentials are nowhere else. */
  configured: readonly Connection[];
  now: () => number;
  /** Which private addresses tenants' connections may lead to. */
  addresses: AddressPolicy;
  /** Instead of the network. */
  http?: HttpClient;
};

/** Stored connections with their credentials in the clear, and sessions for them: the one place that opens the box. */
export class ConnectionDirectory {
  private readonly sessions: Record<ConnectionRecord['source'], Sessions>;
  constructor(private readonly parts: Parts) {
    const { store, box, now, addresses, http } = parts;
    const tokens = sealedTokens(store, box, now);
    const open = (client: HttpClient) => new Sessions(client, () => new Date(now()), tokens);
    this.sessions = {
      configuration: open(http ?? createHttpClient()),
      api: open(http ?? createGuardedHttpClient(addresses)),
    };
  }

  /** Undefined where there is none, or no longer. Throws `CannotOpen`. */
  async connection(scope: Scope, id: string): Promise<Connection | undefined> {
    const record = await this.parts.store.connection(scope, id);
    return record && this.inTheClear(record);
  }

  /** Throws `CannotOpen` where the credentials were sealed under another secret. */
  inTheClear(record: ConnectionRecord): Connection {
    const { id, vendor, name, location_id, pos_location, environment, api_url, settings } = record;
    return {
      ...{ id, vendor, name, location_id, pos_location, environment, api_url, settings },
      default: record.is_default,
      credentials: this.credentialsOf(record),
    };
  }

  /** The vendor and an open session; throws `PosError` where the log-in fails. */
  async open(record: ConnectionRecord): Promise<Outlet> {
    return this.sessions[record.source].open(this.openable(record));
  }

  /** The next `open` logs in again, unless the token is younger than that. */
  forget(connection_id: string, olderThanMs?: number): void {
    for (const sessions of Object.values(this.sessions)) sessions.forget(connection_id, olderThanMs);
  }

  seal(connection_id: string, credentials: Record<string, string>): Buffer {
    return this.parts.box.seal(JSON.stringify(credentials), connection_id);
  }

  private credentialsOf({ id, source, credentials }: ConnectionRecord): Record<string, string> {
    if (source === 'configuration') {
      return this.parts.configured.find((one) => one.id === id)?.credentials ?? {};
    }
    return credentials === null ? {} : JSON.parse(this.parts.box.open(credentials, id));
  }

  private openable(record: ConnectionRecord): Connection {
    try {
      return this.inTheClear(record);
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      throw new PosError('credentials', record.vendor, error.message, { code: 'SEALED' });
    }
  }
}
