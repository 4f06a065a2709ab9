import type { Menu, MenuItem } from '../../menu/schema';

const SIZE =
  /^(?<dish>.+?)[\s,(-]+(?<size>mini|personal|small|medium|regular|large|extra large|x-?large|xl|family)\)?$/i;

/**
 * Lightspeed has no sizes: "Pepperoni Pizza Small" and "Pepperoni Pizza Large" are two items. Guests say one dish and a size, so
 * siblings with the same options become one item with variations; a lone "Large Pizza" stays what it is.
 */
export function joinSizes(menu: Menu): Menu {
  const families = new Map<string, MenuItem[]>();
  for (const item of menu.items) {
    const key = familyOf(item) ?? item.id;
    families.set(key, [...(families.get(key) ?? []), item]);
  }
  return { ...menu, items: [...families.values()].flatMap(joined) };
}

function familyOf(item: MenuItem): string | undefined {
  const dish = SIZE.exec(item.name)?.groups?.dish;
  return dish && JSON.stringify([dish.toLowerCase(), item.category, item.option_groups]);
}

function joined(family: MenuItem[]): MenuItem[] {
  const [first] = family;
  const dish = SIZE.exec(first?.name ?? '')?.groups?.dish;
  if (!first || !dish || family.length < 2) return family;
  const variations = family.map(({ id, name, price, available, pos }) => ({
    id,
    name: SIZE.exec(name)?.groups?.size ?? name,
    aliases: [],
    price,
    default: false,
    available,
    pos,
  }));
  const available = variations.some((one) => one.available);
  return [{ ...first, id: `sizes:${first.id}`, name: dish, price: null, available, variations, pos: {} }];
}
