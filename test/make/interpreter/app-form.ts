import { isEmpty, toNumber, toText } from './iml-values';
import { ModuleError } from './module-error';

export type Field = {
  name: string;
  type: string;
  required?: boolean;
  default?: unknown;
  options?: unknown;
  spec?: Field | Field[];
};
type Values = Record<string, unknown>;

/** What Make turns a mapped value into, by the field's type; other types keep theirs. */
const COERCED: Record<string, (value: unknown) => unknown> = {
  text: toText,
  select: (value) => value,
  integer: (value) => Math.trunc(toNumber(value)),
  uinteger: (value) => Math.trunc(toNumber(value)),
  number: toNumber,
  boolean: (value) => value === true || value === 'true',
};

/**
 * A form as a person or a mapping filled it in, as a module's communication then sees it: defaults in place, types as the form
 * says. A value for a field that the form does not show is a mistake of the test's, or of the form.
 */
export function fillForm(fields: Field[], given: Values): Values {
  const shown = withNested(fields, given);
  const unknown = Object.keys(given).filter((name) => !shown.some((field) => field.name === name));
  if (unknown.length > 0) throw new Error(`The form does not ask for ${unknown.join(', ')}.`);
  return fillFields(shown, given);
}

/** A collection or a list's entry that is mapped whole keeps what the form does not know. */
function fillFields(fields: Field[], given: Values): Values {
  const filled = fields.map((field) => [field.name, fill(field, given[field.name])] as const);
  return { ...given, ...Object.fromEntries(filled.filter(([, value]) => value !== undefined)) };
}

function fill(field: Field, given: unknown): unknown {
  const value = given === undefined ? field.default : given;
  if (isEmpty(value)) {
    if (field.required)
      throw new ModuleError('DataError', `Missing value of required parameter '${field.name}'.`);
    return value;
  }
  const { spec } = field;
  if (field.type === 'collection') return fillFields(spec as Field[], value as Values);
  if (field.type === 'array') return (value as unknown[]).map((one) => fillEntry(spec, one));
  return Array.isArray(value) ? value : (COERCED[field.type] ?? ((same) => same))(value);
}

function fillEntry(spec: Field['spec'], value: unknown): unknown {
  if (Array.isArray(spec)) return fillFields(spec, value as Values);
  return spec ? fill(spec, value) : value;
}

/** The fields that a form shows: some stand below a select box, and appear with the choice or without one. */
function withNested(fields: Field[], given: Values): Field[] {
  return fields.flatMap((field) => {
    const { nested = [], placeholder } = (field.options ?? {}) as {
      nested?: Field[];
      placeholder?: { nested?: Field[] };
    };
    const below = isEmpty(given[field.name]) ? (placeholder?.nested ?? []) : nested;
    return [field, ...withNested(below, given)];
  });
}
