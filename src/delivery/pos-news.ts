import { ticketReference } from '../order/reference';
import type { Shop } from '../order/shop';
import { statusRefusal } from '../order/status';
import { PosError } from '../pos/errors';
import type { SeenOrder, WebhookEvent } from '../pos/webhook';
import type { DeliveryRecord, PosNews } from '../store/delivery-records';
import type { OrderRecord } from '../store/records';
import type { Store } from '../store/store';
import { type AskingParts, openToAsk, type Place } from './asking';
import { keepBornInPos } from './pos-born';
import { afterSeen } from './seen';
import { scopeOf } from './subject';

/** What is known of an order at the POS: the call's words, and the order itself where it was read. */
export type Told = Partial<Omit<SeenOrder, 'pos_order_id'>> &
  Pick<WebhookEvent, 'reference' | 'message'> & {
    pos_order_id: string | null;
    status: SeenOrder['status'];
    at: string;
  };

const MOST_TRIES = 8;

/** Works off what POS systems told: in any order, each once, asking the POS where the call only said "look". */
export function newsChore(parts: AskingParts): (now: number) => Promise<void> {
  return async (now) => {
    for (const news of await parts.store.newsDue(now, 100)) {
      parts.background.run(`news:${news.n}`, () => workOff(news, parts));
    }
  };
}

async function workOff(news: PosNews, parts: AskingParts): Promise<void> {
  const { store, now, timing } = parts;
  const place = { restaurant_id: news.restaurant_id, connection_id: news.connection_id };
  try {
    await handle(news.body as WebhookEvent, place, parts);
    await store.settleNews(news.n, null);
  } catch (error) {
    if (!(error instanceof PosError)) {
      await store.settleNews(news.n, null);
      throw error;
    }
    await store.settleNews(
      news.n,
      news.tries < MOST_TRIES ? now() + timing.posCheck * (news.tries + 1) : null,
    );
  }
}

async function handle(event: WebhookEvent, place: Place, parts: AskingParts): Promise<void> {
  const { now } = parts;
  const isEnough = event.status !== null && event.pos_order_id !== null && event.reference !== null;
  const seen = isEnough ? undefined : await look(event, place, parts);
  const pos_order_id = seen?.pos_order_id ?? event.pos_order_id;
  const status = event.status ?? seen?.status;
  if (!status || (!pos_order_id && !event.reference)) return;
  const at = seen?.at ?? event.at ?? new Date(now()).toISOString();
  const reference = seen?.reference ?? event.reference;
  const told = { ...seen, pos_order_id, status, at, reference, message: event.message };
  await tell(told, await placeOf(place, parts), parts);
}

/** The order as the POS has it. */
async function look({ pos_order_id }: WebhookEvent, place: Place, parts: AskingParts) {
  if (pos_order_id === null) return undefined;
  const { vendor, session } = await openToAsk(place, parts);
  return vendor.fetchPosOrder?.(pos_order_id, session);
}

/** What a POS has, brought to whom it concerns: our ticket, our order that another door sent, or an order born in the POS. */
export async function tell(told: Told, at: NewsPlace, parts: AskingParts): Promise<void> {
  const { store, now, newId } = parts;
  const isOurs = (external_ref: string, suffix: string) =>
    told.reference === `${ticketReference({ pos_location: at.pos_location, external_ref })}${suffix}`;
  const act = { key_id: null, at: now() };
  for (const row of await store.ticketsAt(at.connection_id, told, act.at)) {
    if (!(await isAbout(row, told, { store, isOurs }))) continue;
    const decide = (current: DeliveryRecord) => newsFor(current, told, { now: act.at, newId });
    await store.changeDelivery(scopeOf(at), row.id, decide, act);
    return;
  }
  if (told.reference !== null && (await moveOrder(told, at, { ...parts, isOurs }))) return;
  const { items, pos_order_id } = told;
  if (items && pos_order_id) await keepBornInPos({ ...told, items, pos_order_id }, at, parts);
}

type Asking = { store: Store; isOurs: (external_ref: string, suffix: string) => boolean };

/** A POS may name an order by its own id, by our reference, or by both. */
async function isAbout(row: DeliveryRecord, told: Told, { store, isOurs }: Asking): Promise<boolean> {
  const { receipt, order_id } = row;
  if (told.pos_order_id !== null && receipt?.pos_order_id === told.pos_order_id) return true;
  if (told.reference !== null && receipt?.reference === told.reference) return true;
  const order = order_id === null ? undefined : await store.order(scopeOf(row), order_id);
  return order !== undefined && isOurs(order.external_ref, row.suffix);
}

/** A call about a change or cancel ticket says nothing about the order. */
function newsFor(
  row: DeliveryRecord,
  told: Told,
  context: { now: number; newId: (prefix: string) => string },
) {
  const change = afterSeen(row, told, context);
  return change && row.purpose !== 'order' ? { ...change, order_status: undefined, adds: [] } : change;
}

/** Where news comes from, with all that telling it needs. */
export type NewsPlace = Place & { vendor: string; pos_location: string; shop: Shop };

/** The connection and its shop, as they are stored: telling needs no log-in. */
export async function placeOf(place: Place, { store }: Pick<AskingParts, 'store'>): Promise<NewsPlace> {
  const scope = scopeOf(place);
  const connection = await store.connection(scope, place.connection_id);
  const shop = connection && (await store.shop(scope, connection.location_id));
  if (!shop) throw new PosError('rejected', 'pos', `The shop of ${place.connection_id} is missing.`);
  const { vendor, pos_location } = connection;
  return { ...place, vendor, pos_location, shop };
}

type Found = AskingParts & Pick<Asking, 'isOurs'>;

/** An order of ours that another door (a Zap, a scenario) sent: its status moves all the same. */
async function moveOrder({ status }: Told, at: NewsPlace, { store, isOurs, now }: Found): Promise<boolean> {
  const scope = scopeOf(at);
  const { records } = await store.orders(scope, { limit: 200, location_ids: [at.shop.id] });
  const order = records.find(({ external_ref }) => isOurs(external_ref, ''));
  if (!order) return false;
  await store.updateOrder(scope, order.id, forwardTo(status), { key_id: null, at: now() });
  return true;
}

/** Moves an order's status on where that is forward. */
export const forwardTo = (status: SeenOrder['status']) => (current: OrderRecord) =>
  statusRefusal(current.status, status) === null ? { status } : {};
