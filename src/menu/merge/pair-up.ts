import { normalise } from '../words';

/** What dishes, sizes, groups and options have in common. */
export type Entry = { id: string; name: string; category?: string | null };
/** Whose menu comes in (null: no POS's, a person's), and whether it decides on names and prices. */
export type Source = { vendor: string | null; leads: boolean };

type Pos = Record<string, string>;

/** What other vendors know an entry by. A vendor's own keys are its id and facts beside it (`toast:unit`). */
export function posOfOthers({ pos }: { pos: Pos }, { vendor }: Source): Pos {
  return Object.fromEntries(
    Object.entries(pos).filter(([key]) => key !== vendor && !key.startsWith(`${vendor}:`)),
  );
}

type Pairing<T> = Source & {
  /** The vendor's own ids in an entry. */
  idsOf: (entry: T) => string[];
  /** Whether two of one name can be the same thing. */
  mayBe?: (ours: T, theirs: T) => boolean;
};

/** Which of ours each of theirs is: by an id that this vendor gave, else by a name that leaves no doubt. */
export function pairUp<T extends Entry>(
  ours: readonly T[],
  theirs: readonly T[],
  { vendor, idsOf, mayBe = () => true }: Pairing<T>,
): Map<T, T> {
  const pairs = new Map<T, T>();
  const taken = new Set<T>();
  const pair = (find: (one: T) => T | undefined) => {
    for (const one of theirs) {
      const found = pairs.has(one) ? undefined : find(one);
      if (!found || taken.has(found)) continue;
      pairs.set(one, found);
      taken.add(found);
    }
  };
  const known = ours.filter((one) => vendor === null || idsOf(one).length > 0);
  const byId = new Map(known.map((one) => [one.id, one]));
  pair(({ id }) => byId.get(id));
  const byPos = new Map(ours.flatMap((one) => idsOf(one).map((id) => [id, one] as const)));
  pair((one) => byPos.get(idsOf(one).find((id) => byPos.has(id)) ?? ''));
  for (const nameOf of NAMES) {
    const free = namedOnce(ours, taken, nameOf);
    const asking = namedOnce(theirs, pairs, nameOf);
    pair((one) => {
      const found = asking.has(nameOf(one)) ? free.get(nameOf(one)) : undefined;
      return found && mayBe(found, one) ? found : undefined;
    });
  }
  return pairs;
}

/** Dishes of one name are told apart by their category, where that helps. */
const NAMES: ((entry: Entry) => string)[] = [
  ({ name, category }) => `${normalise(category ?? '')}/${normalise(name)}`,
  ({ name }) => normalise(name),
];

/** The entries that are not settled yet, by a name that only one of them has. */
function namedOnce<T extends Entry>(
  entries: readonly T[],
  settled: { has(entry: T): boolean },
  nameOf: (entry: Entry) => string,
): Map<string, T> {
  const open = entries.filter((one) => !settled.has(one));
  const named = Map.groupBy(open, nameOf);
  return new Map(open.filter((one) => named.get(nameOf(one))?.length === 1).map((one) => [nameOf(one), one]));
}

/** Ids that none of ours has: the entry's own where it is free. */
export function freeIds(ours: readonly Entry[], { vendor }: Source): (id: string) => string {
  const taken = new Set(ours.map(({ id }) => id));
  return (id) => {
    let free = id;
    for (let n = 1; taken.has(free); n++) free = `${vendor ?? 'new'}-${id}${n === 1 ? '' : `-${n}`}`;
    taken.add(free);
    return free;
  };
}

/** What is left of ours, as it stands there, with what was merged in its place; new entries come last. */
export function inOurOrder<T extends Entry>(ours: readonly T[], entries: readonly T[]): T[] {
  const place = new Map(ours.map(({ id }, index) => [id, index]));
  const placeOf = ({ id }: T) => place.get(id) ?? ours.length;
  return [...entries].sort((a, b) => placeOf(a) - placeOf(b));
}

type Priced = { price: number | null };

/** No price is an open one where a POS says so, and nothing said where a person's list leaves it out. */
export function mergedPrice(own: Priced, one: Priced, { vendor }: Source): number | null {
  return vendor === null ? (one.price ?? own.price) : one.price;
}
