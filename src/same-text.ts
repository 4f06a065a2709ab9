import { timingSafeEqual } from 'node:crypto';

/** Whether a caller knows a secret, compared in constant time. Nothing given and nothing expected is no match either. */
export function isSameText(given: string | undefined, expected: string | undefined): boolean {
  if (!given || !expected) return false;
  const [actual, wanted] = [Buffer.from(given), Buffer.from(expected)];
  return actual.length === wanted.length && timingSafeEqual(actual, wanted);
}
