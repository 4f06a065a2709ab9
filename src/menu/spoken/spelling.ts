import { distanceBetween, soundOf } from './letters';

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
  /** By the first letter, then by length. */
  private readonly byFirst = new Map<string, string[][]>();
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
    const lengths = this.byFirst.get(stem.charAt(0)) ?? [];
    this.byFirst.set(stem.charAt(0), lengths);
    lengths[stem.length] = [...(lengths[stem.length] ?? []), stem];
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
    const isPlain = this.everyday.has(stem);
    const sound = soundOf(stem);
    const alike = this.bySound.get(sound) ?? [];
    const found: Near[] = [];
    for (const one of isPlain ? alike : this.candidates(stem, alike, limit)) {
      if (one.length < 3 || Math.abs(one.length - stem.length) > limit) continue;
      const isSpoken = this.spoken.has(one);
      const isHeard = !isSpoken && sound.length >= (isPlain ? 3 : 2) && alike.includes(one);
      const distance = isHeard ? 1 : isPlain ? limit + 1 : distanceBetween(stem, one, limit);
      const most = isSpoken ? 1 : Math.min(limit, Math.max(1, reach(one.length)));
      if (distance <= most) found.push({ stem: one, distance, isHeard });
    }
    return found.sort((a, b) => a.distance - b.distance).slice(0, 4);
  }

  /** Words that begin or end alike and are about as long, and those that sound alike. */
  private candidates(stem: string, alike: string[], limit: number): Set<string> {
    const found = new Set([...alike, ...(this.byRest.get(stem.slice(1)) ?? [])]);
    const lengths = this.byFirst.get(stem.charAt(0)) ?? [];
    for (let length = stem.length - limit; length <= stem.length + limit; length++)
      for (const one of lengths[length] ?? []) found.add(one);
    return found;
  }

  /** Words of the menu that a short form begins: "marg". */
  begunBy(start: string): string[] {
    if (start.length < SHORTEST_START || this.everyday.has(start)) return [];
    const all = this.byFirst.get(start.charAt(0)) ?? [];
    return all.flat().filter((one) => one.startsWith(start) && !this.spoken.has(one));
  }
}

function put(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
