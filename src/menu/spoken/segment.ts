import { THE, type Word } from '../words';
import { type Entry, joinKey, type Lexicon, type Node } from './lexicon';
import { type Reading, readingsOf } from './readings';
import { RANK } from './senses';
import type { Spot } from './when';

/** A stretch of words that is understood as one thing, or one word that is not. */
export type Piece = Entry & {
  from: number;
  to: number;
  /** How far the spelling is from what it was taken for, in letters. */
  distance: number;
  /** The words as said. */
  said: string;
  span: [number, number];
  pause: boolean;
};

const UNKNOWN_COST = 5;
const LONGEST = 12;
const MOST_JOINED = 4;
/** Letters that may be wrong in one phrase. */
const MOST_WRONG = 3;
type Step = { cost: number; back: number; entry: Entry; distance: number; isKnown: boolean };
type Found = { to: number; entry: Entry; cost: number; distance: number };

/** Cuts words into known phrases so that the whole costs least: long phrases before short ones, right spelling before wrong. */
export function segment(
  words: Word[],
  text: string,
  { lexicon, spots }: { lexicon: Lexicon; spots: Spot[] },
): { pieces: () => Piece[]; cost: number; isKnown: boolean } {
  const spotAt = new Map(spots.map((spot) => [spot.from, spot]));
  const readings = readingsOf(words, lexicon);
  const keys = words.map(({ stem }) => joinKey([stem]));
  const steps: (Step | undefined)[] = [{ cost: 0, back: -1, entry: UNKNOWN, distance: 0, isKnown: true }];
  for (let from = 0; from < words.length; from++) {
    const start = steps[from];
    if (!start) continue;
    const spot = spotAt.get(from);
    const known = spot
      ? [whole(spot)]
      : [...phrasesFrom(words, from, { lexicon, spotAt, readings, keys }), alone(words[from], from)];
    for (const found of known) {
      const cost = start.cost + found.cost;
      const before = steps[found.to];
      const isKnown = start.isKnown && found.entry !== UNKNOWN;
      const step = { ...found, cost, back: from, isKnown };
      const [nearer, other] = !before || cost < before.cost ? [step, before] : [before, step];
      const isRival = other?.back === nearer.back && isAsNear(other, other.cost - nearer.cost);
      steps[found.to] = isRival ? { ...nearer, entry: either(nearer.entry, other.entry) } : nearer;
    }
  }
  const cost = steps[words.length]?.cost ?? 0;
  return { pieces: () => walkBack(steps, words, text), cost, isKnown: steps[words.length]?.isKnown ?? true };
}

const UNKNOWN: Entry = { senses: [], role: null, number: null, groups: [] };

/** As near as what was found: two words that a misspelt one is equally far from, or two meanings of one word ("med"). */
function isAsNear({ distance, entry }: Step, more: number): boolean {
  return distance > 0 ? more === 0 : more < 0.11 && entry.senses.length > 0;
}

/** Neither is taken for what was meant before the dish decides. */
function either(a: Entry, b: Entry): Entry {
  return a === b ? a : { ...a, senses: [...a.senses, ...b.senses] };
}

/** A time or an address is taken whole. */
function whole({ to, kind }: Spot): Found {
  return { to, entry: { ...UNKNOWN, role: kind }, cost: 1, distance: 0 };
}

/** A word of no phrase: a number in digits, or unknown. */
function alone(word: Word | undefined, from: number): Found {
  const [, times, count] = /^(x?)([1-9]\d{0,2})x?$/.exec(word?.stem ?? '') ?? [];
  const role = times ? 'times' : null;
  return count
    ? { to: from + 1, entry: { ...UNKNOWN, number: Number(count), role }, cost: 1, distance: 0 }
    : { to: from + 1, entry: UNKNOWN, cost: UNKNOWN_COST, distance: 0 };
}

function walkBack(steps: (Step | undefined)[], words: Word[], text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let to = words.length; to > 0; ) {
    const step = steps[to];
    if (!step) break;
    const first = words[step.back];
    const last = words[to - 1];
    const span: Piece['span'] = [first?.start ?? 0, last?.end ?? 0];
    const said = text.slice(...span);
    pieces.push({
      ...step.entry,
      from: step.back,
      to,
      distance: step.distance,
      said,
      span,
      pause: !!first?.pause,
    });
    to = step.back;
  }
  return pieces.reverse();
}

type State = { at: Node; pos: number; cost: number; distance: number };

type Known = {
  lexicon: Lexicon;
  spotAt: Map<number, Spot>;
  readings: (at: number) => Reading[];
  keys: string[];
};

function phrasesFrom(words: Word[], from: number, { lexicon, spotAt, readings, keys }: Known): Found[] {
  const found = joinedFrom(keys, from, lexicon);
  const states: State[] = [{ at: lexicon.root, pos: from, cost: 0, distance: 0 }];
  for (let state = states.pop(); state; state = states.pop()) {
    const { at, pos, cost, distance } = state;
    if (at.entry && pos > from && !(distance > 0 && isIdle(at.entry)))
      found.push({ to: pos, entry: at.entry, cost: 1 + cost + penalty(at.entry), distance });
    const word = words[pos];
    if (!word || pos - from >= LONGEST || spotAt.has(pos)) continue;
    if (word.stem === THE && !word.pause && pos > from)
      states.push({ ...state, pos: pos + 1, cost: cost + 0.01 });
    if (at.next.size === 0) continue;
    for (const other of readings(pos)) {
      const next = follow(at, other.stems);
      const wrong = distance + other.distance;
      if (next && wrong <= MOST_WRONG)
        states.push({ at: next, pos: pos + other.words, cost: cost + other.cost, distance: wrong });
    }
  }
  return found;
}

function follow(from: Node, stems: string[]): Node | undefined {
  let at: Node | undefined = from;
  for (const stem of stems) at = at?.next.get(stem);
  return at;
}

/** Words written apart here and together on the menu, and the other way round. */
function joinedFrom(keys: string[], from: number, { joined }: Lexicon): Found[] {
  const found: Found[] = [];
  let key = '';
  for (let to = from + 1; to <= Math.min(keys.length, from + MOST_JOINED); to++) {
    key += keys[to - 1] ?? '';
    const entry = joined.get(key);
    if (entry) found.push({ to, entry, cost: 1.3 + penalty(entry), distance: 0 });
  }
  return found;
}

/** A word that is near a filler is not one: it may carry meaning. */
function isIdle({ role, senses }: Entry): boolean {
  return role === 'filler' && senses.length === 0;
}

/** A part of a name says less than the whole. */
function penalty({ senses }: Entry): number {
  return senses.length > 0 && senses.every((sense) => RANK[sense.how] > 0) ? 0.4 : 0;
}
