import type { Order } from '../order/schema';
import { placeOrder } from '../pos/place-order';
import { referenceOf, zoneOf } from '../pos/pos-order';
import { toReceipt } from '../pos/receipt';
import type { Session, ShopFacts, Vendor } from '../pos/vendor';
import { handTicket, StepRefusal } from './hand-ticket';
import { awaitAnswer } from './late-answer';
import { ageInMinutes, tooOldText } from './order-age';
import { type InputData, wordsOf } from './read-order-input';
import { type CreateOutput, toCreateOutput } from './receipt-output';
import { saysUnknownId } from './stale-menu';
import type { StepCache } from './step-cache';
import type { Policy } from './step-policy';
import { readStepOrder, toIndex, type Understood, understand, understandWell } from './understand';

/** One run of a create: who it sends to, what was filled in, and whether it is only being tried in the editor. */
export type PosStep = {
  vendor: Vendor;
  session: Session;
  cache: StepCache;
  policy: Policy;
  input: InputData;
  now: Date;
  trying: 'preview' | 'test_ticket' | null;
};

/** What a run has learned so far; a failure needs it for the ticket in its text. */
export type Seen = { shop?: ShopFacts; order?: Order };

/** Sends the order, or says what would be sent. */
export async function runPosStep(step: PosStep, seen: Seen): Promise<CreateOutput> {
  const [shop, known] = await Promise.all([readShop(step, seen), step.cache.menu()]);
  const menu = toIndex(known, step);
  const { order } = readStepOrder({ step, shop, menu });
  seen.order = order;
  const earlier = step.trying ? undefined : await refuseOld(step, order, shop);
  if (earlier) return toCreateOutput(earlier, { order, environment: step.session.environment });
  const understood = await understandWell({ step, shop, menu });
  seen.order = understood.order;
  if (step.trying === 'preview') return preview(step, understood);
  return place(step, understood).catch(async (error: unknown) => {
    const newer = saysUnknownId(error) ? await step.cache.newerMenu() : null;
    if (!newer) throw error;
    return place(step, understand({ step, shop, menu: toIndex(newer, step) }));
  });
}

async function readShop(step: PosStep, seen: Seen): Promise<ShopFacts> {
  const { currency, ...known } = await step.cache.shop();
  seen.shop = { ...known, currency: currency ?? step.session.settings.currency ?? null };
  return seen.shop;
}

async function place(step: PosStep, { order, prepared, menu, warnings }: Understood): Promise<CreateOutput> {
  const { vendor, session } = step;
  const sent = await placeOrder({ vendor, prepared, session, lookFirst: true });
  const receipt = await awaitAnswer(sent, { order: prepared.order, vendor, session });
  return toCreateOutput(
    { ...receipt, warnings: [...receipt.warnings, ...warnings] },
    {
      ...{ order, prepared, menu, environment: session.environment },
      isSpoken: wordsOf(step.input) !== undefined,
    },
  );
}

/** A test ticket has a reference of its own, or the true order would later be taken for sent. */
export function forTrying(order: Order, trying: PosStep['trying']): Order {
  if (trying !== 'test_ticket') return order;
  return { ...order, test: true, external_ref: `${order.external_ref}-test` };
}

/** How old the order is now; the first run counts where the order itself does not say. */
export async function ageOf(step: PosStep, order: Order): Promise<number | null> {
  const reference = referenceOf(order, { vendor: step.vendor.id, posLocation: step.session.posLocation });
  const { requested_at, placed_at } = order.timing;
  const first = (requested_at ?? placed_at) ? null : await step.cache.firstRun(reference, step.now);
  return ageInMinutes(order, first, step.now);
}

/** An old order is not sent; but where an earlier run made its ticket already, that is the answer. */
async function refuseOld(step: PosStep, order: Order, shop: ShopFacts) {
  const { vendor, session, policy } = step;
  const age = await ageOf(step, order);
  if (age === null || age <= policy.maxAgeMinutes) return undefined;
  const found = await vendor.findOrder?.(order, session).catch(() => undefined);
  if (found?.sent_to_kitchen) return found;
  const why = tooOldText(order, age, {
    maxAge: policy.maxAgeMinutes,
    timezone: shop.timezone ?? zoneOf(order),
  });
  throw new StepRefusal(`${why} It was not sent to ${vendor.name}. ${handTicket(order, shop)}`, 'TOO_OLD');
}

function preview(step: PosStep, { order, prepared, menu, warnings }: Understood): CreateOutput {
  const { vendor, session } = step;
  const shown = vendor.preview(prepared.order, session);
  const receipt = toReceipt(prepared.order, {
    vendor: vendor.id,
    vendorName: vendor.name,
    reference: referenceOf(order, { vendor: vendor.id, posLocation: session.posLocation }),
    pos_order_id: null,
    state: 'preview',
    completed: [],
    unmatched: [...shown.unmatched, ...prepared.unmatched],
    warnings: [...shown.warnings, ...warnings],
  });
  return toCreateOutput(receipt, { order, prepared, menu, preview: shown });
}
