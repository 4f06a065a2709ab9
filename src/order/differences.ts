/** The paths at which two pieces of plain data differ (`items[1].quantity`); none where they are the same. */
export function differences(first: unknown, second: unknown, path = ''): string[] {
  if (Object.is(first, second)) return [];
  if (Array.isArray(first) && Array.isArray(second)) {
    if (first.length !== second.length) return [path];
    return first.flatMap((entry, index) => differences(entry, second[index], `${path}[${index}]`));
  }
  if (!isRecord(first) || !isRecord(second)) return [path];
  const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...keys].flatMap((key) => differences(first[key], second[key], path ? `${path}.${key}` : key));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
