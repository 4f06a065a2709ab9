import { closest, distance } from 'fastest-levenshtein';
import type { TSchema } from 'typebox';
import { currencyDigits, isCurrency, toDecimal } from './money';
import { type Problem, shown } from './problems';
import { SERVICE_TYPES, type ServiceType, type ShopContext } from './schema';
import { readTime } from './time';

/** The parts of JSON Schema that our schemas use. */
type Node = {
  type?: string;
  anyOf?: Node[];
  enum?: string[];
  properties?: Record<string, Node>;
  patternProperties?: Record<string, Node>;
  items?: Node;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  'x-read'?: keyof typeof readers;
};
type Reading = { path: string; shop: ShopContext; problems: Problem[] };
type Reader = (value: unknown, at: Reading) => unknown;

/** Reads unknown input by a schema: every field present in the result, each fault added to `problems` with its path and next step. */
export function readBySchema(schema: TSchema, value: unknown, at: Reading): unknown {
  return read(schema as Node, value, at);
}

function read(node: Node, value: unknown, at: Reading): unknown {
  const inner = node.anyOf?.find((one) => one.type !== 'null');
  if (inner) return isBlank(value) ? null : read(inner, value, at);
  if ((value === undefined || value === null) && node.default !== undefined) return node.default;
  if (node['x-read']) return readers[node['x-read']](value, at);
  if (node.type === 'object') return readObject(node, value, at);
  if (node.type === 'array') return readArray(node, value, at);
  if (value === undefined || value === null) return refuse(at, 'is missing; it is required.');
  if (node.enum) return readChoice(node.enum, value, at);
  return readPlain(node, value, at);
}

function readObject(node: Node, value: unknown, at: Reading): unknown {
  const properties = node.properties ?? {};
  if (value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value))) {
    return refuse(at, `is ${shown(value)}; write an object like {"${Object.keys(properties)[0]}": …}.`);
  }
  const given = (value ?? {}) as Record<string, unknown>;
  if (node.patternProperties) return readRecord(node.patternProperties, given, at);
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(properties, key)) refuse(inside(at, key), unknownField(key, Object.keys(properties)));
  }
  const fields = Object.entries(properties).map(([key, child]) => [
    key,
    read(child, Object.hasOwn(given, key) ? given[key] : undefined, inside(at, key)),
  ]);
  return Object.fromEntries(fields);
}

function readRecord(patterns: Record<string, Node>, given: Record<string, unknown>, at: Reading): unknown {
  const [child = {}] = Object.values(patterns);
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, read(child, value, inside(at, key))]),
  );
}

function readArray(node: Node, value: unknown, at: Reading): unknown {
  if (value !== undefined && value !== null && !Array.isArray(value)) {
    return refuse(at, `is ${shown(value)}; write a list: […].`);
  }
  const list: unknown[] = value ?? [];
  if (list.length < (node.minItems ?? 0)) return refuse(at, 'is empty; at least one entry is needed.');
  if (list.length > (node.maxItems ?? Infinity)) {
    return refuse(at, `has ${list.length} entries; at most ${node.maxItems} are taken. Split the order.`);
  }
  return list.map((entry, index) => read(node.items ?? {}, entry, { ...at, path: `${at.path}[${index}]` }));
}

function readChoice(choices: string[], value: unknown, at: Reading): unknown {
  return choices.includes(value as string)
    ? value
    : refuse(at, `${shown(value)} is not one of ${choices.join(', ')}.`);
}

function readPlain(node: Node, value: unknown, at: Reading): unknown {
  if (node.type === 'string') return readText(node, value, at);
  if (node.type === 'boolean') {
    return typeof value === 'boolean' ? value : refuse(at, `is ${shown(value)}; write true or false.`);
  }
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = node;
  const fits = Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
  return fits
    ? value
    : refuse(at, `is ${shown(value)}; write a whole number from ${minimum} to ${maximum}, without quotes.`);
}

function readText(node: Node, value: unknown, at: Reading): unknown {
  if (typeof value !== 'string') return refuse(at, `is ${shown(value)}; write text in quotes.`);
  if (value.trim() === '') return refuse(at, 'is empty; it is required.');
  if (value.length > (node.maxLength ?? Infinity)) {
    return refuse(at, `has ${value.length} characters; at most ${node.maxLength} fit. Shorten it.`);
  }
  return value;
}

