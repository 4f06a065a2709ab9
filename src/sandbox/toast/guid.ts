import { createHash } from 'node:crypto';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A GUID that is the same in every run: it comes from what it names. */
export function guid(kind: string, key: string | number): string {
  const hex = createHash('sha256').update(`toast\n${kind}\n${key}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** True for text in the shape of a Toast GUID. */
export function isGuid(text: string): boolean {
  return GUID.test(text);
}
