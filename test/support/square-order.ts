import type { PosOrder } from '../../src/pos/pos-order';
import type { SquareOrder } from '../../src/pos/square/api';
import { toSquareOrder } from '../../src/pos/square/order';
import { sample, shop } from './vendor-doors';

const AT = { posLocation: 'LSANDBOX1', settings: {} };

/** A pickup of one pizza. */
export const pickup = {
  service: { type: 'pickup' },
  delivery: null,
  items: [{ name: 'pizza', quantity: '1', unit_price: 1200 }],
  notes: null,
  charges: [],
};

export const pickupOrder = (changes: object = {}): PosOrder => ({
  ...sample({ ...pickup, ...changes }),
  timezone: shop.timezone,
  country: shop.country,
});

/** The order with these changes, as Square is sent it; a pickup of one pizza unless said otherwise. */
export function send(changes: object = {}, at: object = {}): { order: SquareOrder; warnings: string[] } {
  return toSquareOrder(pickupOrder(changes), { ...AT, ...at });
}

export const fulfillment = (changes: object = {}, at: object = {}) => send(changes, at).order.fulfillments[0];

type Details = Record<string, unknown> & { note: string; recipient: Record<string, string> };
export const details = (changes: object = {}, at: object = {}) =>
  fulfillment(changes, at)?.pickup_details as Details;
