import { mailRow } from '../delivery/notices';
import { scopeOf } from '../delivery/subject';
import type { Services } from './services';

type Parts = Pick<Services, 'store' | 'now' | 'newId' | 'mails'>;
type Notice = {
  /** Whose shops; absent: those of the first restaurant, to whom this server belongs. */
  restaurant_id?: string;
  /** The one shop that it concerns; null: nobody knows which, so all are told. */
  location_id: string | null;
  /** What is told once: the same again is no second mail. */
  suffix: string;
  payload: object;
};

/** A mail about something that is no order, to every shop that it may concern and that has an address. */
export async function tellShops(
  { restaurant_id: whose, location_id, suffix, payload }: Notice,
  { store, now, newId, mails }: Parts,
): Promise<void> {
  const restaurant_id = whose ?? (await store.firstRestaurant())?.id;
  if (restaurant_id === undefined || !mails) return;
  const scope = scopeOf({ restaurant_id });
  const shops = (await store.shops(scope)).filter(({ id }) => location_id === null || id === location_id);
  for (const shop of shops.filter(({ email }) => email !== null)) {
    const mail = mailRow({ restaurant_id, id: newId('dlv'), purpose: 'notice', suffix, payload });
    const act = { key_id: null, at: now() };
    await store.addDelivery(scope, { location_id: shop.id, order_id: null }, mail, act);
  }
}
