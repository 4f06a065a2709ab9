import { type Alias, targetOf } from '../menu/aliases';
import { groupsOf } from '../menu/match';
import type { Menu } from '../menu/schema';
import { normalise } from '../menu/words';
import type { Problem } from '../order/problems';
import type { Scope } from '../store/records';
import { type Access, mustHaveAllShops } from './access';
import { refusedFields } from './problem';
import type { Services } from './services';
import { shopOf } from './shop-of';

/** What somebody wants to teach; `location_id` absent: for all shops of the restaurant. */
export type AliasInput = {
  said: string;
  item_id: string;
  variation_id?: string | null;
  option_id?: string | null;
  location_id?: string | null;
};
/** The same, checked: where it counts, and what it is called there. */
export type CheckedAlias = {
  alias: Alias;
  phrase: string;
  location_id: string | null;
  shops: string[];
  menus: Menu[];
};

/** Checks that the words say something and that a menu has what they are to mean. */
export async function checkAlias(
  { said, item_id, variation_id = null, option_id = null, location_id = null }: AliasInput,
  access: Access,
  services: Pick<Services, 'store' | 'menus'>,
): Promise<CheckedAlias> {
  const shops = await shopsFor(location_id, access, services);
  const alias = { said: said.trim(), item_id, variation_id, option_id };
  const menus = await menusOf(shops, access.scope, services);
  const problems = [...wordProblems(alias), ...meaningProblems(alias, menus)];
  if (problems.length > 0) throw refusedFields(problems);
  return { alias, phrase: normalise(said), location_id, shops, menus };
}

async function shopsFor(
  location_id: string | null,
  access: Access,
  { store }: Pick<Services, 'store'>,
): Promise<string[]> {
  if (location_id !== null) return [(await shopOf(store, access, location_id)).id];
  mustHaveAllShops(access);
  return (await store.shops(access.scope)).map(({ id }) => id);
}

/** The menus of these shops, with what was taught; shops without one are left out. */
export async function menusOf(
  shops: readonly string[],
  scope: Scope,
  { menus }: Pick<Services, 'menus'>,
): Promise<Menu[]> {
  const indexes = await Promise.all(shops.map((id) => menus.of(scope, { id })));
  return indexes.flatMap((index) => index?.menu ?? []);
}

function wordProblems({ said, variation_id, option_id }: Alias): Problem[] {
  const both = variation_id !== null && option_id !== null;
  return [
    ...(normalise(said) === ''
      ? [{ path: 'said', message: 'holds no word; write what guests say, such as "the works".' }]
      : []),
    ...(both
      ? [{ path: 'option_id', message: 'cannot stand beside variation_id; teach the two one by one.' }]
      : []),
  ];
}

function meaningProblems(alias: Alias, menus: readonly Menu[]): Problem[] {
  const { item_id, variation_id, option_id } = alias;
  const dishOnly = { item_id, variation_id: null, option_id: null };
  const withDish = menus.filter((menu) => targetOf(menu, dishOnly));
  const [menu] = withDish.filter((one) => targetOf(one, alias));
  if (menu) return rivalProblems(alias, menu);
  if (withDish.length === 0)
    return [{ path: 'item_id', message: `"${item_id}" is on no menu here; GET /v1/menu lists the ids.` }];
  const [path, id] = variation_id === null ? ['option_id', option_id] : ['variation_id', variation_id];
  return [{ path, message: `"${id}" does not belong to "${item_id}"; GET /v1/menu lists the ids.` }];
}

/** The menu's own name of another option would still be found first. */
function rivalProblems({ said, item_id, option_id }: Alias, menu: Menu): Problem[] {
  if (option_id === null) return [];
  const options = groupsOf(menu, item_id).flatMap((group) => group.options);
  const rival = options.find((one) => one.id !== option_id && normalise(one.name) === normalise(said));
  if (!rival) return [];
  const message = `is what the menu calls another option of this dish (${rival.id}); rename that one first.`;
  return [{ path: 'said', message }];
}
