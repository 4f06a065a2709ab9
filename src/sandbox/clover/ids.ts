/** Makes Clover-like ids: 13 upper-case letters and digits, the same ones in every run. */
export type MakeId = (kind: string) => string;

export function createIds(): MakeId {
  const counters = new Map<string, number>();
  return (kind) => {
    const next = (counters.get(kind) ?? 0) + 1;
    counters.set(kind, next);
    return `${kind}${String(next).padStart(13 - kind.length, '0')}`;
  };
}

/** The id of something seeded: its merchant's prefix and as much of its names as fits. */
export function seedId(prefix: string, ...names: string[]): string {
  const room = names.length > 1 ? 5 : 11;
  const words = names.map((name, index) => plain(name).slice(0, index === 0 ? room : 6));
  return `${prefix}${words.join('')}`.slice(0, 13).padEnd(13, '0');
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}
