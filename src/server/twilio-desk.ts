import { GUEST, smsRow } from '../delivery/sms/rows';
import { type Ask, findOrder, kindOf, type OrderInput } from '../intake/order-api';
import type { Desk, Placed, Quote } from '../intake/twilio/desk';
import type { Language } from '../intake/twilio/phrases';
import { pauseOf, pauseSentence } from '../order/pause';
import type { Shop } from '../order/shop';
import type { Scope } from '../store/records';
import type { Services } from './services';

type Parts = Pick<Services, 'store' | 'menus' | 'now' | 'newId' | 'config'> & {
  scope: Scope;
  shop: Shop;
  ask: Ask;
};
type Answer = { id: string; number: string; status: string; detail?: string };

/** What a conversation needs, through the API itself: an order that comes by telephone is taken like any other. */
export async function openDesk(parts: Parts): Promise<Desk> {
  const { menus, scope, shop, ask } = parts;
  const now = parts.now();
  const pause = pauseOf(shop, now);
  return {
    shop,
    now,
    notNow: (language) => (pause ? pauseSentence({ ...shop, language }, pause, now) : null),
    menu: await menus.at(scope, shop, now),
    quote: (order, language) => quote(order, { ask, language }),
    place: async (order) => {
      const placed = await place(order, ask);
      if ('id' in placed && !placed.held) await confirm(placed.id, order, parts);
      return placed;
    },
    status: (guest) => status(guest, parts),
  };
}

async function quote(order: OrderInput, { ask, language }: { ask: Ask; language: Language }): Promise<Quote> {
  const { status: code, body } = await ask('POST', `/v1/orders/quote?language=${language}`, order);
  if (code === 200) return body as Quote;
  throw new Error(`The Order API answered ${code} to a quote: ${(body as Answer).detail}`);
}

async function place(order: OrderInput, ask: Ask): Promise<Placed> {
  const { status: code, body } = await ask('POST', '/v1/orders', order);
  const { id, number, status: stands, detail = '' } = body as Answer;
  if (code === 200 || code === 201) return { id, number, held: stands === 'held' };
  if (code === 409 && kindOf(body) === 'reference-used') return findPlaced(order, ask);
  if (code === 409) return { refused: detail };
  throw new Error(`The Order API answered ${code} to an order by telephone: ${detail}`);
}

/** Who ordered by phone gets it in writing; who texted has just read it. */
async function confirm(order_id: string, { source }: OrderInput, parts: Parts): Promise<void> {
  const { store, scope, shop, newId, now, config } = parts;
  if (config.twilio.sender === null || (source as { channel: string }).channel !== 'phone') return;
  const { restaurant_id } = scope;
  const row = smsRow({ restaurant_id, id: newId('dlv'), target: GUEST, purpose: 'confirmation' });
  await store.addDelivery(scope, { location_id: shop.id, order_id }, row, { key_id: null, at: now() });
}

/** It is in already, in other words: the guest said yes twice. */
async function findPlaced({ external_ref }: OrderInput, ask: Ask): Promise<Placed> {
  const found = await findOrder(ask, external_ref);
  if (!found) throw new Error('An order with a reference in use cannot be found.');
  return { id: found.id, number: found.number, held: found.status === 'held' };
}

/** How long ago the order that a guest asks about may be. */
const RECENT_MS = 12 * 3_600_000;

async function status(guest: string, { store, scope, shop, now }: Parts): ReturnType<Desk['status']> {
  const { records } = await store.orders(scope, {
    limit: 1,
    location_ids: [shop.id],
    phone: { e164: guest },
  });
  const [latest] = records;
  if (!latest || latest.created_at < now() - RECENT_MS) return null;
  return { number: latest.number, status: latest.status };
}
