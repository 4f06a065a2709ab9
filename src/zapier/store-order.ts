import type { ZObject } from 'zapier-platform-core';
import type { Order } from '../order/schema';
import { PosError } from '../pos/errors';
import { asText, type Json } from '../pos/json';
import { zoneOf } from '../pos/pos-order';
import type { ShopFacts } from '../pos/vendor';
import { handTicket, StepRefusal } from './hand-ticket';
import { readText } from './input-text';
import { parseAtApi } from './menu-reader';
import { ageInMinutes, tooOldText } from './order-age';
import type { OrderApi } from './order-api';
import { forTrying, type PosStep } from './pos-step';
import { type InputData, readOrderInput, wordsOf } from './read-order-input';
import { withShopNames } from './shop-names';
import { asSaid, type SpokenFields, spokenFields } from './spoken-fields';
import { firstRun } from './step-cache';
import { readWithoutShop } from './step-failure';
import { type StoredOutput, toStoredOutput } from './stored-output';
import { namesNothing } from './understand';
import { unstoredAnswer } from './unstored-answer';
import { REACTIONS } from './zapier-errors';

/** One run of Create Order. */
export type StoreStep = {
  api: OrderApi;
  cache: ZObject['cache'];
  input: InputData;
  maxAgeMinutes: number;
  now: Date;
  trying: PosStep['trying'];
};

const NOWHERE: ShopFacts = { name: '', currency: null, timezone: null, country: null };

/** Stores the order, or finds the one that an earlier run stored. */
export async function storeOrder(step: StoreStep): Promise<StoredOutput> {
  try {
    return await run(step);
  } catch (error) {
    throw await inTime(error, step);
  }
}

async function run(step: StoreStep): Promise<StoredOutput> {
  const { api, input, trying } = step;
  const chosen = readText(input.location_id);
  const shop = await fetchShop(api, chosen);
  const spoken = await readSpoken(api, input, shop);
  const read = forTrying(readOrderInput(input, { ...shop, spoken }), trying);
  const order = chosen ? { ...read, location_id: chosen } : read;
  if (trying === 'preview') {
    const zone = { timezone: shop.timezone ?? 'UTC', country: shop.country ?? 'US' };
    return toStoredOutput({ ...unstoredAnswer(order, zone), location_name: shop.name }, 'preview');
  }
  const late = trying ? undefined : await tooLate(step, order, shop);
  const earlier = late === undefined ? undefined : await fetchStored(api, order);
  if (late !== undefined && !earlier)
    throw new StepRefusal(`${late} It was not sent. ${handTicket(order, shop)}`, 'TOO_OLD');
  const stored = earlier ?? (await post(api, order));
  const [named = stored.body] = await withShopNames([stored.body], api).catch(() => []);
  return toStoredOutput(named, stored.status === 201 ? 'created' : 'replayed');
}

/** What the server understands of Order in Words. Its doubts go along as words: the server's own rules decide about each line. */
async function readSpoken(
  api: OrderApi,
  input: InputData,
  { name }: ShopFacts,
): Promise<SpokenFields | undefined> {
  const words = wordsOf(input);
  if (words === undefined) return undefined;
  const parsed = await parseAtApi(api, { words, location_id: readText(input.location_id) }).catch(orUnread);
  if (parsed === undefined) return asSaid(words);
  if (parsed.items.length === 0) throw namesNothing(name);
  const spoken = spokenFields(parsed);
  const doubts = parsed.unsure.map(({ said, question }) => `ASK about "${said}": ${question}`);
  return { ...spoken, also: [spoken.also, ...doubts].filter(Boolean).join('\n') || null };
}

/** A shop without a menu understands nothing: the words travel as they were said. */
function orUnread(error: unknown): undefined {
  if (!(error instanceof PosError) || error.details.httpStatus !== 409) throw error;
}

function post(api: OrderApi, order: Order) {
  return api.send({ method: 'POST', path: '/v1/orders', body: order, writes: true });
}

/** The shop as far as reading an order needs it; where none is chosen and there are several, the server asks which. */
async function fetchShop(api: OrderApi, chosen: string | undefined): Promise<ShopFacts> {
  const shops = await api.fetchList('/v1/locations', {});
  const shop = shops.find(({ id }) => id === chosen) ?? shops[0] ?? {};
  const fact = (key: string) => asText(shop[key]) ?? null;
  const name = asText(shop.name) ?? '';
  return { name, currency: fact('currency'), timezone: fact('timezone'), country: fact('country') };
}

/** An old order is not stored; but where an earlier run stored it already, that is the answer. */
async function fetchStored(
  api: OrderApi,
  { external_ref, location_id }: Order,
): Promise<{ status: number; body: Json } | undefined> {
  const query = { external_ref: external_ref ?? '', location_id: location_id ?? undefined, limit: '1' };
  const [body] = await api.fetchList('/v1/orders', query);
  return body && { status: 200, body };
}

/** Why it is too late, undefined while there is time. */
async function tooLate(
  { cache, maxAgeMinutes: maxAge, now }: StoreStep,
  order: Order,
  { timezone }: ShopFacts,
): Promise<string | undefined> {
  const { requested_at, placed_at } = order.timing;
  const first = (requested_at ?? placed_at) ? null : await firstRun(cache, `${order.external_ref}`, now);
  const age = ageInMinutes(order, first, now);
  if (age === null || age <= maxAge) return undefined;
  return tooOldText(order, age, { maxAge, timezone: timezone ?? zoneOf(order) });
}

/** A server that stays out of reach must not keep the order from the person who can take it. */
async function inTime(error: unknown, step: StoreStep): Promise<unknown> {
  if (!(error instanceof PosError) || REACTIONS[error.kind] !== 'again' || step.trying) return error;
  const order = readWithoutShop(step.input);
  const late = order && (await tooLate(step, order, NOWHERE));
  if (!late) return error;
  return new StepRefusal(`${error.message} ${late} ${handTicket(order, NOWHERE)}`, 'TOO_OLD');
}
