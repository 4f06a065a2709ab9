import { groupsOf } from './match';
import { buildMenuIndex, type MenuIndex, type Place } from './menu-index';
import type { Menu, MenuItem, MenuOption, MenuVariation } from './schema';
import { normalise } from './words';

/** Words that a restaurant taught us: for a dish, for one of its sizes, or for one of its options. */
export type Alias = {
  said: string;
  item_id: string;
  variation_id: string | null;
  option_id: string | null;
};
/** What an alias means on a menu. */
export type AliasTarget = {
  item: MenuItem;
  size: MenuVariation | undefined;
  option: MenuOption | undefined;
};

/** What an alias means, undefined where the menu no longer has it. */
export function targetOf(
  menu: Menu,
  { item_id, variation_id, option_id }: Omit<Alias, 'said'>,
): AliasTarget | undefined {
  const item = menu.items.find((one) => one.id === item_id);
  const size = item?.variations.find((one) => one.id === variation_id);
  const options = item ? groupsOf(menu, item.id).flatMap((group) => group.options) : [];
  const option = options.find((one) => one.id === option_id);
  const isThere = item && (variation_id === null || size) && (option_id === null || option);
  return isThere ? { item, size, option } : undefined;
}

/** What an alias means by its name, with the dish beside an option; null where the menu no longer has it. */
export function nameOf(menu: Menu, alias: Omit<Alias, 'said'>): string | null {
  const target = targetOf(menu, alias);
  if (!target) return null;
  const { item, size, option } = target;
  return option ? `${option.name} (${item.name})` : [size?.name, item.name].filter(Boolean).join(' ');
}

/** A menu ready for look-ups with what was taught; of two meanings of the same words the later one counts. What the menu no longer has teaches nothing. */
export function taughtIndex(
  menu: Menu,
  { version, aliases }: { version: string; aliases: readonly Alias[] },
): MenuIndex {
  const known = aliases.filter((alias) => targetOf(menu, alias));
  const forDishes = known.filter(({ option_id }) => option_id === null);
  const meanings = forDishes.map(({ said, item_id, variation_id }): [string, Place] => [
    said,
    { item_id, variation_id },
  ]);
  return buildMenuIndex(withOptionWords(menu, known), { version, aliases: Object.fromEntries(meanings) });
}

/** An option that is taught with one dish is known by that word wherever its group is offered. */
function withOptionWords(menu: Menu, aliases: readonly Alias[]): Menu {
  const words = new Map<string, string[]>();
  for (const { said, item_id, option_id } of latestOf(aliases)) {
    for (const group of option_id === null ? [] : groupsOf(menu, item_id)) {
      const key = `${group.id}/${option_id}`;
      words.set(key, [...(words.get(key) ?? []), said]);
    }
  }
  if (words.size === 0) return menu;
  const option_groups = menu.option_groups.map((group) => ({
    ...group,
    options: group.options.map((option) => ({
      ...option,
      aliases: [...option.aliases, ...(words.get(`${group.id}/${option.id}`) ?? [])],
    })),
  }));
  return { ...menu, option_groups };
}

/** One meaning for the same words with the same dish. */
function latestOf(aliases: readonly Alias[]): Alias[] {
  const options = aliases.filter(({ option_id }) => option_id !== null);
  const byWords = options.map((alias) => [`${alias.item_id}/${normalise(alias.said)}`, alias] as const);
  return [...new Map(byWords).values()];
}
