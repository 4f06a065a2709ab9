import { english } from '../language/english';
import { merged } from '../language/merged';
import { spanish } from '../language/spanish';
import type { MenuIndex } from '../menu-index';
import { toWords } from '../words';
import { buildLexicon } from './build-lexicon';
import type { Knowledge, Lexicon } from './lexicon';
import { Scope } from './scope';
import { type Piece, segment } from './segment';
import { spotsIn } from './spots';

/** The languages an order may be in, the likeliest first; the last is for who mixes them. */
const PACKS = [english, spanish, merged(english, spanish)];

/** A menu made ready to be read from words; a language is made ready when it is first heard. */
export class Reader {
  private readonly lexicons: (Lexicon | undefined)[] = [];
  readonly scope: Scope;

  constructor(private readonly index: MenuIndex) {
    this.scope = new Scope(index.menu);
  }

  /** A text in pieces, in the language that explains most of it. */
  read(text: string): { pieces: Piece[]; knows: Knowledge } {
    const words = toWords(text);
    let best: { pieces: () => Piece[]; cost: number; knows: Knowledge } | undefined;
    for (const [at] of PACKS.entries()) {
      const lexicon = this.lexicon(at);
      const reading = segment(words, text, { lexicon, spots: spotsIn(words, lexicon) });
      if (!best || reading.cost < best.cost) best = { ...reading, knows: lexicon };
      if (reading.isKnown) break;
    }
    return { pieces: best?.pieces() ?? [], knows: best?.knows ?? this.lexicon(0) };
  }

  private lexicon(at: number): Lexicon {
    const made = this.lexicons[at] ?? buildLexicon(this.index, PACKS[at] ?? english);
    this.lexicons[at] = made;
    return made;
  }
}

const readers = new WeakMap<MenuIndex['phrases'], Reader>();

/** The reader of a menu, made once. */
export function readerOf(index: MenuIndex): Reader {
  const known = readers.get(index.phrases) ?? new Reader(index);
  readers.set(index.phrases, known);
  return known;
}
