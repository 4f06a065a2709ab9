import type { Problem } from '../../order/problems';
import type { Menu, MenuItem, MenuVariation } from '../schema';
import { normalise } from '../words';

/** One line of a person's own list: a dish, or one size of it. */
export type Row = {
  line: number;
  name: string;
  category: string | null;
  size: string | null;
  /** Other names of the size: a heading says "Large (18 inch)". */
  sizeAliases: string[];
  price: number | null;
  aliases: string[];
  id: string | null;
  available: boolean;
  pos: Record<string, string>;
};

/** Rows as a menu: those of one dish become its sizes. Problems name the line and the field. */
export function toMenu(rows: readonly Row[], currency: string): { menu: Menu; problems: Problem[] } {
  const dishes = Map.groupBy(rows, ({ id, name, category }) =>
    id === null ? `${normalise(category ?? '')}/${normalise(name)}` : `id ${id}`,
  );
  const problems = [...dishes.values()].flatMap(sizeProblems);
  const taken = new Set<string>();
  const items = [...dishes.values()].flatMap((dish) => toItem(dish, taken));
  return { menu: { currency, items, option_groups: [] }, problems };
}

/** Several rows of one dish differ in their size, or nobody knows which price is meant. */
function sizeProblems(dish: Row[]): Problem[] {
  const seen = new Map<string, number>();
  return dish.flatMap(({ line, name, size }): Problem[] => {
    const key = normalise(size ?? '');
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    if (first !== undefined) {
      const what = size === null ? `"${name}" stands` : `"${size} ${name}" stands`;
      return [
        { path: `line ${line}, name`, message: `${what} in line ${first} already; give each its size.` },
      ];
    }
    const isMixed = size === null && dish.some((row) => row.size !== null);
    const message = 'is missing, and other lines of this dish have one; write which size this is.';
    return isMixed ? [{ path: `line ${line}, size`, message }] : [];
  });
}

function toItem(dish: Row[], taken: Set<string>): MenuItem[] {
  const [first] = dish;
  if (!first) return [];
  const id = first.id ?? freeSlug([first.name, `${first.category ?? ''} ${first.name}`], taken);
  taken.add(id);
  const single = first.size === null;
  return [
    {
      id,
      name: first.name,
      aliases: [...new Set(dish.flatMap(({ aliases }) => aliases))],
      category: first.category,
      price: single ? first.price : null,
      available: dish.some(({ available }) => available),
      until: null,
      hours: null,
      variations: single ? [] : dish.map((row) => toSize(row, id)),
      option_groups: [],
      pos: single ? first.pos : {},
    },
  ];
}

function toSize({ size, sizeAliases, price, available, pos }: Row, item_id: string): MenuVariation {
  const name = size ?? '';
  const id = `${item_id}-${slugOf(name)}`;
  return { id, name, aliases: sizeAliases, price, default: false, available, pos };
}

/** An id that people can read, and that is the same whenever the list is read again. */
function freeSlug(names: string[], taken: ReadonlySet<string>): string {
  const slugs = names.map(slugOf);
  const free = slugs.find((slug) => !taken.has(slug));
  if (free) return free;
  for (let n = 2; ; n++) if (!taken.has(`${slugs[0]}-${n}`)) return `${slugs[0]}-${n}`;
}

function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'dish';
}
