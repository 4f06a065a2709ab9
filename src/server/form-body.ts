import type { TSchema } from 'typebox';
import { ApiProblem } from './problem';

type Node = {
  type?: string;
  anyOf?: Node[];
  properties?: Record<string, Node>;
  items?: Node;
};
const MOST_FIELDS = 2_000;
const DEEPEST = 6;

/** A form to nested data: `items[0][name]=Coke` or `items[0].name=Coke`. Every value is still text; empty ones are left out. */
export function readForm(text: string): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null);
  const fields = [...new URLSearchParams(text)].filter(([, value]) => value !== '');
  if (fields.length > MOST_FIELDS) {
    throw new ApiProblem('malformed-request', `The form has more than ${MOST_FIELDS} fields; send JSON.`);
  }
  for (const [name, value] of fields) {
    const path = name.split(/[.[\]]+/).filter((part) => part !== '');
    if (path.length > 0 && path.length <= DEEPEST) put(root, path, value);
  }
  return withLists(root) as Record<string, unknown>;
}

function put(root: Record<string, unknown>, path: string[], value: string): void {
  const [part = '', ...rest] = path;
  if (rest.length === 0) {
    root[part] = value;
    return;
  }
  const known = root[part];
  const inner = typeof known === 'object' ? (known as Record<string, unknown>) : Object.create(null);
  root[part] = inner;
  put(inner, rest, value);
}

/** Objects whose keys count from 0 are lists. */
function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]) => [key, withLists(child)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

/** Text to the numbers and booleans that a schema asks for; text that is none stays, and is refused by name later. */
export function fromText(schema: TSchema | Node, value: unknown): unknown {
  const node = (schema as Node).anyOf?.find((one) => one.type !== 'null') ?? (schema as Node);
  if (Array.isArray(value)) return value.map((entry) => fromText(node.items ?? {}, entry));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, child]) => [key, fromText(ownNode(node.properties, key), child)]),
    );
  }
  if (typeof value !== 'string') return value;
  if (node.type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true';
  if (node.type === 'integer' && /^-?\d{1,15}$/.test(value)) return Number(value);
  return value;
}

function ownNode(properties: Record<string, Node> | undefined, key: string): Node {
  return properties && Object.hasOwn(properties, key) ? (properties[key] ?? {}) : {};
}
