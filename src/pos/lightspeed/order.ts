import type { ServiceType } from '../../order/schema';
import { fitText } from '../fit-text';
import { kitchenNote } from '../kitchen-note';
import { guestPhone, type PosOrder, referenceOf } from '../pos-order';
import { toChargeLines, toPayment, withDiscounts } from './amounts';
import { HANDOVER_MS, LENGTHS, type LightspeedOrder } from './api';
import { type Lines, toLines } from './lines';
import { toTimes } from './times';

type At = {
  posLocation: string;
  endpointId: string;
  settings: Record<string, string | undefined>;
  now?: string;
  profileCode?: string;
};

const PATHS: Record<ServiceType, '/o/op/1/order/toGo' | '/o/op/1/order/local'> = {
  pickup: '/o/op/1/order/toGo',
  curbside: '/o/op/1/order/toGo',
  delivery: '/o/op/1/order/toGo',
  dine_in: '/o/op/1/order/local',
};

/** Where an order goes: to go, or dining in. */
export function orderPath(order: PosOrder): string {
  return PATHS[order.service.type ?? 'pickup'];
}

/** What staff call the order by: eight characters made of its reference, the same at every door. Lightspeed takes each once. */
export function collectionCode(reference: string): string {
  const [hash = '', suffix = ''] = [reference.slice(2, 20), reference.slice(20)];
  const number = [...suffix].reduce(
    (sum, sign) => sum * 41n + BigInt(sign.charCodeAt(0)),
    BigInt(`0x${hash}`),
  );
  return (number % 36n ** 8n).toString(36).toUpperCase().padStart(8, '0');
}

/** An order as Lightspeed takes it (https://api-docs.lsk.lightspeed.app/operation/operation-apeplacetogoorder), and what did not fit. */
export function toLightspeedOrder(order: PosOrder, at: At): { order: LightspeedOrder; warnings: string[] } {
  const reference = referenceOf(order, { vendor: 'lightspeed', posLocation: at.posLocation });
  const sold = toSold(order, at.settings);
  const paid = toPayment(order, at.settings);
  const { times, warnings } = toTimes(order, at);
  const extra = [paid.note, ...sold.notes];
  const note = kitchenNote(order, { vendor: 'lightspeed', max: LENGTHS.orderNote, extra });
  const body: LightspeedOrder = {
    thirdPartyReference: reference,
    endpointId: at.endpointId,
    customerInfo: toCustomer(order),
    orderNote: note.text,
    ...(at.profileCode && { accountProfileCode: at.profileCode }),
    ...times,
    collectionCode: collectionCode(reference),
    maxTimeToAttemptOrderDeliverToPos: HANDOVER_MS,
    ...toPlace(order),
    items: sold.lines.map(({ item }) => item),
    ...(paid.payment && { payment: paid.payment }),
  };
  return { order: body, warnings: [...sold.warnings, ...paid.warnings, ...note.warnings, ...warnings] };
}

/** Dishes with their discounts, then charges; with what only the note can say. */
function toSold(order: PosOrder, settings: At['settings']): Lines {
  const dishes = order.items.map((item, index) =>
    toLines(item, `items[${index}]`, { currency: order.currency, settings }),
  );
  const lines = dishes.flatMap((dish) => dish.lines);
  const discounted = withDiscounts(order, lines, settings);
  const charges = toChargeLines(order, settings);
  const parts = [...dishes, charges, discounted];
  return {
    lines: [...discounted.lines, ...charges.lines],
    notes: parts.flatMap(({ notes }) => notes),
    warnings: parts.flatMap(({ warnings }) => warnings),
  };
}

/** No reference of our own for the guest: Lightspeed fails an order whose e-mail it knows under another one. */
function toCustomer(order: PosOrder): LightspeedOrder['customerInfo'] {
  const [first = '', ...others] = [...(order.customer.name?.trim() || 'Phone guest').split(/\s+/)];
  const firstName = fitText(first, LENGTHS.firstName);
  const lastName = [first.slice(firstName.length), ...others].filter(Boolean).join(' ');
  const phone = guestPhone(order);
  return {
    firstName,
    ...(lastName && { lastName }),
    ...(order.customer.email && { email: order.customer.email }),
    ...(phone && { contactNumberAsE164: phone }),
  };
}

/** Table and party for dining in, never an accountIdentifier, which would change another check; the address for delivery. */
function toPlace(order: PosOrder): Pick<LightspeedOrder, 'tableNumber' | 'clientCount' | 'deliveryAddress'> {
  const { type, table, party_size } = order.service;
  if (type === 'dine_in')
    return { ...(table && { tableNumber: table }), ...(party_size && { clientCount: party_size }) };
  if (type !== 'delivery' || !order.delivery) return {};
  const { text, street, unit, city, postal_code } = order.delivery;
  const fields = { addressLine1: street ?? text, addressLine2: unit, zip: postal_code, city };
  const given = Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1]));
  return given.length > 0 ? { deliveryAddress: Object.fromEntries(given) } : {};
}
