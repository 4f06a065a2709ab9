import type { HttpClient } from '../../http';
import type { Shop } from '../../order/shop';
import type { Condition } from '../../store/condition';
import type { Scope } from '../../store/records';
import type { Store } from '../../store/store';
import type { Config, Environment } from '../config';
import type { Connection } from '../connections';
import type { ClockWitness } from './clock-witness';
import type { Visits } from './visits';

/** Where a value of a connection is written. */
export type Source = 'environment' | 'file' | 'store';
export type Examined = { connection: Connection; source: Source };

/** The database: not made yet, not to be opened, of an earlier version, or open. */
export type Books =
  | { state: 'none' }
  | { state: 'broken'; why: string }
  | { state: 'earlier'; condition: Condition }
  | { state: 'open'; condition: Condition; store: Store; scopes: Scope[] };

/** Who answers at `HOST` and `PORT`: this installation, something else, or nobody. */
export type Running = 'this' | 'other' | 'nobody';

/** A set-up as it stands, and ways to ask about it. Checks read it and change nothing. */
export type Premises = {
  environment: Environment;
  config: Config;
  now(): number;
  /** The longest that one answer of somebody else may take. */
  patienceMs: number;
  /** Outside stand simulators: nobody else is asked. */
  simulated: boolean;
  books: Books;
  /** Those of the database; before the first start, the one that will be made. */
  shops: Shop[];
  connections: Examined[];
  /** What configuration said of them that is worth knowing. */
  notices: string[];
  /** Connections whose credentials do not open, and why. */
  sealed: { id: string; why: string }[];
  /** Why there is no key to open credentials with; null: there is one. */
  keyless: string | null;
  running: Running;
  /** What a nonce must be answered with; null where there is no key. */
  proofOf: ((nonce: string) => string) | null;
  visits: Visits;
  http: HttpClient;
  witness: ClockWitness;
};

/** The shop a connection belongs to. */
export function shopOf({ shops }: Pick<Premises, 'shops'>, { location_id }: Connection): Shop | undefined {
  return shops.find(({ id }) => id === location_id);
}
