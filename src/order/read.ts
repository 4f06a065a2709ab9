import { closest, distance } from 'fastest-levenshtein';
import type { TSchema } from 'typebox';
import { shown } from './problems';
import { isBlank, type Reading, readers, refuse } from './readers';

const MOST_NAMED = 20;

/** The parts of JSON Schema that our schemas use. */
type Node = {
  type?: string;
  anyOf?: Node[];
  /** Forms of one thing, told apart by their types. */
  oneOf?: Node[];
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
  'x-also'?: Record<string, Node>;
};

/** Reads unknown input by a schema: every field present in the result, each fault added to `problems` with its path and next step. */
export function readBySchema(schema: TSchema, value: unknown, at: Reading): unknown {
  return read(schema as Node, value, at);
}

function read(node: Node, value: unknown, at: Reading): unknown {
  const inner = node.anyOf?.find((one) => one.type !== 'null');
  if (inner) return isBlank(value) ? null : read(inner, value, at);
  if (isBlank(value) && node.default !== undefined) return node.default;
  if (node.oneOf) return read(formOf(node.oneOf, value), value, at);
  if (node['x-read']) return readers[node['x-read']](value, at);
  if (node.type === 'object') return readObject(node, value, at);
  if (node.type === 'array') return readArray(node, value, at);
  if (value === undefined || value === null) return refuse(at, 'is missing; it is required.');
  // A schema without a type takes anything: another reader looks at it later.
  if (node.type === undefined && !node.enum) return value;
  if (node.enum) return readChoice(node.enum, value, at);
  return readPlain(node, value, at);
}

/** What has none of the forms is refused as the first. */
function formOf(forms: Node[], value: unknown): Node {
  const type = Array.isArray(value) ? 'array' : typeof value;
  return forms.find((form) => form.type === type) ?? forms[0] ?? {};
}

function readObject(node: Node, value: unknown, at: Reading): unknown {
  const properties = node.properties ?? {};
  if (value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value))) {
    return refuse(at, `is ${shown(value)}; write an object like {"${Object.keys(properties)[0]}": …}.`);
  }
  const given = (value ?? {}) as Record<string, unknown>;
  if (node.patternProperties) return readRecord(node.patternProperties, given, at);
  refuseUnknown(given, Object.keys({ ...properties, ...node['x-also'] }), at);
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
  // A number in a text field is most often a telephone number, which an error must not repeat.
  if (typeof value === 'number') return refuse(at, 'is a number; write it as text, in quotes.');
  if (typeof value !== 'string') return refuse(at, `is ${shown(value)}; write text in quotes.`);
  if (value.trim() === '') return refuse(at, 'is empty; it is required.');
  if (value.length > (node.maxLength ?? Infinity)) {
    return refuse(at, `has ${value.length} characters; at most ${node.maxLength} fit. Shorten it.`);
  }
  return value;
}

/** Names the fields that are not known, which would be lost; of very many, the first. */
function refuseUnknown(given: Record<string, unknown>, known: string[], at: Reading): void {
  const unknown = Object.keys(given).filter((key) => !known.includes(key));
  for (const key of unknown.slice(0, MOST_NAMED)) {
    const short = key.length > 60 ? `${key.slice(0, 60)}…` : key;
    refuse(inside(at, short), `is not a known field, and would be lost; ${hintFor(key, known)}`);
  }
  const unnamed = unknown.length - MOST_NAMED;
  if (unnamed > 0) refuse(at, `has ${unnamed} more fields that are not known.`);
}

function hintFor(key: string, known: string[]): string {
  const near = closest(key, known);
  const isNear = distance(key, near) <= Math.min(3, key.length / 2);
  return isNear ? `did you mean "${near}"?` : `known fields: ${known.join(', ')}.`;
}

function inside(at: Reading, key: string): Reading {
  return { ...at, path: at.path ? `${at.path}.${key}` : key };
}
