import type { Environment } from '../../server/config';
import type { ShopAnswer } from '../api-answers';
import { type Door, must } from '../door';
import type { createProgress } from '../progress';

export type MenuOptions = {
  args: string[];
  environment?: Environment;
  say?: (line: string) => void;
  /** Where a progress bar is drawn. */
  terminal?: Parameters<typeof createProgress>[1];
};
/** One of `orderwire menu`'s commands. Resolves to the exit code. */
export type MenuCommand = (options: Required<MenuOptions>) => Promise<number>;

const text = { type: 'string' } as const;
/** What each of them takes. */
export const MENU_FLAGS = { location: text, url: text, key: text } as const;

export type MenuShop = ShopAnswer & { currency: string };

/** The shop that is meant: the one named, or the only one. */
export async function shopFor(named: string | undefined, door: Door): Promise<MenuShop> {
  const { data } = must<{ data: MenuShop[] }>(await door.call('GET', '/v1/locations'));
  const found = named === undefined ? data : data.filter(({ id }) => id === named);
  const [shop, ...others] = found;
  if (shop && others.length === 0) return shop;
  const shops = data.map(({ id, name }) => `${id} (${name})`).join(', ');
  throw new Error(`Say which shop with --location: ${shops}.`);
}
