import { buildMenuIndex, type MenuIndex } from '../menu/menu-index';
import type { Menu } from '../menu/schema';
import type { Shop } from '../order/shop';
import type { Scope } from '../store/records';
import type { Store } from '../store/store';

/** Menus made ready for look-ups, one a shop; made anew when the shop's menu has another version. */
export class MenuIndexes {
  private readonly indexes = new Map<string, MenuIndex>();
  constructor(private readonly store: Store) {}

  /** The index of a shop's menu, null where it has none. */
  async of(scope: Scope, { id }: Pick<Shop, 'id'>): Promise<MenuIndex | null> {
    const version = await this.store.menuVersion(scope, id);
    if (version === undefined) return null;
    const known = this.indexes.get(id);
    if (known?.version === version) return known;
    const stored = await this.store.menu(scope, id);
    if (!stored) return null;
    const index = buildMenuIndex(stored.body as Menu, { version: stored.version });
    this.indexes.set(id, index);
    return index;
  }
}
