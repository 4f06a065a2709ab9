import type { MenuIndex } from '../menu/menu-index';
import type { Choice } from '../menu/parse';
import type { MenuItem } from '../menu/schema';
import { isServed, nextServing, type Serving } from '../menu/serving';
import { spokenClock, spokenDay } from '../order/speech/moment';
import type { Speech } from '../order/speech/texts';
import type { Line } from './line';

/** A line that cannot be had as it was said: a sentence to speak, and what can be had instead. */
export type LineProblem = {
  path: string;
  code: 'sold_out' | 'unknown_item';
  say: string;
  substitutes: Choice[];
};

const MOST_SUBSTITUTES = 3;

/** `index`: with what cannot be had as not available. */
type Around = { index: MenuIndex; speech: Speech; serving: Serving; now: number };

/** What of a line is not on the menu, not on offer then, or sold out. */
export function lineProblems(line: Line, around: Around): LineProblem[] {
  if (line.match.status === 'none') return [unknown(line, around)];
  const unserved = offHours(line, around);
  return unserved.length > 0 ? unserved : soldOut(line, around);
}

/** A dish that is not on offer when the order is cooked; nothing where staff say that it can be had all the same. */
export function offHours({ dish, path }: Line, { index, speech, serving, now }: Around): LineProblem[] {
  if (!dish || dish.available || isServed(dish, serving)) return [];
  const substitutes = likeIt(dish, index);
  const others = substitutes.map(({ name }) => name);
  const next = nextServing(dish, serving);
  const speaking = { timezone: serving.timezone, now, speech };
  const when = next && {
    day: spokenDay(next.open, speaking),
    from: spokenClock(next.open, speaking),
    to: spokenClock(next.close, speaking),
  };
  return [{ path, code: 'sold_out', say: speech.notServed(dish.name, when ?? null, others), substitutes }];
}

function unknown({ item, path }: Line, { index, speech }: Around): LineProblem {
  const nearest = index
    .nearest(item.name)
    .flatMap((name) => index.menu.items.find((one) => one.available && one.name === name) ?? []);
  const names = nearest.map(({ name }) => name);
  const say = speech.unknownDish(item.name, names);
  return { path, code: 'unknown_item', say, substitutes: nearest.map(toChoice) };
}

function soldOut(line: Line, { index, speech }: Around): LineProblem[] {
  const { dish, size, path } = line;
  if (!dish) return [];
  const gone = (at: string, name: string, substitutes: Choice[]): LineProblem => {
    const say = speech.soldOut(
      name,
      substitutes.map((one) => one.name),
    );
    return { path: at, code: 'sold_out', say, substitutes };
  };
  if (!dish.available) return [gone(path, dish.name, likeIt(dish, index))];
  if (size && !size.available) return [gone(path, `${size.name} ${dish.name}`, otherSizes(dish))];
  return line.options
    .filter(({ entry, option }) => entry?.available === false && option.action !== 'remove')
    .map(({ path: at, entry }) => gone(at, entry?.name ?? '', otherOptions(line, entry?.id)));
}

const toChoice = ({ id, name }: MenuItem): Choice => ({ item_id: id, name });

/** Dishes of the same sort that can be had, those of nearly the same price first. */
function likeIt(dish: MenuItem, { menu }: MenuIndex): Choice[] {
  const gap = ({ price }: MenuItem) => Math.abs((price ?? 0) - (dish.price ?? 0));
  return menu.items
    .filter((one) => one.available && one.id !== dish.id && one.category === dish.category)
    .filter(({ category }) => category !== null)
    .toSorted((a, b) => gap(a) - gap(b))
    .slice(0, MOST_SUBSTITUTES)
    .map(toChoice);
}

function otherSizes({ id: item_id, name, variations }: MenuItem): Choice[] {
  return variations
    .filter(({ available }) => available)
    .slice(0, MOST_SUBSTITUTES)
    .map((size) => ({ item_id, variation_id: size.id, name: `${size.name} ${name}` }));
}

function otherOptions({ dish, groups, options }: Line, id: string | undefined): Choice[] {
  const taken = new Set(options.map(({ entry }) => entry?.id));
  const group = groups.find((one) => one.options.some((option) => option.id === id));
  return (group?.options ?? [])
    .filter((option) => option.available && !taken.has(option.id))
    .slice(0, MOST_SUBSTITUTES)
    .map((option) => ({ item_id: dish?.id ?? '', option_id: option.id, name: option.name }));
}
