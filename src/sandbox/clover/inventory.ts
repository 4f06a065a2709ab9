import { SEED_GROUPS, SEED_ITEMS, type SeedItem } from '../seed-menu';
import { seedId } from './ids';

export type Named = { id: string; name: string };
export type Modifier = Named & { price: number; available: boolean };
export type ModifierGroup = Named & { minRequired: number; maxAllowed: number; modifiers: Modifier[] };
export type Item = Named & {
  price: number;
  priceType: 'FIXED' | 'VARIABLE' | 'PER_UNIT';
  unitName?: string;
  available: boolean;
  /** The item group and the option that tell a size from its siblings. */
  variant?: { group: Named; option: Named };
  category: Named;
  groups: ModifierGroup[];
};
export type Inventory = { items: Item[]; groups: ModifierGroup[]; categories: Named[] };

/** What every Clover merchant here sells besides the menu: the fee as an item, one open price, one item sold by weight. */
const EXTRAS: Pick<Item, 'name' | 'price' | 'priceType' | 'unitName'>[] = [
  { name: 'Delivery Fee', price: 300, priceType: 'FIXED' },
  { name: 'Open Item', price: 0, priceType: 'VARIABLE' },
  { name: 'Marinated Olives', price: 899, priceType: 'PER_UNIT', unitName: 'lb' },
];

/** The sandbox menu in Clover's shapes. Ids are a merchant's own: the prefix keeps two merchants apart. */
export function createInventory(prefix: string): Inventory {
  const groups = SEED_GROUPS.map((group) => ({
    id: seedId(prefix, group.id),
    name: group.name,
    minRequired: group.min,
    maxAllowed: group.max,
    modifiers: group.options.map(({ name, price }) => ({
      id: seedId(prefix, group.id, name),
      name,
      price,
      available: true,
    })),
  }));
  const names = [...new Set([...SEED_ITEMS.map((item) => item.category), 'Extras'])];
  const categories = names.map((name) => ({ id: seedId(prefix, 'category', name), name }));
  const category = (name: string): Named =>
    categories.find((known) => known.name === name) ?? { id: seedId(prefix, 'category', name), name };
  const extras = EXTRAS.map((extra): Item => {
    return {
      ...extra,
      id: seedId(prefix, extra.name),
      available: true,
      category: category('Extras'),
      groups: [],
    };
  });
  const dishes = SEED_ITEMS.flatMap((item) => {
    const attached = groups.filter((_, index) => item.groups.includes(SEED_GROUPS[index]?.id ?? ''));
    return toItems(item, prefix).map((made) => ({
      ...made,
      category: category(item.category),
      groups: attached,
    }));
  });
  return { items: [...dishes, ...extras], groups, categories };
}

/** Clover has no variations inside an item: each size is an item of its own in an item group. */
function toItems(item: SeedItem, prefix: string): Omit<Item, 'category' | 'groups'>[] {
  const common = { priceType: 'FIXED' as const, available: !item.soldOut };
  if (!item.variations)
    return [{ ...common, id: seedId(prefix, item.id), name: item.name, price: item.price ?? 0 }];
  const group = { id: seedId(prefix, 'sizes', item.id), name: item.name };
  return item.variations.map(({ name, price }) => ({
    ...common,
    id: seedId(prefix, item.id, name),
    name: `${item.name} ${name}`,
    price,
    variant: { group, option: { id: seedId(prefix, `opt${item.id}`, name), name } },
  }));
}
