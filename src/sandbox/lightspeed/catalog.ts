import { itemsBySize, toCode } from '../seed-codes';
import { SEED_GROUPS, SEED_ITEMS, type SeedGroup, type SeedItem } from '../seed-menu';

/** Whether and how a caller may set the price: a customised price takes the sign that the item's set-up gives it. */
export type PricingStrategy =
  | 'PRICE_CANNOT_BE_CUSTOMIZED'
  | 'CUSTOMIZED_ITEM_PRICE_WILL_BE_POSTIVE'
  | 'CUSTOMIZED_ITEM_PRICE_WILL_BE_NEGATIVE';

export type Instruction = { id: number; text: string };
export type InstructionGroup = { id: number; name: string; instructions: Instruction[] };
export type Product = {
  sku: string;
  name: string;
  /** Minor units. */
  price: number;
  category: string;
  pricing: PricingStrategy;
  customName: boolean;
  soldOut: boolean;
  groups: ModifierGroup[];
  instructionGroups: InstructionGroup[];
};
export type ModifierGroup = { sku: string; name: string; min: number; max: number; products: Product[] };

export const DELIVERY_FEE_SKU = 'DELIVERY-FEE';
export const OPEN_ITEM_SKU = 'OPEN-ITEM';
export const DISCOUNT_SKU = 'DISCOUNT';

const FIRST_INSTRUCTION_ID = 236_025_632_784_500;
/** The kitchen's words for what a guest may ask of an ingredient. Production instructions have no price. */
const WISHES = ['NO', 'LIGHT', 'EXTRA', 'SIDE'];

const fixed = { pricing: 'PRICE_CANNOT_BE_CUSTOMIZED', customName: false, soldOut: false } as const;

/** Groups that demand a choice (a crust) have nothing to leave out, so they get no instructions. */
const INSTRUCTION_GROUPS = new Map<string, InstructionGroup>(
  SEED_GROUPS.filter((group) => group.min === 0).map((group, index) => {
    const id = FIRST_INSTRUCTION_ID + index * 100;
    const texts = group.options.flatMap((option) => WISHES.map((wish) => `${wish} ${option.name}`));
    const instructions = texts.map((text, position) => ({ id: id + 1 + position, text }));
    return [group.id, { id, name: `${group.name} requests`, instructions }];
  }),
);

const MODIFIER_GROUPS = new Map<string, ModifierGroup>(
  SEED_GROUPS.map((group) => [group.id, toModifierGroup(group)]),
);

function toModifierGroup(group: SeedGroup): ModifierGroup {
  const products = group.options.map((option) => ({
    ...fixed,
    sku: `${toCode(group.id)}-${toCode(option.name)}`,
    name: option.name,
    price: option.price,
    category: group.name,
    groups: [],
    instructionGroups: [],
  }));
  return { sku: toCode(group.id), name: group.name, min: group.min, max: group.max, products };
}

/** K-Series has no sizes: the restaurant makes one item, with its own SKU and price, for each size. */
function toProducts(item: SeedItem): Product[] {
  return itemsBySize(item).map(({ code, name, price }) => ({
    ...fixed,
    sku: code,
    name,
    price,
    category: item.category,
    soldOut: item.soldOut ?? false,
    groups: item.groups.flatMap((id) => MODIFIER_GROUPS.get(id) ?? []),
    instructionGroups: item.groups.flatMap((id) => INSTRUCTION_GROUPS.get(id) ?? []),
  }));
}

const special = (sku: string, name: string, price: number, part: Partial<Product>): Product => ({
  ...fixed,
  sku,
  name,
  price,
  category: 'Online Orders',
  groups: [],
  instructionGroups: [],
  ...part,
});

/** Everything that can be sold on its own, in menu order. */
export const PRODUCTS: Product[] = [
  ...SEED_ITEMS.flatMap(toProducts),
  special(DELIVERY_FEE_SKU, 'Delivery Fee', 300, { pricing: 'CUSTOMIZED_ITEM_PRICE_WILL_BE_POSTIVE' }),
  special(OPEN_ITEM_SKU, 'Open Item', 0, {
    pricing: 'CUSTOMIZED_ITEM_PRICE_WILL_BE_POSTIVE',
    customName: true,
  }),
  special(DISCOUNT_SKU, 'Discount', 0, {
    pricing: 'CUSTOMIZED_ITEM_PRICE_WILL_BE_NEGATIVE',
    customName: true,
  }),
];

export const ALL_INSTRUCTION_GROUPS: InstructionGroup[] = [...INSTRUCTION_GROUPS.values()];
const ALL_PRODUCTS = [...PRODUCTS, ...[...MODIFIER_GROUPS.values()].flatMap((group) => group.products)];

/** The item or product modifier with this SKU, which is case-sensitive. */
export function findProduct(sku: string): Product | undefined {
  return ALL_PRODUCTS.find((product) => product.sku === sku);
}
