import type { Ask } from '../intake/order-api';
import type { Command, CommandName } from '../intake/twilio/command';
import { dishCalled } from '../intake/twilio/dish';
import type { MenuIndex } from '../menu/menu-index';
import { businessDay } from '../order/business-day';
import { hasArrived, isTicket } from '../order/delivery';
import { itemText } from '../order/flat';
import { pauseOf } from '../order/pause';
import type { Shop } from '../order/shop';
import { spokenMoment } from '../order/speech/moment';
import { speechFor } from '../order/speech/texts';
import { STATUS_ENDS } from '../order/status';
import { wantedText } from '../order/ticket-text';
import type { OrderRecord, Scope } from '../store/records';
import type { Services } from './services';

type Parts = Pick<Services, 'store' | 'now'> & {
  scope: Scope;
  shop: Shop;
  ask: Ask;
  menu: MenuIndex | null;
};
type Answer = (rest: string, parts: Parts) => Promise<string>;

/** Twilio waits fifteen seconds for an answer, and so does a cancellation for the POS. */
const LONGEST_WAIT_MS = 8_000;

/** What each command does and answers, through the API as everybody else's wishes. */
const COMMANDS: Record<CommandName, Answer> = {
  async pause(rest, { ask, shop, now }) {
    const minutes = rest === '' ? null : Number(rest);
    const { status, body } = await ask('POST', `/v1/locations/${shop.id}/pause`, { minutes });
    if (status !== 200) return refusalIn(body);
    return `${pauseText(body as Shop, now())} Text RESUME to go on.`;
  },
  async resume(_rest, { ask, shop }) {
    const { status, body } = await ask('POST', `/v1/locations/${shop.id}/resume`, {});
    return status === 200 ? `${shop.name} takes orders again.` : refusalIn(body);
  },
  sold_out: (rest, parts) => mark(rest, false, parts),
  back: (rest, parts) => mark(rest, true, parts),
  open: (rest, parts) => withOrder(rest, parts, async (order) => describe(order, parts)),
  done: (rest, parts) =>
    withOrder(rest, parts, async ({ id, status: before, order }) => {
      const isHandedOver = before === 'ready' || before === 'out_for_delivery';
      const next = order.service.type === 'delivery' ? 'out_for_delivery' : 'ready';
      const to = isHandedOver ? 'completed' : next;
      const { status, body } = await parts.ask('PATCH', `/v1/orders/${id}`, { status: to });
      if (status !== 200) return refusalIn(body);
      return isHandedOver
        ? `#${rest} is completed.`
        : `#${rest} is ${words(to)}. Text DONE ${rest} again once the guest has it.`;
    }),
  cancel: (rest, parts) =>
    withOrder(rest, parts, async ({ id }) => {
      const reason = 'The restaurant cancelled it.';
      const told = parts.ask('POST', `/v1/orders/${id}/cancel`, { reason });
      const answer = await Promise.race([told, soon()]);
      if (answer === null)
        return `#${rest} is cancelled here; the POS has not answered yet. Text OPEN ${rest} in a minute.`;
      if (answer.status !== 200) return refusalIn(answer.body);
      return `#${rest}: ${OUTCOMES[(answer.body as { outcome: string }).outcome]}`;
    }),
  async status(_rest, parts) {
    const { shop, now } = parts;
    const orders = await today(parts);
    const open = orders.filter(({ status }) => !ENDED.has(status));
    const stuck = await needing(open, parts);
    const gone = parts.menu?.menu.items.filter(({ available }) => !available).map(({ name }) => name) ?? [];
    return [
      pauseOf(shop, now()) ? pauseText(shop, now()) : `${shop.name} takes orders.`,
      `Today ${orders.length}, open ${open.length}.`,
      stuck.length > 0
        ? `Needs you: ${stuck.map(({ number }) => `#${number}`).join(', ')}.`
        : 'Nothing needs you.',
      ...(gone.length > 0 ? [`Sold out: ${gone.slice(0, 10).join(', ')}.`] : []),
    ].join(' ');
  },
};

