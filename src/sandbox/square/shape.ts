import { isJsonObject } from '../json-body';
import { SquareRefusal } from './errors';

/**
 * The shape of one value in a request. `parse` gives a clean copy or refuses as Square does, naming the field by its path
 * (`order.line_items[0].quantity`). Objects are closed: a field that Square's documentation does not list is refused.
 */
export type Shape<T> = { parse(value: unknown, path: string): T };
export type Parsed<S> = S extends Shape<infer T> ? T : never;

type Required<T> = { required: Shape<T> };
type Fields = Record<string, Shape<unknown> | Required<unknown>>;
type FieldsOf<F extends Fields> = {
  [K in keyof F as F[K] extends Required<unknown> ? K : never]: F[K] extends Required<infer T> ? T : never;
} & { [K in keyof F as F[K] extends Required<unknown> ? never : K]?: Parsed<F[K]> };

/** The path of a field inside an object. */
export const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** Characters as Square counts them: Unicode code points, not UTF-16 units. */
const lengthOf = (text: string): number => [...text].length;

/** Marks a field of an object as required. */
export const required = <T>(shape: Shape<T>): Required<T> => ({ required: shape });

/** A string no longer than `max`; `filled` refuses the empty one. */
export function text(limits: { max?: number; filled?: boolean } = {}): Shape<string> {
  return {
    parse(value, path) {
      if (typeof value !== 'string')
        throw new SquareRefusal('EXPECTED_STRING', 'Expected a string value.', path);
      if (limits.filled && value === '')
        throw new SquareRefusal('VALUE_EMPTY', 'Field must not be blank.', path);
      if (limits.max !== undefined && lengthOf(value) > limits.max)
        throw new SquareRefusal(
          'VALUE_TOO_LONG',
          `Field must not be greater than ${limits.max} in length.`,
          path,
        );
      return value;
    },
  };
}

export const whole: Shape<number> = {
  parse(value, path) {
    if (typeof value !== 'number' || !Number.isSafeInteger(value))
      throw new SquareRefusal('EXPECTED_INTEGER', 'Expected an integer value.', path);
    return value;
  },
};

export const flag: Shape<boolean> = {
  parse(value, path) {
    if (typeof value !== 'boolean')
      throw new SquareRefusal('EXPECTED_BOOLEAN', 'Expected a boolean value.', path);
    return value;
  },
};

/** One of the words of a Square enum. */
export function oneOf<const W extends string>(name: string, words: readonly W[]): Shape<W> {
  return {
    parse(value, path) {
      const said = text().parse(value, path);
      const word = words.find((candidate) => candidate === said);
      if (word === undefined)
        throw new SquareRefusal(
          'INVALID_ENUM_VALUE',
          `\`${said}\` is not a valid enum value for \`${name}\`.`,
          path,
        );
      return word;
    },
  };
}

export function list<T>(item: Shape<T>, max?: number): Shape<T[]> {
  return {
    parse(value, path) {
      if (!Array.isArray(value)) throw new SquareRefusal('EXPECTED_ARRAY', 'Expected an array.', path);
      if (max !== undefined && value.length > max)
        throw new SquareRefusal('ARRAY_LENGTH_TOO_LONG', `Array must not hold more than ${max}.`, path);
      return value.map((entry, index) => item.parse(entry, `${path}[${index}]`));
    },
  };
}

function toEntries(value: unknown, path: string): [string, unknown][] {
  if (!isJsonObject(value))
    throw new SquareRefusal('EXPECTED_OBJECT', 'Expected an object.', path || undefined);
  return Object.entries(value);
}

/** A closed object. A null field counts as absent. */
export function object<F extends Fields>(fields: F): Shape<FieldsOf<F>> {
  return {
    parse(value, path) {
      const given = toEntries(value, path).filter(([, entry]) => entry !== null && entry !== undefined);
      const clean = given.map(([key, entry]) => {
        const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
        if (field === undefined)
          throw new SquareRefusal(
            'UNKNOWN_BODY_PARAMETER',
            'The field is unknown or read-only.',
            join(path, key),
          );
        return [key, ('required' in field ? field.required : field).parse(entry, join(path, key))];
      });
      for (const [key, field] of Object.entries(fields))
        if ('required' in field && !given.some(([name]) => name === key))
          throw new SquareRefusal('MISSING_REQUIRED_PARAMETER', 'Field must be set.', join(path, key));
      return Object.fromEntries(clean) as FieldsOf<F>;
    },
  };
}

/** Square's metadata: at most 10 entries, keys of 60 letters, digits, _ and -, values of 255 characters. */
export const metadata: Shape<Record<string, string>> = {
  parse(value, path) {
    const entries = toEntries(value, path);
    if (entries.length > 10)
      throw new SquareRefusal('TOO_MANY_MAP_ENTRIES', 'Metadata holds at most 10 entries.', path);
    return Object.fromEntries(
      entries.map(([key, entry]) => {
        if (key.length > 60)
          throw new SquareRefusal(
            'MAP_KEY_LENGTH_TOO_LONG',
            'A key is at most 60 characters long.',
            join(path, key),
          );
        if (!/^[a-zA-Z0-9_-]+$/.test(key))
          throw new SquareRefusal('INVALID_VALUE', 'A key holds only a-z A-Z 0-9 _ -.', join(path, key));
        return [key, text({ max: 255 }).parse(entry, join(path, key))];
      }),
    );
  },
};