const readers = {
  money(value: unknown, at: Reading) {
    const digits = currencyDigits(at.shop.currency);
    const example = `for ${toDecimal(1599, digits)} ${at.shop.currency} write 1599`;
    const priceHint = at.path.endsWith('unit_price') ? ', or give it as "price" in decimal text' : '';
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= 99_999_999)
      return value;
    if (value === null || value === undefined)
      return refuse(at, `is missing; write minor units: ${example}.`);
    if (typeof value === 'number' && !Number.isInteger(value)) {
      return refuse(at, `${value} has decimals; money is whole minor units: ${example}${priceHint}.`);
    }
    if (typeof value === 'number')
      return refuse(at, `${value} is out of range; write 0 to 99999999 minor units.`);
    return refuse(at, `${shown(value)} is not a number; money is whole minor units: ${example}${priceHint}.`);
  },
  quantity(value: unknown, at: Reading) {
    const text = Number.isSafeInteger(value) ? String(value) : value;
    if (text === undefined || text === null) return refuse(at, 'is missing; write "1".');
    if (typeof text === 'number') return refuse(at, `${text} has decimals; write it as text: "${text}".`);
    if (typeof text !== 'string' || !/^\s*\d{1,6}(\.\d{1,3})?\s*$/.test(text)) {
      return refuse(at, `${shown(text)} is not a number; write "${numberWord(text)}".`);
    }
    const [whole = '', fraction = ''] = text.trim().split('.');
    const plain = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')].filter(Boolean).join('.');
    return Number(plain) > 0 && Number(plain) <= 999
      ? plain
      : refuse(at, `${shown(text)} is out of range; write more than 0 and at most 999.`);
  },
  time(value: unknown, at: Reading) {
    try {
      if (typeof value === 'string') return readTime(value, at.shop.timezone);
    } catch {
      // The sentence below says what to write, whichever way the text was wrong.
    }
    return refuse(at, `${shown(value)} is not a time; write one like "2026-11-27T19:15:00-05:00".`);
  },
  currency(value: unknown, at: Reading) {
    if (isBlank(value)) return at.shop.currency;
    return typeof value === 'string' && isCurrency(value)
      ? value
      : refuse(at, `${shown(value)} is not an ISO 4217 currency; write "USD", for example.`);
  },
  service(value: unknown, at: Reading) {
    if (isBlank(value)) return null;
    const type = typeof value === 'string' ? readServiceType(value) : null;
    return type ?? refuse(at, `${shown(value)} is not one of ${SERVICE_TYPES.join(', ')}.`);
  },
} satisfies Record<string, Reader>;

const SERVICE_WORDS: Record<string, ServiceType> = {
  pickup: 'pickup',
  takeout: 'pickup',
  takeaway: 'pickup',
  togo: 'pickup',
  collection: 'pickup',
  carryout: 'pickup',
  delivery: 'delivery',
  dinein: 'dine_in',
  eatin: 'dine_in',
  curbside: 'curbside',
  curbsidepickup: 'curbside',
};

/** A kind of service in common words ("takeout", "to go", "Collection"), null where it is none. */
export function readServiceType(text: string): ServiceType | null {
  return SERVICE_WORDS[text.toLowerCase().replaceAll(/[^a-z]/g, '')] ?? null;
}

const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

function numberWord(value: unknown): string {
  const index = typeof value === 'string' ? NUMBER_WORDS.indexOf(value.trim().toLowerCase()) : -1;
  return String(index > 0 ? index : 2);
}

function unknownField(key: string, known: string[]): string {
  const near = closest(key, known);
  const hint = distance(key, near) <= 3 ? `did you mean "${near}"?` : `known fields: ${known.join(', ')}.`;
  return `is not a known field, and would be lost; ${hint}`;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function inside(at: Reading, key: string): Reading {
  return { ...at, path: at.path ? `${at.path}.${key}` : key };
}

function refuse(at: Reading, message: string): null {
  at.problems.push({ path: at.path, message });
  return null;
}
