import type { MenuIndex } from './menu-index';
import type { Menu } from './schema';
import { isServed, type Serving } from './serving';
import { normalise } from './words';

/** What staff said of a dish: sold out or back, and until when (milliseconds; null: until they say otherwise). */
export type Mark = { item_id: string; available: boolean; until: number | null };

/**
 * The menu as it is at a moment: what staff said wins over what the menu says, and what was to return by then is back. With `serving`,
 * what is not on offer when an order is cooked cannot be had for it.
 */
export function menuAt(
  menu: Menu,
  marks: readonly Mark[],
  { at, serving }: { at: number; serving?: Serving },
): Menu {
  const inForce = marks.filter(({ until }) => until === null || until > at);
  const byItem = new Map(inForce.map((mark) => [mark.item_id, mark]));
  const items = menu.items.map((item) => {
    const mark = byItem.get(item.id);
    if (mark) return { ...item, available: mark.available, until: toRfc3339(mark.until) };
    if (serving && !isServed(item, serving)) return { ...item, available: false };
    const isBack = item.until !== null && Date.parse(item.until) <= at;
    return isBack ? { ...item, available: true, until: null } : item;
  });
  return { ...menu, items };
}

/** A POS's own menu, where dishes are sold out too that the shop's menu, by their names, says are. */
export function soldOutAs(index: MenuIndex, shops: MenuIndex | null): MenuIndex {
  const gone = new Set(
    shops?.menu.items.filter((item) => !item.available).map((item) => normalise(item.name)),
  );
  if (gone.size === 0) return index;
  const items = index.menu.items.map((item) =>
    gone.has(normalise(item.name)) ? { ...item, available: false } : item,
  );
  return { ...index, menu: { ...index.menu, items } };
}

function toRfc3339(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString();
}
