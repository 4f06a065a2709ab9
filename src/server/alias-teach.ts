import type { Menu } from '../menu/schema';
import type { AliasRecord } from '../store/records';
import { type Access, mustHaveAllShops } from './access';
import { type AliasInput, checkAlias } from './alias-input';
import { ApiProblem, notFound } from './problem';
import type { Services } from './services';

const MOST_ALIASES = 5_000;

type Teaching = { access: Access; services: Pick<Services, 'store' | 'menus' | 'now' | 'newId'> };
type Taught = { alias: AliasRecord; replaced: boolean; menus: Menu[] };

/** Teaches what words mean from now on; the same words again replace what they meant. */
export async function teachAlias(input: AliasInput, { access, services }: Teaching): Promise<Taught> {
  const { store, now, newId } = services;
  const { alias, phrase, location_id, menus } = await checkAlias(input, access, services);
  const given = { ...alias, id: newId('als'), phrase, location_id, most: MOST_ALIASES };
  const saved = await store.saveAlias(access.scope, given, { key_id: access.key.id, at: now() });
  if (!saved) throw tooMany();
  return { ...saved, menus };
}

/** Forgets words at once. */
export async function forgetAlias(id: string, { access, services }: Teaching): Promise<void> {
  const { store, now } = services;
  const known = (await store.aliases(access.scope)).find((one) => one.id === id);
  if (!known) throw notFound('alias');
  if (known.location_id === null) mustHaveAllShops(access);
  await store.deleteAlias(access.scope, known.id, { key_id: access.key.id, at: now() });
}

function tooMany(): ApiProblem {
  const detail = `There are ${MOST_ALIASES} aliases already. Delete those that are no longer said, or write them into the menu itself.`;
  return new ApiProblem('not-now', detail);
}
