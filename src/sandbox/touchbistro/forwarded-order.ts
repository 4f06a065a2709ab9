import { isJsonObject, type JsonObject } from '../json-body';
import type { PartnerItem, PartnerOrder } from './account';

const ACTION_WORDS: Record<string, string> = {
  remove: 'NO ',
  extra: 'EXTRA ',
  light: 'LIGHT ',
  side: 'SIDE ',
  substitute: 'SUB ',
};
const PORTION_WORDS: Record<string, string> = { left: 'LEFT HALF ', right: 'RIGHT HALF ' };

const object = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});
const list = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);
const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;
const cents = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const sum = (values: unknown): number =>
  list(values).reduce((total, each) => total + (cents(each.amount) ?? 0), 0);

/** Reads the order inside a forwarded `order.created`, or undefined when it has no reference or no items. */
export function readForwardedOrder(data: unknown): PartnerOrder | undefined {
  const order = object(data);
  const reference = words(order.reference) ?? words(order.external_ref) ?? words(order.id);
  const items = list(order.items).flatMap((item) => toItem(item) ?? []);
  if (!reference || items.length === 0) return undefined;
  const { name, phone_e164, phone, email } = object(order.customer);
  const type = words(object(order.service).type);
  const notes = [words(order.allergy_note)?.toUpperCase(), words(order.notes)].filter(Boolean).join(' / ');
  return {
    order_ref: reference,
    type: type === 'delivery' || type === 'dine_in' || type === 'curbside' ? type : 'pickup',
    requested_time: words(object(order.timing).requested_at),
    customer: {
      name: words(name) ?? 'Guest',
      phone: words(phone_e164) ?? words(order.phone_e164) ?? words(phone),
      email: words(email),
    },
    items,
    note: notes || undefined,
    delivery_address: words(object(order.delivery).text),
    currency: words(order.currency),
    delivery_fee: sum(order.charges),
    discount: sum(order.discounts),
    tip: cents(order.tip),
    paid: object(order.payment).state === 'paid',
  };
}

function toItem(item: JsonObject): PartnerItem | undefined {
  const name = words(item.name);
  const qty = Number(item.quantity);
  if (!name || !(qty > 0)) return undefined;
  const modifiers = list(item.options).map((option) => ({
    name: `${PORTION_WORDS[String(option.portion)] ?? ''}${ACTION_WORDS[String(option.action)] ?? ''}${option.name}`,
    price: cents(option.unit_price),
    qty: cents(option.quantity) ?? 1,
  }));
  return { name, qty, price: cents(item.unit_price), modifiers, note: words(item.notes) };
}
