import { badRequest } from './errors';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;
const MAX_EXPANSIONS = 3;

/** One page of a list, as `{"elements": […]}` (https://docs.clover.com/docs/paginating-elements, read 2026-11-24). */
export function page<T>(all: T[], query: URLSearchParams): { elements: T[] } {
  const limit = readCount(query, 'limit', DEFAULT_LIMIT);
  const offset = readCount(query, 'offset', 0);
  if (limit > MAX_LIMIT) throw badRequest('Bad Request', `limit must not exceed ${MAX_LIMIT}`);
  return { elements: all.slice(offset, offset + limit) };
}

function readCount(query: URLSearchParams, name: string, absent: number): number {
  const given = query.get(name);
  if (given === null) return absent;
  if (!/^\d{1,9}$/.test(given)) throw badRequest('Bad Request', `${name} must be a whole number`);
  return Number(given);
}

/** The fields to expand: at most three a call (https://docs.clover.com/dev/docs/expanding-fields, read 2026-11-24). */
export function readExpansions(query: URLSearchParams, known: readonly string[]): Set<string> {
  const asked = query
    .getAll('expand')
    .flatMap((value) => value.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const stranger = asked.find((name) => !known.includes(name));
  if (stranger !== undefined) throw badRequest('Bad Request', `${stranger} cannot be expanded`);
  const expansions = new Set(asked);
  if (expansions.size > MAX_EXPANSIONS)
    throw badRequest('Bad Request', `expand takes at most ${MAX_EXPANSIONS} fields`);
  return expansions;
}

export type Filter = { field: string; passes(value: unknown): boolean };

const COMPARE: Record<string, (order: number) => boolean> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
};

/** The conditions of every `filter` parameter; all must hold. */
export function readFilters(query: URLSearchParams, known: readonly string[]): Filter[] {
  return query.getAll('filter').map((given) => {
    const [, field = '', operator = '', wanted = ''] =
      /^([A-Za-z.0-9]+)\s*(>=|<=|!=|=|>|<)\s*(.*)$/.exec(given) ?? [];
    const holds = COMPARE[operator];
    if (!holds || !known.includes(field)) throw badRequest('Bad Request', `Invalid filter: ${given}`);
    return { field, passes: (value) => holds(compare(value, wanted)) };
  });
}

/** NaN, which no operator but != accepts, when there is nothing to compare. */
function compare(value: unknown, wanted: string): number {
  if (typeof value === 'number') return value - Number(wanted);
  if (typeof value === 'boolean') return String(value) === wanted ? 0 : 1;
  if (typeof value !== 'string') return Number.NaN;
  // Without case: one reply says OPEN, another open, and both mean the same.
  const [left, right] = [value.toLowerCase(), wanted.toLowerCase()];
  return left === right ? 0 : left < right ? -1 : 1;
}

export function passesAll(record: Record<string, unknown>, filters: Filter[]): boolean {
  return filters.every(({ field, passes }) => passes(record[field]));
}
