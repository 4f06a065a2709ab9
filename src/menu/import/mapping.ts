import { InputProblems, type Problem } from '../../order/problems';
import { matchItem } from '../match';
import { buildMenuIndex, type Place } from '../menu-index';
import type { Menu } from '../schema';

/** A dish by its name, and what each POS knows it by. */
export type Mapped = { name: string; pos: Record<string, string> };

/** `menu_mapping.json`: `{"Vodka Pizza": {"square_id": "…", "toast_id": "…"}}`. Throws `InputProblems` naming dish and field. */
export function readMapping(input: unknown): Mapped[] {
  const problems: Problem[] = [];
  const refuse = (path: string, message: string) => void problems.push({ path, message });
  const mapped = Object.entries(input as Record<string, unknown>).map(([name, ids]) => {
    if (typeof ids !== 'object' || ids === null) {
      refuse(name, 'is no object; write {"square_id": "…"}.');
      return { name, pos: {} };
    }
    const pos = Object.entries(ids).flatMap(([key, id]): [string, string][] => {
      const [, vendor] = /^(\w+)_id$/.exec(key) ?? [];
      if (!vendor)
        refuse(`${name}.${key}`, 'is not known here; ids are called square_id, clover_id and so on.');
      else if (typeof id !== 'string' || id === '') refuse(`${name}.${key}`, 'is no id; write it as text.');
      else return [[vendor, id]];
      return [];
    });
    return { name, pos: Object.fromEntries(pos) };
  });
  if (problems.length > 0) throw new InputProblems(problems);
  return mapped;
}

/** The menu with these ids. Throws `InputProblems` for names that are not, or not surely, on it. */
export function withMapping(menu: Menu, mapped: readonly Mapped[]): Menu {
  const index = buildMenuIndex(menu);
  const problems: Problem[] = [];
  const ids = new Map<string, Record<string, string>>();
  for (const { name, pos } of mapped) {
    const match = matchItem(index, { name, menu_item_id: null, variation_id: null });
    if (match.status === 'sure') ids.set(keyOf(match as Place), pos);
    else
      problems.push({
        path: name,
        message: `${match.reason} Write it as the menu does, or import the menu first.`,
      });
  }
  if (problems.length > 0) throw new InputProblems(problems);
  const items = menu.items.map((item) => ({
    ...item,
    pos: { ...item.pos, ...ids.get(keyOf({ item_id: item.id, variation_id: null })) },
    variations: item.variations.map((size) => ({
      ...size,
      pos: { ...size.pos, ...ids.get(keyOf({ item_id: item.id, variation_id: size.id })) },
    })),
  }));
  return { ...menu, items };
}

const keyOf = ({ item_id, variation_id }: Place) => JSON.stringify([item_id, variation_id]);
