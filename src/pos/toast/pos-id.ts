import type { Menu, MenuItem, MenuOption, OptionGroup } from '../../menu/schema';
import { normalise } from '../../menu/words';
import type { OrderOption } from '../../order/schema';

/**
 * What a menu read from Toast keeps in `pos`: `toast` is `groupGuid/itemGuid` (a size adds `/sizeGroupGuid/sizeGuid`, an option is
 * `optionGroupGuid/itemGuid`); beside it stand the pre-modifier for each action, the unit an item is weighed in, open prices, and options taken only once.
 */
export const POS = { id: 'toast', unit: 'toast:unit', open: 'toast:open', once: 'toast:once' } as const;

type Instruction = Exclude<OrderOption['action'], 'add'>;

/** How restaurants name their pre-modifiers, and options that are an instruction in themselves ("No Onions"). */
const ACTION_NAMES: Record<Instruction, string[]> = {
  remove: ['no', 'without', 'hold', 'remove'],
  extra: ['extra', 'xtra', 'add extra', 'double'],
  light: ['light', 'lite', 'easy', 'less'],
  side: ['on the side', 'on side', 'side', 'ots', 'side of'],
  substitute: ['sub', 'substitute'],
};

/** The key of the pre-modifier that says an action: `toast:remove`. */
export function preModifierKey(action: OrderOption['action']): string {
  return `toast:${action}`;
}

/** A restaurant's pre-modifiers, by the action each one says. */
export function toPreModifiers(pairs: { name: string; guid: string }[]): Record<string, string> {
  const entries = Object.entries(ACTION_NAMES).flatMap(([action, names]) => {
    const found = names
      .map((name) => pairs.find((pair) => normalise(pair.name) === normalise(name)))
      .find(Boolean);
    return found ? [[preModifierKey(action as Instruction), found.guid]] : [];
  });
  return Object.fromEntries(entries);
}

/** Whether an option's own name says the action: "No Onions" needs no further NO. */
export function saysItself(option: Pick<MenuOption, 'name'>, action: OrderOption['action']): boolean {
  if (action === 'add') return true;
  const name = normalise(option.name);
  return ACTION_NAMES[action].some((word) => name.startsWith(`${normalise(word)} `));
}

export type MenuFacts = {
  option(pos: string): MenuOption | undefined;
  dish(pos: string): MenuItem | undefined;
  groupsOf(dish: MenuItem): OptionGroup[];
};

/** The menu by Toast's ids; knows nothing where the order came without a menu. */
export function menuFacts(menu: Menu | undefined): MenuFacts {
  const groups = menu?.option_groups ?? [];
  const options = new Map(groups.flatMap((group) => group.options).map((one) => [one.pos[POS.id], one]));
  const dishes = new Map(
    (menu?.items ?? []).flatMap((item) => [item, ...item.variations].map((one) => [one.pos[POS.id], item])),
  );
  return {
    option: (pos) => options.get(pos),
    dish: (pos) => dishes.get(pos),
    groupsOf: (dish) => groups.filter((group) => dish.option_groups.includes(group.id)),
  };
}

/** One reference as Toast writes it. */
export function toReference(guid: string, entityType: string) {
  return { guid, entityType };
}
