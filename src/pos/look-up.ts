import { asText } from './json';

/** What a vendor's word means by a table of ours; undefined for an unknown word ("constructor" is one too), never a guess. */
export function lookUp<T>(table: Record<string, T>, word: unknown): T | undefined {
  const key = asText(word) ?? '';
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
