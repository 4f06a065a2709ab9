import { createHash } from 'node:crypto';
import type { ZObject } from 'zapier-platform-core';
import type { Menu } from '../menu/schema';
import type { Session, ShopFacts, Vendor } from '../pos/vendor';

const MENU_SECONDS = 15 * 60;
const DAY_SECONDS = 24 * 60 * 60;

export type StepCache = {
  menu(): Promise<Menu | null>;
  /** The menu as the POS has it now; null where this run has asked for it already. */
  newerMenu(): Promise<Menu | null>;
  shop(): Promise<ShopFacts>;
  /** When this order's step ran for the first time; null where nothing can be remembered. */
  firstRun(reference: string, now: Date): Promise<string | null>;
};

/** What steps of one connection remember between runs: the menu for 15 minutes, the shop and each order's first run for a day. */
export function createStepCache(cache: ZObject['cache'], vendor: Vendor, session: Session): StepCache {
  const { posLocation, environment, baseUrl = '' } = session;
  const place = hash([vendor.id, posLocation, environment, baseUrl].join('\n'));
  const remember = <T>(what: string, seconds: number, fetch: () => Promise<T>) =>
    throughCache(cache, { key: `${what}:${place}`, seconds }, fetch);
  let isNew = false;
  const fetchMenu = async () => {
    isNew = true;
    return (await vendor.fetchMenu?.(session)) ?? null;
  };
  return {
    menu: async () => (vendor.fetchMenu ? remember('menu', MENU_SECONDS, fetchMenu) : null),
    newerMenu: async () => {
      if (!vendor.fetchMenu || isNew) return null;
      const menu = await fetchMenu();
      await keep(cache, { key: `menu:${place}`, seconds: MENU_SECONDS }, menu);
      return menu;
    },
    shop: () =>
      remember('shop', DAY_SECONDS, async () => (await vendor.fetchShop?.(session)) ?? UNKNOWN_SHOP),
    firstRun: (reference, now) => firstRun(cache, reference, now),
  };
}

/** When a step ran for this reference for the first time, as this connection remembers it. */
export function firstRun(cache: ZObject['cache'], reference: string, now: Date): Promise<string> {
  return throughCache(cache, { key: `run:${reference}`, seconds: DAY_SECONDS }, async () =>
    now.toISOString(),
  );
}

type Entry = { key: string; seconds: number };

const UNKNOWN_SHOP: ShopFacts = { name: '', currency: null, timezone: null, country: null };

/** A cache that fails costs a request, never an order. The scope keeps connections apart. */
async function throughCache<T>(cache: ZObject['cache'], entry: Entry, fetch: () => Promise<T>): Promise<T> {
  const known = (await cache.get(entry.key).catch(() => null)) as T | null;
  if (known !== null && known !== undefined) return known;
  const fetched = await fetch();
  await keep(cache, entry, fetched);
  return fetched;
}

async function keep(cache: ZObject['cache'], { key, seconds }: Entry, value: unknown): Promise<void> {
  await cache.set(key, value, seconds, ['auth']).catch(() => null);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 20);
}
