import { asList, asObject, asText } from '../json';
import { refuseSetting } from './errors';
import type { Facts } from './order-facts';

/** The shape of the sandbox's partner, an invented one: TouchBistro's partners agree theirs in private. */
const PARTNER = {
  order_ref: '{reference}',
  type: '{service}',
  requested_time: '{requested_at}',
  customer: { name: '{guest_name}', phone: '{guest_phone}', email: '{guest_email}' },
  items: [
    '{items}',
    {
      plu: '{plu}',
      name: '{name}',
      qty: '{quantity}',
      price: '{price}',
      modifiers: ['{options}', { name: '{name}', price: '{price}', qty: '{quantity}' }],
      note: '{note}',
    },
  ],
  note: '{note}',
  delivery_address: '{address}',
  table: '{table}',
  currency: '{currency}',
  subtotal: '{subtotal}',
  delivery_fee: '{delivery_fee}',
  tip: '{tip}',
  discount: '{discount}',
  total: '{total}',
  paid: '{paid}',
};

/** One level deep, for endpoints that only store or print: the order's words beside its most asked values. */
const FLAT = {
  reference: '{reference}',
  order_type: '{service}',
  customer_name: '{guest_name}',
  phone: '{guest_phone}',
  email: '{guest_email}',
  address: '{address}',
  requested_time: '{requested_at}',
  items: '{items_text}',
  special_instructions: '{note}',
  total: '{total}',
  currency: '{currency}',
  paid: '{paid}',
  ticket_text: '{ticket_text}',
};

const PRESETS: Record<string, unknown> = { partner: PARTNER, flat: FLAT };

/** The field map of a connection: a preset's name or JSON. */
export function readFieldMap(setting: string | undefined): unknown {
  return PRESETS[setting?.trim() || 'partner'] ?? readJsonSetting('Field Map', setting ?? '');
}

/** A setting that holds a JSON object. */
export function readJsonSetting(label: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (value && typeof value === 'object' && !Array.isArray(value)) return asObject(value);
  } catch {
    // The sentence below says what to write, whichever way the text was wrong.
  }
  return refuseSetting(
    `${label} is no JSON object. Write one like {"order_ref": "{reference}"}.`,
    'INVALID_SETTING',
  );
}

/**
 * Fills a field map: "{fact}" becomes the fact as it is (no field where it is unknown), "Order {fact}" becomes text,
 * ["{items}", {…}] one entry for each item; anything else stays.
 */
export function fill(map: unknown, facts: Facts): unknown {
  if (typeof map === 'string') return fillText(map, facts);
  if (Array.isArray(map)) return fillList(map, facts);
  if (map === null || typeof map !== 'object') return map;
  const entries = Object.entries(map).map(([key, value]) => [key, fill(value, facts)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function fillText(text: string, facts: Facts): unknown {
  const [, only] = /^\{(\w+)\}$/.exec(text) ?? [];
  if (only) return lookUp(only, facts) ?? undefined;
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(lookUp(name, facts) ?? ''));
}

function fillList(list: unknown[], facts: Facts): unknown {
  const [first, entry] = list;
  const [, name] = /^\{(\w+)\}$/.exec(typeof first === 'string' ? first : '') ?? [];
  const members = name && list.length === 2 ? lookUp(name, facts) : undefined;
  if (!Array.isArray(members)) return list.map((one) => fill(one, facts)).filter((one) => one !== undefined);
  return members.length > 0 ? members.map((member) => fill(entry, member)) : undefined;
}

function lookUp(name: string, facts: Facts): Facts[string] {
  if (Object.hasOwn(facts, name)) return facts[name] ?? null;
  const message = `Field Map names {${name}}, which is not known here. Known: ${Object.keys(facts).join(', ')}.`;
  return refuseSetting(message.slice(0, 380), 'INVALID_SETTING');
}

/** A value of a reply by its dotted path; alternatives are separated by `|`: "id|order.id". */
export function pick(json: unknown, paths: string | undefined): unknown {
  for (const path of (paths ?? '').split('|').filter(Boolean)) {
    const found = path.split('.').reduce<unknown>((value, key) => asObject(value)[key], json);
    if (found !== undefined && found !== null) return found;
  }
  return undefined;
}

/** The entry of a list in a reply whose `refPath` is exactly this reference. */
export function findIn(json: unknown, at: { list?: string; ref?: string; reference: string }): unknown {
  const list = at.list ? pick(json, at.list) : json;
  return asList(list).find((entry) => asText(pick(entry, at.ref)) === at.reference);
}
