import type { Outlet } from '../delivery/pos-outlet';
import type { HttpClient } from '../http';
import { PosError } from '../pos/errors';
import type { ConnectionRecord, Scope } from '../store/records';
import type { Store } from '../store/store';
import type { Connection } from './connections';
import { createHttpClient } from './http-client';
import { sealedTokens } from './sealed-tokens';
import { CannotOpen, type SecretBox } from './secret-box';
import { Sessions } from './sessions';

type Parts = {
  store: Store;
  box: SecretBox;
  /** Those of configuration: their credentials are nowhere else. */
  configured: readonly Connection[];
  now: () => number;
  http?: HttpClient;
};

/** Stored connections with their credentials in the clear, and sessions for them: the one place that opens the box. */
export class ConnectionDirectory {
  private readonly sessions: Sessions;
  constructor(private readonly parts: Parts) {
    const { store, box, now, http = createHttpClient() } = parts;
    this.sessions = new Sessions(http, () => new Date(now()), sealedTokens(store, box, now));
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
    return this.sessions.open(this.openable(record));
  }

  /** The next `open` logs in again, unless the token is younger than that. */
  forget(connection_id: string, olderThanMs?: number): void {
    this.sessions.forget(connection_id, olderThanMs);
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
