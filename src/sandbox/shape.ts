import { isJsonObject } from './json-body';

/** What a vendor's documentation says a value must look like. Simulators refuse whatever it does not name. */
export type Shape = (
  | { type: 'string'; min?: number; max?: number; pattern?: RegExp; oneOf?: readonly string[] }
  | { type: 'integer' | 'number'; min?: number; max?: number; oneOf?: readonly number[] }
  | { type: 'boolean' }
  | { type: 'date-time' }
  | { type: 'array'; items: Shape | (() => Shape); min?: number; max?: number }
  | { type: 'object'; fields: Record<string, Shape> }
) & { required?: boolean };

export type Problem = {
  /** As `items[0].sku`; '' is the body itself. */
  path: string;
  kind: 'missing' | 'type' | 'unknown' | 'length' | 'range' | 'format';
  /** Continues the sentence that begins with the path: "must be an integer". */
  text: string;
};

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Every way in which `value` departs from `shape`; null counts as absent. */
export function checkShape(value: unknown, shape: Shape, path = ''): Problem[] {
  const problem = (kind: Problem['kind'], text: string): Problem[] => [{ path, kind, text }];
  if (value === undefined || value === null) return shape.required ? problem('missing', 'is required') : [];
  switch (shape.type) {
    case 'string':
      if (typeof value !== 'string') return problem('type', 'must be a string');
      return checkString(value, shape, problem);
    case 'integer':
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value))
        return problem('type', shape.type === 'integer' ? 'must be an integer' : 'must be a number');
      if (shape.type === 'integer' && !Number.isSafeInteger(value))
        return problem('type', 'must be an integer');
      return checkNumber(value, shape, problem);
    case 'boolean':
      return typeof value === 'boolean' ? [] : problem('type', 'must be true or false');
    case 'date-time':
      if (typeof value !== 'string') return problem('type', 'must be a string');
      return DATE_TIME.test(value) && !Number.isNaN(Date.parse(value))
        ? []
        : problem('format', 'must be a date and time with its offset');
    case 'array':
      return checkArray(value, shape, path, problem);
    case 'object':
      return checkObject(value, shape.fields, path, problem);
  }
}

type Of<T extends Shape['type']> = Extract<Shape, { type: T }>;
type Say = (kind: Problem['kind'], text: string) => Problem[];

function checkString(value: string, shape: Of<'string'>, problem: Say): Problem[] {
  const { min = 0, max = Number.POSITIVE_INFINITY } = shape;
  if (value.length < min || value.length > max) return problem('length', sizeText('characters', min, max));
  if (shape.pattern && !shape.pattern.test(value)) return problem('format', 'is not well-formed');
  if (shape.oneOf && !shape.oneOf.includes(value))
    return problem('format', `must be one of ${shape.oneOf.join(', ')}`);
  return [];
}

function checkNumber(value: number, shape: Of<'integer' | 'number'>, problem: Say): Problem[] {
  if (shape.min !== undefined && value < shape.min)
    return problem('range', `must be greater than or equal to ${shape.min}`);
  if (shape.max !== undefined && value > shape.max)
    return problem('range', `must be less than or equal to ${shape.max}`);
  if (shape.oneOf && !shape.oneOf.includes(value))
    return problem('range', `must be one of ${shape.oneOf.join(', ')}`);
  return [];
}

function checkArray(value: unknown, shape: Of<'array'>, path: string, problem: Say): Problem[] {
  if (!Array.isArray(value)) return problem('type', 'must be a list');
  const { min = 0, max = Number.POSITIVE_INFINITY } = shape;
  if (value.length < min || value.length > max) return problem('length', sizeText('entries', min, max));
  const items = typeof shape.items === 'function' ? shape.items() : shape.items;
  return value.flatMap((entry: unknown, index) =>
    checkShape(entry, { ...items, required: true }, `${path}[${index}]`),
  );
}

function checkObject(value: unknown, fields: Record<string, Shape>, path: string, problem: Say): Problem[] {
  if (!isJsonObject(value)) return problem('type', 'must be an object');
  const at = (name: string) => (path ? `${path}.${name}` : name);
  const unknown = Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name): Problem => ({ path: at(name), kind: 'unknown', text: 'is not a known field' }));
  return [
    ...Object.entries(fields).flatMap(([name, field]) => checkShape(value[name], field, at(name))),
    ...unknown,
  ];
}

function sizeText(unit: string, min: number, max: number): string {
  return max === Number.POSITIVE_INFINITY
    ? `must have ${min} or more ${unit}`
    : `must have ${min} to ${max} ${unit}`;
}
