import { SquareRefusal } from './errors';

/** One page of `entries`; the cursor is opaque and belongs to one query, as Square's do. */
export function toPage<T>(
  entries: T[],
  { cursor, size, query }: { cursor: string | undefined; size: number; query: unknown },
): { page: T[]; cursor?: string } {
  const label = JSON.stringify(query ?? null);
  const start = cursor === undefined ? 0 : readCursor(cursor, label);
  const end = start + size;
  const next = Buffer.from(JSON.stringify([end, label])).toString('base64url');
  return { page: entries.slice(start, end), ...(end < entries.length ? { cursor: next } : {}) };
}

function readCursor(cursor: string, label: string): number {
  const invalid = new SquareRefusal('INVALID_CURSOR', 'The cursor is not one of this query.', 'cursor');
  try {
    const [start, query] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Number.isSafeInteger(start) && query === label) return start;
  } catch {
    throw invalid;
  }
  throw invalid;
}
