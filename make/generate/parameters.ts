import type { Parameter } from './component';
import { labelOf } from './labels';
import type { OpenApi, Schema } from './open-api';

/** Changes to single fields, by where they stand: `items.quantity`. */
export type Changes = Record<string, Partial<Parameter>>;
type Drawing = { api: OpenApi; form: boolean; changes: Changes; path: string };

/** Longer text gets a box with several lines. */
const ONE_LINE = 500;
const TYPES: Record<string, string> = {
  boolean: 'boolean',
  integer: 'integer',
  number: 'number',
  string: 'text',
  object: 'collection',
  array: 'array',
};

/** What a module gives, from the schema of what the API answers. */
export function toInterface(api: OpenApi, schema: Schema, changes: Changes = {}): Parameter[] {
  return fieldsOf(schema, { api, form: false, changes, path: '' });
}

/** What a module asks for, from the schema of what the API takes; `without` leaves fields out. */
export function toForm(
  api: OpenApi,
  schema: Schema,
  { changes = {}, without = [] }: { changes?: Changes; without?: readonly string[] } = {},
): Parameter[] {
  const fields = fieldsOf(schema, { api, form: true, changes, path: '' });
  return fields.filter(({ name }) => !without.includes(name));
}

function fieldsOf(schema: Schema, drawing: Drawing): Parameter[] {
  const { properties = {}, required = [] } = drawing.api.plain(schema);
  return Object.entries(properties).map(([name, field]) => {
    const path = drawing.path + name;
    return {
      ...toParameter(name, field, { ...drawing, path: `${path}.` }),
      ...(drawing.form && required.includes(name) && { required: true }),
      ...drawing.changes[path],
    };
  });
}

function toParameter(name: string, schema: Schema, drawing: Drawing): Parameter {
  const plain = drawing.api.plain(schema);
  const base = { name, ...typeOf(plain, drawing), label: labelOf(name) };
  if (!drawing.form) return base;
  return {
    ...base,
    ...(plain.description && { help: plain.description }),
    ...(isScalar(plain.default) && { default: plain.default }),
    ...((plain.maxLength ?? 0) > ONE_LINE && { multiline: true }),
    ...(plain.type === 'integer' && { validate: { min: plain.minimum, max: plain.maximum } }),
  };
}

function typeOf(schema: Schema, drawing: Drawing): Pick<Parameter, 'type' | 'spec' | 'options'> {
  const type = TYPES[schema.type ?? ''] ?? 'any';
  if (type === 'collection') return { type, spec: fieldsOf(schema, drawing) };
  if (type === 'array') return { type, spec: entryOf(schema.items ?? {}, drawing) };
  if (schema.format === 'date-time') return { type: 'date' };
  if (drawing.form && schema.enum) return { type: 'select', options: schema.enum.map(toOption) };
  return { type };
}

function entryOf(items: Schema, drawing: Drawing): Parameter | Parameter[] {
  const plain = drawing.api.plain(items);
  return plain.properties ? fieldsOf(plain, drawing) : toEntry(typeOf(plain, drawing));
}

/** The one field of a list of plain values has no name. */
function toEntry(type: Omit<Parameter, 'name'>): Parameter {
  return type as Parameter;
}

export function toOption(value: string): { value: string; label: string } {
  return { value, label: labelOf(value) };
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Fields of something that no schema describes, from a true example of it. */
export function fieldsOfExample(example: object): Parameter[] {
  return Object.entries(example).map(([name, value]) => ({
    name,
    ...typeOfExample(value),
    label: labelOf(name),
  }));
}

function typeOfExample(value: unknown): Pick<Parameter, 'type' | 'spec'> {
  if (Array.isArray(value)) {
    const [entry = ''] = value;
    const isObject = typeof entry === 'object' && entry !== null;
    return { type: 'array', spec: isObject ? fieldsOfExample(entry) : toEntry(typeOfExample(entry)) };
  }
  if (typeof value === 'object' && value !== null)
    return { type: 'collection', spec: fieldsOfExample(value) };
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return { type: typeof value === 'boolean' ? 'boolean' : 'text' };
}
