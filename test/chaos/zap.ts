import { setTimeout as wait } from 'node:timers/promises';
import { buildMenuIndex, type MenuIndex } from '../../src/menu/menu-index';
import { parseOrder } from '../../src/order/parse';
import { PosError } from '../../src/pos/errors';
import { placeOrder } from '../../src/pos/place-order';
import { prepareOrder } from '../../src/pos/prepare';
import type { Session, Token, Vendor } from '../../src/pos/vendor';
import { findVendor } from '../../src/pos/vendors';
import { knownConnections } from '../../src/sandbox/known-connections';
import { createHttpClient } from '../../src/server/http-client';
import type { Scene, Shop } from './scene';

const SHOP = { currency: 'USD', country: 'US', timezone: 'America/New_York', name: 'Shop' };
/** What a Zap waits before it runs a step again; Zapier waits longer. */
const AGAIN_MS = 1_000;
type Door = { vendor: Vendor; session: Session; menu: MenuIndex | null };

/**
 * A Zap that sends some of the same orders at the same time, from a process of its own: the very code that Zapier's step runs
 * (look first, then send), without zapier-platform-core around it, which ends its process after 250 runs in one that grows.
 */
export class Zap {
  private readonly doors = new Map<string, Promise<Door>>();
  private readonly running = new Set<Promise<void>>();
  constructor(private readonly scene: Scene) {}

  send(order: object, shop: Shop): void {
    const run = this.run(order, shop).finally(() => this.running.delete(run));
    this.running.add(run);
  }

  async done(): Promise<void> {
    await Promise.all(this.running);
  }

  private async run(order: object, shop: Shop): Promise<void> {
    const parsed = parseOrder(order, SHOP);
    const ref = parsed.external_ref ?? '';
    for (let tries = 0; tries < 40; tries++) {
      try {
        const { vendor, session, menu } = await this.door(shop);
        const now = new Date().toISOString();
        const prepared = prepareOrder(parsed, { vendor, settings: session.settings, menu, shop: SHOP });
        await placeOrder({ vendor, prepared, session: { ...session, now }, lookFirst: true });
        this.scene.history.add({ what: 'zap', ref, outcome: 'sent' });
        return;
      } catch (error) {
        if (!(error instanceof PosError)) throw error;
        this.scene.history.add({ what: 'zap', ref, outcome: error.kind });
        if (error.kind === 'rejected') return;
        await wait(AGAIN_MS);
      }
    }
  }

  private door(shop: Shop): Promise<Door> {
    const known = this.doors.get(shop.vendor);
    if (known) return known;
    const opened = this.open(shop);
    this.doors.set(shop.vendor, opened);
    opened.catch(() => this.doors.delete(shop.vendor));
    return opened;
  }

  private async open({ vendor: id }: Shop): Promise<Door> {
    const vendor = findVendor(id);
    const connection = knownConnections(this.scene.world.sandboxUrl).find((one) => one.vendor === id);
    if (!vendor || !connection) throw new Error(`No vendor ${id}.`);
    const credentials = {
      ...connection.credentials,
      ...(id === 'lightspeed' && { refresh_token: 'lightspeed-refresh-3' }),
    };
    const session: Session = {
      http: createHttpClient(),
      credentials,
      settings: connection.settings,
      posLocation: connection.pos_location,
      environment: 'sandbox',
      baseUrl: connection.api_url,
    };
    const token: Token | undefined = await vendor.authenticate?.(credentials, undefined, session);
    const open = token ? { ...session, token } : session;
    return {
      vendor,
      session: open,
      menu: vendor.fetchMenu ? buildMenuIndex(await vendor.fetchMenu(open)) : null,
    };
  }
}
