import type { TSchema } from 'typebox';
import { OrderSchema, SERVICE_TYPES } from './schema';

/** JSON Schema as a document holds it: plain data. */
export type JsonSchema = { [keyword: string]: unknown };
type Node = {
  type?: string;
  anyOf?: Node[];
  oneOf?: Node[];
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  description?: string;
  default?: unknown;
  minItems?: number;
  'x-read'?: string;
  'x-also'?: Record<string, Node>;
  'x-words'?: string;
};

/** What readers take beyond the type they give back. */
const TAKEN: Record<string, JsonSchema> = {
  quantity: { anyOf: [{ type: 'string' }, { type: 'integer', minimum: 1, maximum: 999 }] },
  service: { type: 'string', examples: [...SERVICE_TYPES, 'takeout', 'to go', 'collection'] },
};
/** Readers that fill in what is absent. */
const FILLED = ['currency', 'service'];

/**
 * What POST accepts, from the schema of what GET answers: whatever has a default may be absent or null, and the forms of
 * the edge (`price`, `options_text`, options in words, whole quantities as numbers) are taken. Fields of answers are ignored.
 */
export function orderInputSchema(): JsonSchema {
  return inputSchemaOf(OrderSchema);
}

/** What a reader takes, from the schema of what it gives back. */
export function inputSchemaOf(schema: TSchema): JsonSchema {
  return toInput(schema as Node);
}

function toInput(node: Node): JsonSchema {
  const inner = node.anyOf?.find((one) => one.type !== 'null');
  if (inner) return nullable(toInput(inner));
  const { 'x-read': reader = '', 'x-also': also, 'x-words': words, required: _answered, ...plain } = node;
  if (TAKEN[reader]) return { description: node.description, ...TAKEN[reader] };
  if (node.oneOf) return { ...plain, oneOf: node.oneOf.map(toInput) };
  if (node.items) return { ...plain, items: toInput(node.items) };
  if (!node.properties) return plain;
  const fields = Object.entries({ ...node.properties, ...also });
  const required = fields.filter(([, field]) => isRequired(field)).map(([key]) => key);
  const object = {
    ...plain,
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(fields.map(([key, field]) => [key, toField(field)])),
  };
  return words ? { anyOf: [{ type: 'string', description: words }, object] } : object;
}

function toField(node: Node): JsonSchema {
  return isRequired(node) || node.anyOf ? toInput(node) : nullable(toInput(node));
}

function isRequired(node: Node): boolean {
  if (node.anyOf || node.default !== undefined || FILLED.includes(node['x-read'] ?? '')) return false;
  return node.type === 'array' ? Boolean(node.minItems) : node.type !== 'object';
}

/** Blank text counts as absent, as null does. */
function nullable({ minLength: _text, ...schema }: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}
