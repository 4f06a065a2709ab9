import type {
  Act,
  AdoptedConnection,
  ConnectionChange,
  ConnectionRecord,
  ConnectionStatus,
  NewConnection,
  Scope,
} from './records';

/** A vendor's token, sealed; `expires_at` in milliseconds. */
export type StoredToken = { sealed: Buffer; expires_at: number };

/** The store's part that is about access to POS systems. */
export interface ConnectionStore {
  /** Connections to a POS, oldest first; deleted ones are gone. */
  connections(scope: Scope): Promise<ConnectionRecord[]>;
  connection(scope: Scope, id: string): Promise<ConnectionRecord | undefined>;
  /** A new default takes the place of the shop's earlier one; so it does in a change. */
  createConnection(scope: Scope, connection: NewConnection, act: Act): Promise<ConnectionRecord>;
  /** `change` sees the connection as it is at the moment of writing; what it throws reaches the caller and nothing is written. */
  updateConnection(
    scope: Scope,
    id: string,
    change: (current: ConnectionRecord) => ConnectionChange,
    act: Act,
  ): Promise<ConnectionRecord | undefined>;
  /** Forgets its credentials and token; the row stays, as deliveries refer to it. Whether there was one. */
  deleteConnection(scope: Scope, id: string, act: Act): Promise<boolean>;
  /** Mirrors what configuration holds: new ones are added, changed ones changed, vanished ones deleted. */
  adoptConnections(scope: Scope, list: readonly AdoptedConnection[], act: Act): Promise<void>;
  setConnectionStatus(scope: Scope, id: string, status: ConnectionStatus, act: Act): Promise<void>;
  token(connection_id: string): Promise<StoredToken | undefined>;
  /** Settles once the token is on the disk: only then may it be used. */
  saveToken(connection_id: string, token: StoredToken, at: number): Promise<void>;
  /** Whose call it is that a POS sends us: the one look-up of a connection without a scope. */
  connectionAnywhere(id: string): Promise<ConnectionRecord | undefined>;
  /** Connections of every restaurant. */
  everyConnection(): Promise<ConnectionRecord[]>;
}
