import { normalise } from '../words';
import type { Kinds } from './lexicon';
import type { How } from './senses';

type Part = { words: string; how: How };

/** Longer names have too many parts to be told by one. */
const LONGEST_NAME = 8;
/** A word of at least so many letters may be the end of a longer one: "burger" of "cheeseburger". */
const SHORTEST_END = 5;

/** The parts of names by which people call things, among names that stand side by side. */
export class Parts {
  /** How many names end in a word. */
  private readonly ends = new Map<string, number>();
  private readonly words = new Set<string>();

  /** `foods`: words that name something else too, so that they alone are no dish. */
  constructor(
    names: string[],
    private readonly kinds: Kinds,
    private readonly foods?: ReadonlySet<string>,
  ) {
    for (const name of names) {
      const stems = normalise(name).split(' ');
      const end = stems.at(-1) ?? '';
      this.ends.set(end, (this.ends.get(end) ?? 0) + 1);
      for (const stem of stems) this.words.add(stem);
    }
  }

  of(name: string): Part[] {
    const stems = normalise(name).split(' ');
    if (stems.length > LONGEST_NAME) return [];
    const cuts = stems.slice(1).map((_, at) => at + 1);
    const ends = cuts.map((at): Part => ({ words: stems.slice(at).join(' '), how: 'part' }));
    const begins = cuts.map(
      (at): Part => ({ words: stems.slice(0, at).join(' '), how: this.howSure(stems, at) }),
    );
    return [...ends, ...begins, ...this.ofCompounds(stems)].filter(({ words }) => !isJoint(words));
  }

  /** What begins a name is enough where nothing else is called so, or where its last word tells nothing: many end so, or it is a kind of that food. */
  private howSure(stems: string[], at: number): How {
    const end = stems.at(-1) ?? '';
    const isUsual = (this.ends.get(end) ?? 0) > 1;
    const isKind = this.kinds.get(end)?.has(stems.slice(0, at).join(' ')) ?? false;
    const isOwn = this.foods !== undefined && !stems.slice(0, at).some((stem) => this.foods?.has(stem));
    return isOwn || (at === stems.length - 1 && (isUsual || isKind)) ? 'part' : 'hint';
  }

  /** "burger" and "burger combo" for "Cheeseburger Combo". */
  private ofCompounds(stems: string[]): Part[] {
    return stems.flatMap((stem, at): Part[] => {
      const ends = Array.from({ length: Math.max(0, stem.length - SHORTEST_END) }, (_, cut) =>
        stem.slice(cut + 1),
      );
      const end = ends.find((one) => this.words.has(one));
      return end ? [{ words: [end, ...stems.slice(at + 1)].join(' '), how: 'part' }] : [];
    });
  }
}

function isJoint(words: string): boolean {
  const stems = words.split(' ');
  return JOINTS.has(stems[0] ?? '') || JOINTS.has(stems.at(-1) ?? '');
}
const JOINTS = new Set(['and', 'of', 'with', 'on', 'in', 'a', 'y', 'con', 'de'].map(normalise));
