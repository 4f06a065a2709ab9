import { type Alias, taughtIndex } from '../menu/aliases';
import { menuAt } from '../menu/availability';
import type { MenuIndex } from '../menu/menu-index';
import type { Menu } from '../menu/schema';
import type { Serving } from '../menu/serving';
import type { Shop } from '../order/shop';
import type { AliasRecord, Scope } from '../store/records';
import type { Store } from '../store/store';

type Kept = { index: MenuIndex; aliases: readonly AliasRecord[] };

/** Menus made ready for look-ups, one a shop; made anew when the shop's menu or the words taught for it are others. */
export class MenuIndexes {
  private readonly indexes = new Map<string, Kept>();
  constructor(private readonly store: Store) {}

  /** The index of a shop's menu, null where it has none. */
  async of(scope: Scope, { id }: Pick<Shop, 'id'>): Promise<MenuIndex | null> {
    const version = await this.store.menuVersion(scope, id);
    if (version === undefined) return null;
    const aliases = await this.store.aliases(scope);
    const known = this.indexes.get(id);
    if (known?.index.version === version && isSame(known.aliases, aliases)) {
      known.aliases = aliases;
      return known.index;
    }
    const stored = await this.store.menu(scope, id);
    if (!stored) return null;
    const taught = aliasesFor(id, aliases);
    const index = taughtIndex(stored.body as Menu, { version: stored.version, aliases: taught });
    this.indexes.set(id, { index, aliases });
    return index;
  }

  /** The index as it would be with another menu, or with these words as well; it is not kept. */
  async would(
    scope: Scope,
    { id }: Pick<Shop, 'id'>,
    change: { menu?: Menu; alias?: Alias },
  ): Promise<MenuIndex | null> {
    const menu = change.menu ?? ((await this.store.menu(scope, id))?.body as Menu | undefined);
    if (!menu) return null;
    const taught = aliasesFor(id, await this.store.aliases(scope));
    const aliases = change.alias ? [...taught, change.alias] : taught;
    return taughtIndex(menu, { version: 'not stored', aliases });
  }

  /** The index with what is sold out at this moment (milliseconds). */
  at(scope: Scope, shop: Pick<Shop, 'id'>, moment: number): Promise<MenuIndex | null> {
    return this.with(scope, shop, { at: moment });
  }

  /** The index with what cannot be had for one order: what is sold out at this moment, and what is not on offer when it is cooked. */
  for(
    scope: Scope,
    shop: Pick<Shop, 'id'>,
    moment: { at: number; serving: Serving },
  ): Promise<MenuIndex | null> {
    return this.with(scope, shop, moment);
  }

  private async with(scope: Scope, shop: Pick<Shop, 'id'>, moment: Parameters<typeof menuAt>[2]) {
    const index = await this.of(scope, shop);
    if (!index) return null;
    return { ...index, menu: menuAt(index.menu, await this.store.availability(scope, shop.id), moment) };
  }
}

/** The words that count in a shop: its own after those of the whole restaurant, as the later ones win. */
export function aliasesFor(location_id: string, aliases: readonly AliasRecord[]): AliasRecord[] {
  const everywhere = aliases.filter((one) => one.location_id === null);
  return [...everywhere, ...aliases.filter((one) => one.location_id === location_id)];
}

/** The store gives the same list again as long as nothing was written at all: most often one look is enough. */
function isSame(a: readonly AliasRecord[], b: readonly AliasRecord[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
