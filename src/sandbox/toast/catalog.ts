import { SEED_GROUPS, SEED_ITEMS, type SeedGroup, type SeedItem } from '../seed-menu';
import { guid } from './guid';

export type ToastOption = {
  guid: string;
  referenceId: number;
  name: string;
  price: number;
  isDefault: boolean;
};
export type ToastModifierGroup = {
  guid: string;
  referenceId: number;
  name: string;
  min: number;
  max: number;
  options: ToastOption[];
  /** Whether NO, EXTRA, … may be put before its options. */
  preModifiers: boolean;
};
/** A part of an item that takes modifiers of its own ("half mushrooms"). */
export type ToastPortion = { guid: string; name: string; modifierGroups: ToastModifierGroup[] };
export type ToastItem = {
  guid: string;
  multiLocationId: string;
  name: string;
  strategy: 'BASE_PRICE' | 'SIZE_PRICE' | 'OPEN_PRICE';
  price: number;
  /** The first one is the Size group where the strategy is SIZE_PRICE. */
  modifierGroups: ToastModifierGroup[];
  portions: ToastPortion[];
  /** Only on the restaurant's own devices: hidden from ordering channels, though the orders API does not check it. */
  posOnly: boolean;
  soldOut: boolean;
};
export type ToastMenuGroup = { guid: string; name: string; items: ToastItem[]; subgroups: ToastMenuGroup[] };

/** Item categories that sit one level deeper, as menu groups may. */
const SUBGROUPS: Record<string, string> = { Drinks: 'Soft Drinks' };

const PORTIONS = ['1st Half', '2nd Half'];

let references = 0;

function modifierGroup(
  key: string,
  group: Pick<SeedGroup, 'name' | 'min' | 'max' | 'options'>,
): ToastModifierGroup {
  return {
    guid: guid('MenuOptionGroup', key),
    referenceId: ++references,
    name: group.name,
    min: group.min,
    max: group.max,
    preModifiers: group.max > 1,
    options: group.options.map((option) => ({
      // One item may be an option of several groups, at another price in each: its GUID alone does not say which.
      guid: guid('MenuItem', `option ${group.name === 'Size' ? `${key} ` : ''}${option.name}`),
      referenceId: ++references,
      name: option.name,
      price: option.price,
      isDefault: option.default ?? false,
    })),
  };
}

const GROUPS = new Map(SEED_GROUPS.map((group) => [group.id, modifierGroup(group.id, group)]));

/**
 * Sizes are Toast's own SIZE_PRICE strategy: the item has no price, and a required Size modifier group, made by Toast for
 * that item alone, has one option a size with the price of the whole item.
 * https://doc.toasttab.com/doc/devguide/apiUsingPricingRulesAndPricingStrategyToCalculatePrices_V2.html, read 2026-11-24
 */
function toItem(seed: SeedItem): ToastItem {
  const shared = seed.groups.flatMap((id) => GROUPS.get(id) ?? []);
  const sizes = seed.variations && [
    modifierGroup(`size ${seed.id}`, { name: 'Size', min: 1, max: 1, options: seed.variations }),
  ];
  return {
    ...plainItem(seed.id, seed.name),
    strategy: sizes ? 'SIZE_PRICE' : 'BASE_PRICE',
    price: seed.price ?? 0,
    modifierGroups: [...(sizes ?? []), ...shared],
    portions: PORTIONS.filter(() => seed.groups.includes('toppings')).map((name) => ({
      guid: guid('Portion', `${seed.id} ${name}`),
      name,
      modifierGroups: shared.filter((group) => group.max > 1),
    })),
    soldOut: seed.soldOut ?? false,
  };
}

function plainItem(key: string, name: string): ToastItem {
  return {
    guid: guid('MenuItem', key),
    multiLocationId: `2000000000${String(parseInt(guid('multi', key).slice(0, 7), 16)).padStart(9, '0')}`,
    name,
    strategy: 'BASE_PRICE',
    price: 0,
    modifierGroups: [],
    portions: [],
    posOnly: false,
    soldOut: false,
  };
}

function menuGroup(name: string, items: ToastItem[]): ToastMenuGroup {
  const child = SUBGROUPS[name];
  const itself = { guid: guid('MenuGroup', name), name };
  return child
    ? { ...itself, items: [], subgroups: [menuGroup(child, items)] }
    : { ...itself, items, subgroups: [] };
}

/** The item an unknown dish can be sent as: Toast has no ad-hoc items, only configured ones whose price is open. */
export const OPEN_PRICE_ITEM: ToastItem = {
  ...plainItem('open price', 'Special Request'),
  strategy: 'OPEN_PRICE',
};
const EMPLOYEE_MEAL: ToastItem = {
  ...plainItem('employee meal', 'Employee Meal'),
  price: 500,
  posOnly: true,
};

const categories = [...new Set(SEED_ITEMS.map((item) => item.category))];

/** The restaurant's one menu, group by group. */
export const MENU_GROUPS: ToastMenuGroup[] = [
  ...categories.map((name) =>
    menuGroup(name, SEED_ITEMS.filter((item) => item.category === name).map(toItem)),
  ),
  menuGroup('Off Menu', [OPEN_PRICE_ITEM, EMPLOYEE_MEAL]),
];

/** Every menu group, nested ones too. */
export const ALL_GROUPS: ToastMenuGroup[] = MENU_GROUPS.flatMap((group) => [group, ...group.subgroups]);
export const ALL_ITEMS: ToastItem[] = ALL_GROUPS.flatMap((group) => group.items);
export const ALL_MODIFIER_GROUPS: ToastModifierGroup[] = [
  ...new Set(ALL_ITEMS.flatMap((item) => item.modifierGroups)),
];
