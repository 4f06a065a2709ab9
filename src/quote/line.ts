import { groupsOf, type Match, matchItem, matchOption, saysAction } from '../menu/match';
import type { MenuIndex } from '../menu/menu-index';
import type { MenuItem, MenuOption, MenuVariation, OptionGroup } from '../menu/schema';
import type { Order, OrderItem, OrderOption } from '../order/schema';
import type { Chosen } from '../pos/option-groups';

/** An option of a line with the menu's entry for it, null where it is only words. */
export type LineOption = { path: string; option: OrderOption; entry: MenuOption | null };
/** A line of an order held against the menu; `dish` only where it is sure which one is meant. */
export type Line = {
  path: string;
  item: OrderItem;
  match: Match;
  dish: MenuItem | null;
  size: MenuVariation | null;
  groups: OptionGroup[];
  options: LineOption[];
};

/** Every line of an order, held against the menu. */
export function linesOf({ items }: Pick<Order, 'items'>, index: MenuIndex): Line[] {
  return items.map((item, at) => toLine(item, `items[${at}]`, index));
}

function toLine(item: OrderItem, path: string, index: MenuIndex): Line {
  const match = matchItem(index, item);
  const isSure = match.status === 'sure';
  const dish = (isSure && index.menu.items.find(({ id }) => id === match.item_id)) || null;
  const size = dish?.variations.find(({ id }) => id === match.variation_id) ?? null;
  const groups = dish ? groupsOf(index.menu, dish.id) : [];
  const options = item.options.map((option, at) => {
    const found = dish && matchOption(index, dish.id, option);
    const entries = groups.flatMap((group) => group.options);
    const entry = entries.find(({ id }) => id === found?.option_id) ?? null;
    return { path: `${path}.options[${at}]`, option, entry };
  });
  return { path, item, match, dish, size, groups, options };
}

/** What a line has chosen, as option groups count it. */
export function chosenOf({ options }: Pick<Line, 'options'>): Chosen[] {
  return options.map(({ option, entry }) => ({
    option: { ...option, says_action: entry !== null && saysAction(entry, option) },
    id: entry?.id ?? null,
  }));
}
