import { PosError } from './errors';

/** What a POS would charge for an order: minor units, tax included. The tip stands apart. */
export type PosPrice = { total: number; tax: number };

/** A POS's price from its reply; a reply without one is no answer. */
export function toPosPrice(
  { total, tax }: { total: number | null; tax: number | null | undefined },
  vendor: { id: string; name: string },
): PosPrice {
  if (total !== null) return { total, tax: tax ?? 0 };
  const message = `${vendor.name} priced the order without a total. Nothing was sent; the price is worked out from the menu.`;
  throw new PosError('unreachable', vendor.id, message);
}
