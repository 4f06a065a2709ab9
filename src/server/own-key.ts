import { createHmac } from 'node:crypto';
import type { KeyScope } from '../store/records';
import { hashKey } from './access';
import { keyPrefix } from './ids';
import type { Services } from './services';

type Parts = Pick<Services, 'store' | 'now' | 'newId'>;

/** A key with which a part of this program calls the API, with no more rights than a caller from outside; the same at every start. It can be deleted like all others. */
export async function keepOwnKey(
  { store, now, newId }: Parts,
  {
    restaurant_id,
    secret,
    name,
    scope,
  }: { restaurant_id: string; secret: string; name: string; scope: KeyScope },
): Promise<void> {
  if (await store.findKey(hashKey(secret))) return;
  const key = { id: newId('key'), name, prefix: keyPrefix(secret), scope, location_ids: null };
  const act = { key_id: null, at: now() };
  await store.createKey({ restaurant_id, location_ids: null }, { ...key, hash: hashKey(secret) }, act);
}

/** Makes the texts of such keys from a secret of the server's: nothing of them is stored. */
export function createOwnSecret(seed: Buffer): (purpose: string) => string {
  return (purpose) => `owk_${createHmac('sha256', seed).update(purpose).digest('hex')}`;
}
