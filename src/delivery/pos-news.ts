import { ticketReference } from '../order/reference';
import { statusRefusal } from '../order/status';
import { PosError } from '../pos/errors';
import type { SeenOrder, WebhookEvent } from '../pos/webhook';
import type { DeliveryRecord, PosNews } from '../store/delivery-records';
import type { OrderRecord } from '../store/records';
import type { Store } from '../store/store';
import type { Background } from './background';
import { scopeOf } from './chores';
import { keepBornInPos } from './pos-born';
import type { PosOutlets, SpeedLimits } from './pos-outlet';
import { afterSeen } from './seen';
import type { Timing } from './timing';

export type NewsParts = {
  store: Store;
  outlets: PosOutlets;
  limits: SpeedLimits;
  timing: Timing;
  background: Background;
  now: () => number;
  newId: (prefix: string) => string;
};
export type Place = { restaurant_id: string; connection_id: string };
/** What is known of an order at the POS: the call's words, and the order itself where it was read. */
export type Told = Partial<Omit<SeenOrder, 'pos_order_id'>> &
  Pick<WebhookEvent, 'reference' | 'message'> & {
    pos_order_id: string | null;
    status: SeenOrder['status'];
    at: string;
  };

const MOST_TRIES = 8;

/** Works off what POS systems told: in any order, each once, asking the POS where the call only said "look". */
export function newsChore(parts: NewsParts): (now: number) => Promise<void> {
  return async (now) => {
    for (const news of await parts.store.newsDue(now, 100)) {
      parts.background.run(`news:${news.n}`, () => workOff(news, parts));
    }
  };
}

async function workOff(news: PosNews, parts: NewsParts): Promise<void> {
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

async function handle(event: WebhookEvent, place: Place, parts: NewsParts): Promise<void> {
  const { now } = parts;
  const isEnough = event.status !== null && event.pos_order_id !== null && event.reference !== null;
  const seen = isEnough ? undefined : await look(event, place, parts);
  const pos_order_id = seen?.pos_order_id ?? event.pos_order_id;
  const status = event.status ?? seen?.status;
  if (!status || (!pos_order_id && !event.reference)) return;
  const at = seen?.at ?? event.at ?? new Date(now()).toISOString();
  const reference = seen?.reference ?? event.reference;
  await tell({ ...seen, pos_order_id, status, at, reference, message: event.message }, place, parts);
}

/** The order as the POS has it. */
async function look(
  { pos_order_id }: WebhookEvent,
  { restaurant_id, connection_id }: Place,
  parts: NewsParts,
) {
  if (pos_order_id === null) return undefined;
  const opened = await parts.outlets.open(restaurant_id, connection_id);
  const { vendor, session } = parts.limits.of(opened, connection_id, 'menu');
  return vendor.fetchPosOrder?.(pos_order_id, session);
}

/** What a POS has, brought to whom it concerns: our ticket, our order that another door sent, or an order born in the POS. */
export async function tell(told: Told, place: Place, parts: NewsParts): Promise<void> {
  const { store, now, newId } = parts;
  const { posLocation, shop } = await placeOf(place, parts);
  const isOurs = (external_ref: string, suffix: string) =>
    told.reference === `${ticketReference({ pos_location: posLocation, external_ref })}${suffix}`;
  const scope = scopeOf(place);
  const act = { key_id: null, at: now() };
  for (const row of await store.ticketsAt(place.connection_id, told, act.at)) {
    if (!(await isAbout(row, told, { store, isOurs }))) continue;
    await store.changeDelivery(
      scope,
      row.id,
      (current) => newsFor(current, told, { now: act.at, newId }),
      act,
    );
    return;
  }
  if (told.reference !== null && (await moveOrder(told, place, { ...parts, shop, isOurs }))) return;
  const { items, pos_order_id } = told;
  if (items && pos_order_id) await keepBornInPos({ ...told, items, pos_order_id }, place, { ...parts, shop });
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

async function placeOf({ restaurant_id, connection_id }: Place, { store, outlets }: NewsParts) {
  const scope = scopeOf({ restaurant_id });
  const { session } = await outlets.open(restaurant_id, connection_id);
  const connection = await store.connection(scope, connection_id);
  const shop = connection && (await store.shop(scope, connection.location_id));
  if (!shop) throw new PosError('rejected', 'pos', `The shop of ${connection_id} is missing.`);
  return { posLocation: session.posLocation, shop };
}

type Found = NewsParts & { shop: { id: string }; isOurs: (external_ref: string, suffix: string) => boolean };

/** An order of ours that another door (a Zap, a scenario) sent: its status moves all the same. */
async function moveOrder(
  { status }: Told,
  place: Place,
  { store, shop, isOurs, now }: Found,
): Promise<boolean> {
  const scope = scopeOf(place);
  const { records } = await store.orders(scope, { limit: 200, location_ids: [shop.id] });
  const order = records.find(({ external_ref }) => isOurs(external_ref, ''));
  if (!order) return false;
  const forward = (current: OrderRecord) =>
    statusRefusal(current.status, status) === null ? { status } : {};
  await store.updateOrder(scope, order.id, forward, { key_id: null, at: now() });
  return true;
}
