import type { HttpClient } from '../../http';
import { PosError } from '../../pos/errors';
import type { Session, ShopFacts, Vendor } from '../../pos/vendor';
import type { Connection } from '../connections';

/** What came of going to a POS: let in, turned away, or not gone, with the reason. */
export type Visit =
  | { outcome: 'in'; vendor: Vendor; session: Session; facts: ShopFacts }
  | { outcome: 'refused'; error: PosError; vendor?: Vendor; session?: Session }
  | { outcome: 'stayed'; why: string };

type Open = (connection: Connection) => Promise<{ vendor: Vendor; session: Session }>;
type Parts = {
  open: Open;
  /** Why this one must not be gone to; null: go. */
  stay: (connection: Connection) => Promise<string | null>;
  patienceMs: number;
};

/** Goes to each POS once, however many checks ask. */
export class Visits {
  private readonly visits = new Map<string, Promise<Visit>>();
  private readonly logins: Promise<unknown>[] = [];
  constructor(private readonly parts: Parts) {}

  to(connection: Connection): Promise<Visit> {
    const known = this.visits.get(connection.id);
    const visit = known ?? this.go(connection);
    if (!known) this.visits.set(connection.id, visit);
    return visit;
  }

  /** A log-in that is under way may hold the only copy of the next refresh token: it is waited for. */
  async finished(): Promise<void> {
    await Promise.allSettled(this.logins);
  }

  private async go(connection: Connection): Promise<Visit> {
    const why = await this.parts.stay(connection);
    if (why !== null) return { outcome: 'stayed', why };
    const login = this.parts.open(connection);
    this.logins.push(login);
    try {
      return await this.look(await login);
    } catch (error) {
      if (!(error instanceof PosError)) throw error;
      return { outcome: 'refused', error };
    }
  }

  private async look({ vendor, session }: Awaited<ReturnType<Open>>): Promise<Visit> {
    const quick = { ...session, http: impatient(session.http, this.parts.patienceMs) };
    try {
      return { outcome: 'in', vendor, session: quick, facts: await vendor.checkConnection(quick) };
    } catch (error) {
      if (!(error instanceof PosError)) throw error;
      return { outcome: 'refused', error, vendor, session: quick };
    }
  }
}

/** Whoever reads the report waits for it: no single answer may take as long as an order may. */
function impatient(http: HttpClient, timeoutMs: number): HttpClient {
  return (request) => http({ ...request, timeoutMs: Math.min(timeoutMs, request.timeoutMs ?? timeoutMs) });
}
