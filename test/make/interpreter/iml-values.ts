/** Whether Make's `ifempty` would take the other value. https://developers.make.com/custom-apps-documentation/block-elements/iml, read 2026-11-24. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Whether a value counts as true in a condition. An empty list is something: only what JavaScript calls false is false. */
export function isTrue(value: unknown): boolean {
  return Boolean(value);
}

/** A value as it stands inside text. What Make would write as "[object Object]" is refused, so that no blueprint relies on it. */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return value.toString('utf8');
  if (Array.isArray(value)) return value.map(toText).join(', ');
  throw new Error('IML: a collection cannot stand inside text. Name one of its fields.');
}

/** A number, or text that is one. */
export function toNumber(value: unknown): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new Error(`IML: ${JSON.stringify(value)} is no number.`);
}

/** A moment: a date, or ISO 8601 text. */
export function toDate(value: unknown): Date {
  const date = value instanceof Date ? value : new Date(toText(value));
  if (isEmpty(value) || Number.isNaN(date.getTime())) {
    throw new Error(`IML: ${JSON.stringify(value)} is no date.`);
  }
  return date;
}

/** One field of a collection, or one element of a list: IML counts from 1, and -1 is the last. A missing one is empty, never an error. */
export function readField(value: unknown, key: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof key === 'number') {
    if (!Array.isArray(value)) return undefined;
    if (key === 0) throw new Error('IML: lists count from 1, and [0] is nothing.');
    return value.at(key > 0 ? key - 1 : key);
  }
  if (typeof value !== 'object') return undefined;
  const name = toText(key);
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** A path of dots, as `get` and `map` take it: `items.1.name`. */
export function readPath(value: unknown, path: string): unknown {
  const steps = path.replaceAll(/\[(-?\d+)\]/g, '.$1').split('.');
  return steps.reduce((at, step) => readField(at, /^-?\d+$/.test(step) ? Number(step) : step), value);
}
