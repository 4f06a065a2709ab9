import { normalise } from '../../menu/words';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map(normalise);

/** The one choice that an answer names: by its number, its name, or words that only it has. Undefined where none or several fit. */
export function choose<C extends { name: string }>(text: string, choices: readonly C[]): C | undefined {
  const said = normalise(text);
  if (said === '') return undefined;
  const exact = choices.filter(({ name }) => normalise(name) === said);
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  const words = said.split(' ');
  const [only, ...others] = choices.filter(({ name }) => holdsAll(normalise(name).split(' '), words));
  if (only) return others.length === 0 ? only : undefined;
  return byNumber(words, choices) ?? named(words, choices);
}

/** Several in one breath: "ranch and barbecue". None where one of them is not among the choices. */
export function chooseAll<C extends { name: string }>(text: string, choices: readonly C[]): C[] {
  const whole = choose(text, choices);
  if (whole) return [whole];
  const chosen = text.split(/,|\band\b|&|\by\b/i).map((part) => choose(part, choices));
  return chosen.every((one) => one !== undefined) ? [...new Set(chosen)] : [];
}

/** "2", "the second one". */
function byNumber<C>(words: string[], choices: readonly C[]): C | undefined {
  const [first = ''] = words;
  if (words.length === 1 && /^[1-9]$/.test(first)) return choices[Number(first) - 1];
  const ordinal = ORDINALS.findIndex((one) => words.includes(one));
  return ordinal < 0 ? undefined : choices[ordinal];
}

/** "I'd like the large one please": the choice whose whole name was said, the longest where one name is part of another. */
function named<C extends { name: string }>(words: string[], choices: readonly C[]): C | undefined {
  const said = choices.filter(({ name }) => holdsAll(words, normalise(name).split(' ')));
  const longest = Math.max(0, ...said.map(({ name }) => normalise(name).length));
  const [only, ...others] = said.filter(({ name }) => normalise(name).length === longest);
  return others.length === 0 ? only : undefined;
}

function holdsAll(words: string[], wanted: string[]): boolean {
  return wanted.every((word) => words.includes(word));
}
