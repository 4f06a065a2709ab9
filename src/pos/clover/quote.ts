import { PosError } from '../errors';
import { asInteger, asObject } from '../json';
import type { PosOrder } from '../pos-order';
import { type PosPrice, toPosPrice } from '../price';
import { ask, type CloverSession, regionOf } from './api';
import { toCart, toDraft } from './order';
import { chooseOrderType } from './order-type';

/**
 * What Clover would charge: an atomic order's arithmetic with nothing kept
 * (https://docs.clover.com/reference/ordercheckoutatomicorder, read 2026-11-24). Like atomic orders, it exists in North America only.
 */
export async function quote(order: PosOrder, session: CloverSession): Promise<PosPrice> {
  if (regionOf(session.settings) !== 'us') throw notHere();
  // Whether an order is taxed is decided by its type.
  const { id: orderTypeId } = await chooseOrderType(order, session);
  const body = toCart(toDraft(order, { ...session, orderTypeId }));
  const call = { method: 'POST', path: '/atomic_order/checkouts', body } as const;
  const priced = asObject(await ask(session, call, false));
  const amounts = { total: asInteger(priced.total) ?? null, tax: asInteger(priced.totalTaxAmount) };
  return toPosPrice(amounts, { id: 'clover', name: 'Clover' });
}

function notHere(): PosError {
  const message =
    'Clover prices orders that are not placed yet only in the United States and Canada. The price is worked out from the menu.';
  return new PosError('rejected', 'clover', message);
}
