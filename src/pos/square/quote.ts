import { asInteger, asObject, type Json } from '../json';
import type { PosOrder } from '../pos-order';
import { type PosPrice, toPosPrice } from '../price';
import { read, type SquareOrder, type SquareSession } from './api';
import { toSquareOrder } from './order';
import { totalOf } from './placed';

/** The order with Square's own amounts; nothing is kept (https://developer.squareup.com/reference/square/orders-api/calculate-order, read 2026-11-24). */
export async function calculate(order: SquareOrder, session: SquareSession): Promise<Json> {
  return asObject(asObject(await read(session, 'POST', '/v2/orders/calculate', { order })).order);
}

/** What Square would charge. */
export async function quote(order: PosOrder, session: SquareSession): Promise<PosPrice> {
  const priced = await calculate(toSquareOrder(order, session).order, session);
  const tax = asInteger(asObject(priced.total_tax_money).amount);
  return toPosPrice({ total: totalOf(priced), tax }, { id: 'square', name: 'Square' });
}
