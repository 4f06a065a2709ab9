import type { Menu } from '../../menu/schema';

type WithPos = { pos: Record<string, string> };

/**
 * Toast orders name an item together with the menu group it is ordered from, and a list that people keep has the item alone: such ids
 * are left out, as no order could be sent with them. `left_out` counts them.
 */
export function withoutBareToastIds(menu: Menu): { menu: Menu; left_out: number } {
  let left_out = 0;
  const usable = <T extends WithPos>(entry: T): T => {
    const { toast, ...others } = entry.pos;
    if (toast === undefined || toast.includes('/')) return entry;
    left_out += 1;
    return { ...entry, pos: others };
  };
  const items = menu.items.map((item) => ({ ...usable(item), variations: item.variations.map(usable) }));
  return { menu: { ...menu, items }, left_out };
}
