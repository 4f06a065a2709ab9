import type { SpeedLimits } from '../delivery/pos-outlet';
import { findVendor } from '../pos/vendors';
import type { ConnectionRecord } from '../store/records';
import { syncMenu } from './menu-sync';
import { ApiProblem } from './problem';
import type { Services } from './services';

type Parts = Pick<Services, 'store' | 'menus' | 'directory' | 'now' | 'newId'> & {
  /** How often each menu is read; 0: never. */
  everyMinutes: number;
  limits: SpeedLimits;
  log: (level: 'info' | 'warn', message: string) => void;
  /** A clock that nobody sets. */
  steady?: () => number;
  random?: () => number;
};

const MINUTE = 60_000;
const LOOK_EVERY_MS = MINUTE / 2;
/** After a failure, unless the POS asks for longer. */
const AGAIN_MS = 5 * MINUTE;
/** An order that is there already does not wait longer for a shop's first menu. */
const LONGEST_FIRST_MS = 10_000;
const LONGEST_GOODBYE_MS = 2_000;

/** Reads the menus of all POS again and again, one after the other: what is sold out or costs something else there is so here too. */
export class MenuKeeper {
  private readonly due = new Map<string, number>();
  private readonly complaints = new Map<string, string>();
  private readonly steady: () => number;
  private readonly random: () => number;
  private timer: NodeJS.Timeout | undefined;
  private looking = Promise.resolve();
  private stopped = false;
  constructor(private readonly parts: Parts) {
    this.steady = parts.steady ?? (() => performance.now());
    this.random = parts.random ?? Math.random;
  }

  start(): void {
    if (this.parts.everyMinutes === 0 || this.stopped) return;
    this.looking = this.look().finally(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.start(), LOOK_EVERY_MS);
    });
  }

  /** Resolves once shops without a menu have the one of their POS, or it takes too long. */
  firstRead(): Promise<void> {
    return this.looked(LONGEST_FIRST_MS);
  }

  /** A POS that does not answer is not waited for. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looked(LONGEST_GOODBYE_MS);
  }

  private async looked(mostMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, mostMs);
    });
    await Promise.race([this.looking, enough]);
    clearTimeout(timer);
  }

  /** Reads what is due. It never throws. */
  async look(): Promise<void> {
    try {
      for (const connection of await this.parts.store.everyConnection()) {
        if (!this.stopped) await this.attend(connection);
      }
    } catch (error) {
      this.complain('', (error as Error).message);
    }
  }

  private async attend(connection: ConnectionRecord): Promise<void> {
    const { id, vendor, status } = connection;
    if (!findVendor(vendor)?.fetchMenu || status === 'blocked') return;
    const dueAt = this.due.get(id) ?? (await this.firstAt(connection));
    this.due.set(id, dueAt);
    if (dueAt > this.steady() || this.parts.limits.isResting(id)) return;
    const every = this.parts.everyMinutes * MINUTE;
    // Spread, so that many shops do not ask their vendor at the same moment.
    this.due.set(id, this.steady() + every * (0.9 + 0.2 * this.random()));
    try {
      await this.read(connection);
      this.complaints.delete(id);
    } catch (error) {
      const { retryAfterSeconds = 0 } = error instanceof ApiProblem ? error.extra : {};
      this.due.set(id, this.steady() + Math.max(AGAIN_MS, retryAfterSeconds * 1_000));
      this.complain(id, (error as Error).message);
    }
  }

  /** A shop without a menu understands nothing: it has one at once. */
  private async firstAt({ restaurant_id, location_id }: ConnectionRecord): Promise<number> {
    const scope = { restaurant_id, location_ids: null };
    const version = await this.parts.store.menuVersion(scope, location_id);
    const spread = (this.parts.everyMinutes * MINUTE) / 10;
    return this.steady() + (version === undefined ? 0 : spread * this.random());
  }

  private async read(connection: ConnectionRecord): Promise<void> {
    const { id, name, restaurant_id, location_id } = connection;
    const { store, directory, limits, log } = this.parts;
    const scope = { restaurant_id, location_ids: null };
    const shop = await store.shop(scope, location_id);
    if (!shop) return;
    const open: Services['directory']['open'] = async (one) =>
      limits.of(await directory.open(one), one.id, 'menu');
    const place = { scope, key_id: null, shop, preview: false };
    const { changed } = await syncMenu(connection, place, { ...this.parts, directory: { open } });
    if (changed.length > 0) log('info', `The menu of ${name} (${id}) was read: ${changed.length} changes.`);
  }

  /** Once, until something else is wrong. */
  private complain(id: string, message: string): void {
    if (this.complaints.get(id) === message) return;
    this.complaints.set(id, message);
    this.parts.log('warn', `A menu could not be read${id && ` (${id})`}: ${message}`);
  }
}
