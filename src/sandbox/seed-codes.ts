import type { SeedItem } from './seed-menu';

/** A seeded name as the code that a back office might give it: "Green Peppers" is GREEN-PEPPERS. */
export function toCode(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-');
}

/** One entry for each size of an item, for vendors where a size is an item of its own. */
export function itemsBySize(item: SeedItem): { code: string; name: string; price: number }[] {
  if (!item.variations) return [{ code: toCode(item.id), name: item.name, price: item.price ?? 0 }];
  return item.variations.map((size) => ({
    code: `${toCode(item.id)}-${size.name.charAt(0)}`,
    name: `${item.name} ${size.name}`,
    price: size.price,
  }));
}
