/** Words as they may be meant by one who misspells, or by a machine that mishears: nearest first. */
export type Near = { stem: string; distance: number; isHeard: boolean };

/** How far a word may be from what was meant: short words have too many neighbours. */
function reach(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : 2;
}

const SPOKEN_LENGTH = 7;
/** Shorter beginnings are those of too many words. */
const SHORTEST_START = 3;

/** The words of a menu and a language, to be found by words that are nearly so. */
export class Spelling {
  private readonly known = new Set<string>();
  /** What a word may be taken for, and how that sounds. */
  private readonly targets = new Map<string, string>();
  /** Words of the language: only a long one that is nearly right is taken for them. */
  private readonly spoken = new Set<string>();
  private readonly everyday = new Set<string>();
  private readonly byFirst = new Map<string, string[]>();
  private readonly byRest = new Map<string, string[]>();
  private readonly bySound = new Map<string, string[]>();

  learn(stem: string, language = false): void {
    this.known.add(stem);
    if (language && !this.targets.has(stem)) this.spoken.add(stem);
    else this.spoken.delete(stem);
    if ((language && stem.length < SPOKEN_LENGTH) || this.targets.has(stem)) return;
    const sound = soundOf(stem);
    this.targets.set(stem, sound);
    put(this.bySound, sound, stem);
    put(this.byFirst, stem.charAt(0), stem);
    put(this.byRest, stem.slice(1), stem);
  }

  /** A word that is no misspelt one, however near it comes; it may still sound like another. */
  exclude(stem: string): void {
    if (!this.known.has(stem)) this.everyday.add(stem);
  }

  knows(stem: string): boolean {
    return this.known.has(stem);
  }

  near(stem: string): Near[] {
    const limit = reach(stem.length);
    if (limit === 0 || stem.length > 30 || /\d/.test(stem)) return [];
    const sound = soundOf(stem);
    const candidates = new Set([
      ...(this.byFirst.get(stem.charAt(0)) ?? []),
      ...(this.byRest.get(stem.slice(1)) ?? []),
      ...(this.bySound.get(sound) ?? []),
    ]);
    const isPlain = this.everyday.has(stem);
    const found: Near[] = [];
    for (const one of candidates) {
      if (one.length < 3 || Math.abs(one.length - stem.length) > limit) continue;
      const isHeard =
        sound.length >= (isPlain ? 3 : 2) && sound === this.targets.get(one) && !this.spoken.has(one);
      const distance = isHeard ? 1 : isPlain ? limit + 1 : distanceBetween(stem, one, limit);
      const most = this.spoken.has(one) ? 1 : Math.min(limit, Math.max(1, reach(one.length)));
      if (distance <= most) found.push({ stem: one, distance, isHeard });
    }
    return found.sort((a, b) => a.distance - b.distance).slice(0, 4);
  }

  /** Words of the menu that a short form begins: "marg". */
  begunBy(start: string): string[] {
    if (start.length < SHORTEST_START || this.everyday.has(start)) return [];
    const all = this.byFirst.get(start.charAt(0)) ?? [];
    return all.filter((one) => one.startsWith(start) && !this.spoken.has(one));
  }
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Letters to add, drop, change or swap with their neighbour; above `limit` only that it is above. */
export function distanceBetween(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** The consonants of a word as they sound: "cock" and "coke", "philly" and "filly" are one. */
function soundOf(word: string): string {
  return word
    .replaceAll(/ph/g, 'f')
    .replaceAll(/c(?=[eiy]|ae)/g, 's')
    .replaceAll(/[cq]/g, 'k')
    .replaceAll('z', 's')
    .replaceAll(/(.)\1+/g, '$1')
    .replaceAll(/(?<=.)[aeiouyhw]/g, '');
}
