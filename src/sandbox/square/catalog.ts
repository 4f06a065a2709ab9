import { SEED_GROUPS, SEED_ITEMS, SEED_RESTAURANT, type SeedGroup, type SeedItem } from '../seed-menu';
import { LOCATION_ID } from './locations';

/** The menu never changes here, so every object carries the version and time of its first import. */
export const CATALOG_VERSION = 1_767_225_600_000;
const UPDATED_AT = new Date(CATALOG_VERSION).toISOString();

export type CatalogObject = {
  type: 'ITEM' | 'ITEM_VARIATION' | 'MODIFIER_LIST' | 'MODIFIER' | 'CATEGORY';
  id: string;
  updated_at: string;
  version: number;
  is_deleted: boolean;
  present_at_all_locations: boolean;
  [data: string]: unknown;
};
export type Variation = {
  id: string;
  itemId: string;
  itemName: string;
  name: string;
  price: number;
  lists: string[];
};
export type Modifier = { id: string; listId: string; name: string; price: number };

/** "Green Peppers" as the part of an id: GREENPEPPERS. */
const slug = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[^a-zA-Z0-9]/g, '')
    .toUpperCase();

const itemId = (item: SeedItem): string => `SQITEM${slug(item.id)}`;
const listId = (group: string): string => `SQLIST${slug(group)}`;
const categoryId = (category: string): string => `SQCAT${slug(category)}`;
const money = (amount: number) => ({ amount, currency: SEED_RESTAURANT.currency });

const toObject = (type: CatalogObject['type'], id: string, data: Record<string, unknown>): CatalogObject => ({
  type,
  id,
  updated_at: UPDATED_AT,
  version: CATALOG_VERSION,
  is_deleted: false,
  present_at_all_locations: true,
  [`${type.toLowerCase()}_data`]: data,
});

/** Every variation that can be sold: the id that a line item's `catalog_object_id` takes (the item's own id is not one). */
export const VARIATIONS: Variation[] = SEED_ITEMS.flatMap((item) =>
  (item.variations ?? [{ name: 'Regular', price: item.price ?? 0 }]).map(({ name, price }) => ({
    id: `SQVAR${slug(item.id)}${slug(name)}`,
    itemId: itemId(item),
    itemName: item.name,
    name,
    price,
    lists: item.groups.map(listId),
  })),
);

export const MODIFIERS: Modifier[] = SEED_GROUPS.flatMap((group) =>
  group.options.map(({ name, price }) => ({
    id: `SQMOD${slug(group.id)}${slug(name)}`,
    listId: listId(group.id),
    name,
    price,
  })),
);

function toVariation(variation: Variation, ordinal: number, soldOut: boolean): CatalogObject {
  const overrides = soldOut ? [{ location_id: LOCATION_ID, track_inventory: false, sold_out: true }] : [];
  return toObject('ITEM_VARIATION', variation.id, {
    item_id: variation.itemId,
    name: variation.name,
    ordinal,
    pricing_type: 'FIXED_PRICING',
    price_money: money(variation.price),
    sellable: true,
    stockable: true,
    ...(soldOut ? { location_overrides: overrides } : {}),
  });
}

function toItem(item: SeedItem): CatalogObject {
  const variations = VARIATIONS.filter((variation) => variation.itemId === itemId(item));
  return toObject('ITEM', itemId(item), {
    name: item.name,
    is_taxable: true,
    product_type: 'FOOD_AND_BEV',
    skip_modifier_screen: false,
    is_archived: false,
    categories: [{ id: categoryId(item.category), ordinal: 0 }],
    modifier_list_info: SEED_GROUPS.filter((group) => item.groups.includes(group.id)).map((group) => ({
      modifier_list_id: listId(group.id),
      min_selected_modifiers: group.min,
      max_selected_modifiers: group.max,
      enabled: true,
    })),
    variations: variations.map((variation, ordinal) =>
      toVariation(variation, ordinal, item.soldOut ?? false),
    ),
  });
}

function toModifierList(group: SeedGroup): CatalogObject {
  const modifiers = MODIFIERS.filter((modifier) => modifier.listId === listId(group.id));
  return toObject('MODIFIER_LIST', listId(group.id), {
    name: group.name,
    selection_type: group.max === 1 ? 'SINGLE' : 'MULTIPLE',
    modifier_type: 'LIST',
    allow_quantities: group.max > 1,
    modifiers: modifiers.map(({ id, name, price }, ordinal) =>
      toObject('MODIFIER', id, {
        name,
        price_money: money(price),
        on_by_default: group.options[ordinal]?.default ?? false,
        ordinal,
        modifier_list_id: listId(group.id),
      }),
    ),
  });
}

/** The objects that stand by themselves; variations and modifiers are nested in them. */
export const TOP_LEVEL: CatalogObject[] = [
  ...[...new Set(SEED_ITEMS.map((item) => item.category))].map((category) =>
    toObject('CATEGORY', categoryId(category), {
      name: category,
      category_type: 'REGULAR_CATEGORY',
      is_top_level: true,
    }),
  ),
  ...SEED_GROUPS.map(toModifierList),
  ...SEED_ITEMS.map(toItem),
];
