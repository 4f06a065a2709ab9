import { mailRow } from '../delivery/notices';
import { scopeOf } from '../delivery/subject';
import type { App, Services } from './services';

const DAY_MS = 24 * 3_600_000;
type Parts = Pick<Services, 'store' | 'now' | 'newId' | 'mails'> & { app: App };

/** Somebody must hear of a number that takes orders for nobody: the log each time, the shops' mailboxes once a day. */
export async function tellUnknownNumber(number: string, parts: Parts): Promise<void> {
  const { app, store, now, newId, mails } = parts;
  app.log.error(
    `Twilio brings guests on ${number}, which no shop, or more than one, has in twilio_numbers. Set it: PATCH /v1/locations/{id}.`,
  );
  const restaurant = await store.firstRestaurant();
  if (!restaurant || !mails) return;
  const { id: restaurant_id } = restaurant;
  const scope = scopeOf({ restaurant_id });
  const day = Math.floor(now() / DAY_MS);
  for (const shop of (await store.shops(scope)).filter(({ email }) => email !== null)) {
    const mail = mailRow({
      restaurant_id,
      id: newId('dlv'),
      purpose: 'notice',
      suffix: `line:${number}:${day}`,
      payload: { alert: 'line_unknown', id: number, name: number, n: day },
    });
    await store.addDelivery(scope, { location_id: shop.id, order_id: null }, mail, {
      key_id: null,
      at: now(),
    });
  }
}
