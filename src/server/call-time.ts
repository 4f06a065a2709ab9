import type { FastifyRequest } from 'fastify';
import type { MenuIndex } from '../menu/menu-index';
import { servingOf } from '../menu/serving';
import { parseOrder } from '../order/parse';
import type { Order } from '../order/schema';
import type { Shop } from '../order/shop';
import { type CheckedOrder, checkOrder } from '../quote/check-order';
import { accessOf } from './access';
import { formToOrder } from './form-order';
import type { Services } from './services';
import { shopOf } from './shop-of';

/** An order that is still being spoken, as far as the shop and its menu know about it. */
export type CallTime = { checked: CheckedOrder; shop: Shop; index: MenuIndex | null; at: number };

/** Reads an order that nobody has placed yet and checks it; nothing is stored, and nothing outside is asked. */
export async function checkCall(
  request: FastifyRequest,
  { body, language }: { body: unknown; language?: string },
  services: Services,
): Promise<CallTime> {
  const { store, menus, now } = services;
  const access = accessOf(request);
  const given = request.isForm ? formToOrder(body as Record<string, unknown>) : body;
  const own = await shopOf(store, access, (given as { location_id?: unknown } | null)?.location_id);
  const shop = { ...own, language: language ?? own.language };
  const order = parseOrder(given, shop);
  const at = now();
  const serving = servingOf(order, shop, { takenAt: at });
  const index = await menus.for(access.scope, shop, { at: serving.kitchenAt, serving });
  return { checked: checkOrder(order, { shop, index, now: at }), shop, index, at };
}

/** What every answer at call time has. */
export function callAnswer({ ok, questions, problems, order }: CheckedOrder): {
  ok: boolean;
  questions: CheckedOrder['questions'];
  problems: CheckedOrder['problems'];
  order: Order;
} {
  return { ok, questions, problems, order };
}
