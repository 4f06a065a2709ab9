import { itemsBySize, toCode } from '../seed-codes';
import { SEED_GROUPS, SEED_ITEMS } from '../seed-menu';

/** One customer account of Deliverect with one channel and one location. */
export const ACCOUNT = {
  clientId: 'deliverect-sandbox-client',
  clientSecret: 'deliverect-sandbox-secret',
  /** The scope that Deliverect gives a channel; it is part of the address and case-sensitive. */
  channelName: 'orderwire',
  channelLinkId: '606d8489fcd8eddf13b121a6',
  locationId: '606d8489fcd8eddf13b121b7',
  webhookSecret: 'deliverect-hook-secret',
} as const;

export const OPEN_ITEM_PLU = 'OPEN-ITEM';

/** PLU to the name that the POS prints. Sizes are products of their own. */
export const PRODUCTS: ReadonlyMap<string, string> = new Map([
  ...SEED_ITEMS.flatMap(itemsBySize).map(({ code, name }): [string, string] => [code, name]),
  ...SEED_GROUPS.flatMap((group) =>
    group.options.map(({ name }): [string, string] => [`${toCode(group.id)}-${toCode(name)}`, name]),
  ),
]);

export const SOLD_OUT: ReadonlySet<string> = new Set(
  SEED_ITEMS.filter((item) => item.soldOut).flatMap((item) => itemsBySize(item).map(({ code }) => code)),
);
