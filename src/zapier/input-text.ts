/** What a person typed or mapped, as text; undefined where Zapier sends nothing in one of its ways ('', null, [], absent). */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  // A list in a text field: nothing of it is dropped.
  if (Array.isArray(value)) return value.flatMap((one) => readText(one) ?? []).join(', ') || undefined;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A dictionary field: words to words, the empty pairs left out. */
export function readDictionary(value: unknown): Record<string, string> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  const pairs = Object.entries(value).flatMap(([key, entry]) => {
    const text = readText(entry);
    return key.trim() !== '' && text !== undefined ? [[key.trim(), text] as const] : [];
  });
  return Object.fromEntries(pairs);
}
