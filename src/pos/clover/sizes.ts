import type { MenuItem } from '../../menu/schema';
import { asText, type Json } from '../json';
import { elements } from './pages';

export type Listed = { item: MenuItem; group: string | undefined; option: string };

/** The item group an item belongs to, and the options that tell it from its siblings. */
export function groupOf(item: Json): { group: string | undefined; option: string } {
  const option = elements(item.options)
    .map((one) => asText(one.name))
    .filter(Boolean)
    .join(' ');
  const { id } = (item.itemGroup ?? {}) as { id?: unknown };
  return { group: asText(id), option };
}

/**
 * Clover keeps each size as an item of its own, in an item group (https://docs.clover.com/docs/managing-items-item-groups);
 * to a guest they are one dish. A group whose items share no name stays as it is.
 */
export function foldSizes(listed: Listed[]): MenuItem[] {
  const groups = new Map<string, Listed[]>();
  for (const one of listed) {
    const key = one.group ?? one.item.id;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((members) => {
    const name = commonName(members.map(({ item }) => item.name));
    const [first] = members;
    if (!first || members.length < 2 || name === '') return members.map(({ item }) => item);
    return {
      ...first.item,
      id: first.group ?? first.item.id,
      name,
      price: null,
      available: members.some(({ item }) => item.available),
      variations: members.map(({ item, option }) => ({
        id: item.id,
        name: option || item.name.slice(name.length).trim(),
        aliases: [],
        price: item.price,
        default: false,
        available: item.available,
        pos: item.pos,
      })),
      option_groups: [...new Set(members.flatMap(({ item }) => item.option_groups))],
      pos: {},
    };
  });
}

/** The words that all names begin with. */
function commonName(names: string[]): string {
  const [first = [], ...others] = names.map((name) => name.split(' '));
  const end = first.findIndex((word, index) => others.some((other) => other[index] !== word));
  return first.slice(0, end < 0 ? first.length : end).join(' ');
}
