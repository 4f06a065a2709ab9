import { createHash, randomBytes } from 'node:crypto';
import type { Shop } from '../../order/shop';
import { signInMail } from '../../web/sign-in-mail';
import { hashKey } from '../access';
import { keyPrefix } from '../ids';
import type { Services } from '../services';

/** How long a link is good. */
const GOOD_MS = 15 * 60_000;
/** Somebody who is impatient fills no mailbox. */
const APART_MS = 60_000;

type Parts = Pick<Services, 'store' | 'now' | 'newId' | 'ownSecret' | 'links' | 'mailer'>;

export const linkHash = (token: string) => createHash('sha256').update(token).digest();

/** Whether a link can be mailed, and leads to this server. */
export function canMailLinks({ mailer, links }: Pick<Services, 'mailer' | 'links'>): boolean {
  return mailer !== null && links.toSignIn('') !== null;
}

/** Mails a link to an address, for all shops that have it; to no other address. */
export async function mailLink(address: string, parts: Parts): Promise<void> {
  const { store } = parts;
  const known = (await store.everyShop()).filter(({ shop }) =>
    addressesOf(shop).includes(address.toLowerCase()),
  );
  for (const [restaurant_id, ours] of Map.groupBy(known, (one) => one.restaurant_id)) {
    const shops = ours.map(({ shop }) => shop);
    const [first] = shops;
    if (first) await mailOne(address, first, await linkKey(restaurant_id, shops, parts), parts);
  }
}

function addressesOf({ email }: Shop): string[] {
  return (email ?? '').toLowerCase().split(/[,;\s]+/);
}

async function mailOne(address: string, shop: Shop, key_id: string | null, parts: Parts): Promise<void> {
  const { store, links, mailer, now } = parts;
  const token = randomBytes(32).toString('base64url');
  const url = links.toSignIn(token);
  if (key_id === null || url === null) return;
  const at = now();
  const link = { hash: linkHash(token), key_id, expires_at: at + GOOD_MS };
  if (await store.keepLink(link, at - APART_MS, { key_id, at })) {
    await mailer?.send(signInMail({ shop, address, url, at }));
  }
}

/**
 * The key that a mailed link signs in with: it may do what an evening needs, in the shops that have the address, and no more. Its
 * text is nowhere. It is listed and deleted like all others: then no link signs in any more, and null comes back.
 */
async function linkKey(
  restaurant_id: string,
  shops: Shop[],
  { store, now, newId, ownSecret }: Parts,
): Promise<string | null> {
  const location_ids = shops.map(({ id }) => id).sort();
  const secret = ownSecret(['mailed links', restaurant_id, ...location_ids].join(' '));
  const known = await store.findKey(hashKey(secret));
  if (known) return known.revoked_at === null ? known.id : null;
  const key = {
    id: newId('key'),
    name: 'Links by e-mail',
    prefix: keyPrefix(secret),
    scope: 'write' as const,
    location_ids,
    hash: hashKey(secret),
  };
  const made = await store.createKey({ restaurant_id, location_ids: null }, key, { key_id: null, at: now() });
  return made.id;
}
