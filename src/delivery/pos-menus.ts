import { buildMenuIndex, type MenuIndex } from '../menu/menu-index';
import type { Outlet } from './pos-outlet';

const KEPT_MS = 15 * 60_000;
type Kept = { index: Promise<MenuIndex>; at: number };

/** The menus that the POS themselves hold, read once in a quarter of an hour: for shops that have stored none with this POS's ids. */
export class PosMenus {
  private readonly kept = new Map<string, Kept>();
  constructor(private readonly now: () => number) {}

  /** The index of a connection's menu, null where the POS has no menu to read. Throws `PosError` where it cannot be read. */
  async of({ vendor, session }: Outlet, connection_id: string): Promise<MenuIndex | null> {
    if (!vendor.fetchMenu) return null;
    const known = this.kept.get(connection_id);
    if (known && this.now() - known.at < KEPT_MS) return known.index;
    const index = vendor.fetchMenu(session).then((menu) => buildMenuIndex(menu));
    this.kept.set(connection_id, { index, at: this.now() });
    index.catch(() => this.kept.delete(connection_id));
    return index;
  }

  /** The menu is read anew next time: a vendor that does not know an item may have changed it. */
  forget(connection_id: string): void {
    this.kept.delete(connection_id);
  }
}