/** Carries out what a manager texted, and says in plain words what came of it. */
export function carryOut({ name, rest }: Command, parts: Parts): Promise<string> {
  return COMMANDS[name](rest, parts);
}

const OUTCOMES: Record<string, string> = {
  not_sent_yet: 'cancelled. It had not gone to the kitchen.',
  voided: 'cancelled and taken out of the POS. Give back what was paid there.',
  cancel_ticket_sent: 'cancelled; the kitchen got a ticket that says so. Give back in the POS what was paid.',
  call_the_shop: 'cancelled here, but the kitchen may have it: tell them, and void it in the POS.',
};

async function mark(rest: string, available: boolean, { menu, shop, ask }: Parts): Promise<string> {
  if (menu === null) return `${shop.name} has no menu here.`;
  const found = dishCalled(rest, menu);
  const { dish } = found;
  if (dish === null) {
    const hint =
      found.near.length > 0 ? ` Did you mean ${found.near.join(' or ')}? Text it with the whole name.` : '';
    return `Nothing was changed: "${rest}" is no single dish of the menu.${hint}`;
  }
  const path = `/v1/menu/items/${encodeURIComponent(dish.id)}?location_id=${shop.id}`;
  const { status, body } = await ask('PATCH', path, { available });
  if (status !== 200) return refusalIn(body);
  return available
    ? `${dish.name} is back.`
    : `${dish.name} is sold out until you text BACK ${dish.name.toUpperCase()}.`;
}

async function withOrder(
  number: string,
  parts: Parts,
  answer: (order: OrderRecord) => Promise<string>,
): Promise<string> {
  const order = (await today(parts)).find((one) => one.number === String(Number(number)));
  return order ? answer(order) : `There is no #${number} today.`;
}

const today = ({ store, scope, shop, now }: Parts) =>
  store.ordersOfDay(scope, shop.id, businessDay(now(), shop));

async function describe(
  { id, number, status, order }: OrderRecord,
  { store, scope, shop }: Parts,
): Promise<string> {
  const ticket = (await store.deliveriesOf(scope, [id])).find(isTicket);
  const stands =
    ticket &&
    (hasArrived(ticket) ? 'in the POS' : `not in the POS: ${ticket.reason?.message ?? ticket.state}`);
  const { type } = order.service;
  return [
    `#${number} ${words(status)}${stands ? ` (${stands})` : ''}.`,
    `${words(type ?? 'pickup')}, ${wantedText(order, shop.timezone)}:`,
    `${order.items.map(itemText).join('; ')}.`,
    order.customer.name ?? '',
    order.customer.phone ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Open orders that go no further without a person. */
async function needing(open: OrderRecord[], { store, scope }: Parts): Promise<OrderRecord[]> {
  const rows = await store.deliveriesOf(
    scope,
    open.map(({ id }) => id),
  );
  const stuck = new Set(
    rows.filter(isTicket).flatMap(({ order_id, state }) => (STUCK.has(state) ? [order_id] : [])),
  );
  return open.filter(({ id, status }) => status === 'held' || stuck.has(id));
}

const STUCK = new Set(['needs_attention', 'refused', 'blocked']);
const ENDED = new Set<string>([...STATUS_ENDS, 'completed']);
const words = (name: string) => name.replaceAll('_', ' ');

function pauseText(shop: Shop, now: number): string {
  const until = pauseOf(shop, now)?.until ?? null;
  const context = { timezone: shop.timezone, now, speech: speechFor(shop.language) };
  return `${shop.name} is paused${until === null ? '' : ` until ${spokenMoment(until, context)}`}.`;
}

const refusalIn = (body: unknown) => String((body as { detail?: unknown }).detail ?? 'That did not work.');

function soon(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), LONGEST_WAIT_MS).unref());
}
