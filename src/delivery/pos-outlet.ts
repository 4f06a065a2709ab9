import { failpoint } from '../failpoint';
import type { HttpClient } from '../http';
import { retryAfterSeconds } from '../pos/exchange';
import type { Session, Vendor } from '../pos/vendor';
import { Limiter, type Priority } from './limiter';

/** An open connection to a POS. */
export type Outlet = { vendor: Vendor; session: Session };

/** Where the engine gets its connections from; what fails to open throws `PosError`. */
export type PosOutlets = {
  open(restaurant_id: string, connection_id: string): Promise<Outlet>;
  /** Whether nothing may be sent there now. */
  isRehearsed(restaurant_id: string, connection_id: string): Promise<boolean>;
  /** Drops the token: the next `open` logs in again. False where the token is static. */
  renew(restaurant_id: string, connection_id: string): Promise<boolean>;
  /** What a check or a refusal found out, for whoever looks at the connection. */
  note(
    restaurant_id: string,
    connection_id: string,
    status: { status: 'ok' | 'blocked'; reason: string | null },
  ): Promise<void>;
};

/** How long a vendor is left alone that does not say so itself. */
const REST_SECONDS = 60;

/** Keeps each connection within what its vendor allows a token. */
export class SpeedLimits {
  private readonly limiters = new Map<string, Limiter>();
  private readonly rests = new Map<string, number>();
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The outlet with a client that waits for its turn. */
  of({ vendor, session }: Outlet, connection_id: string, priority: Priority): Outlet {
    const limiter =
      this.limiters.get(connection_id) ?? new Limiter(vendor.limits.requestsPerSecond, this.now);
    this.limiters.set(connection_id, limiter);
    const http: HttpClient = async (request) => {
      await limiter.pass(priority);
      failpoint('pos.before_request');
      const response = await session.http(request);
      failpoint('pos.after_reply');
      if (response.status === 429) {
        this.rests.set(connection_id, this.now() + (retryAfterSeconds(response) ?? REST_SECONDS) * 1_000);
      }
      return response;
    };
    return { vendor, session: { ...session, http } };
  }

  /** What still waits for its turn does not leave any more. */
  close(): void {
    for (const limiter of this.limiters.values()) limiter.close();
  }

  /** Whether its vendor has asked to be left alone for now: what no guest waits for is not asked then. */
  isResting(connection_id: string): boolean {
    return (this.rests.get(connection_id) ?? Number.NEGATIVE_INFINITY) > this.now();
  }
}
