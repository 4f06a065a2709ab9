import type { OrderOption } from './schema';

type Action = OrderOption['action'];

/** The words that name an action at the start of an option; the first of each list is the one we write. */
const WORDS: Record<Exclude<Action, 'add'>, string[]> = {
  remove: ['no', 'without', 'hold the', 'hold', 'minus'],
  extra: ['extra', 'double'],
  light: ['light', 'easy on the', 'easy', 'less'],
  side: ['side', 'side of'],
  substitute: ['sub', 'substitute', 'swap in', 'swap'],
};
const ACTION_WORDS: [string, Action][] = [
  ['add', 'add'] as [string, Action],
  ...Object.entries(WORDS).flatMap(([action, words]) =>
    words.map((word): [string, Action] => [word, action as Action]),
  ),
].sort(([a], [b]) => b.length - a.length);
const PORTION = /^(left|right)(?: half)? (?=\S)/i;
const ON_THE_SIDE = /^(.+\S),? on the side$/i;
const COUNT = /^(.+?\S) x(\d{1,3})$/i;

type SpokenOption = Pick<OrderOption, 'name' | 'action' | 'portion' | 'quantity'>;

/** One option in words ("no onions", "left half mushrooms", "side ranch x2") to its parts. */
export function parseOption(text: string): SpokenOption {
  let rest = text.trim().replaceAll(/\s+/g, ' ');
  const counted = COUNT.exec(rest);
  const quantity = counted ? Math.max(1, Number(counted[2])) : 1;
  if (counted?.[1]) rest = counted[1];
  const half = PORTION.exec(rest);
  const portion = half ? (half[1]?.toLowerCase() as 'left' | 'right') : 'whole';
  if (half) rest = rest.slice(half[0].length);
  const said = ACTION_WORDS.find(([word]) => rest.toLowerCase().startsWith(`${word} `));
  if (said) return { name: rest.slice(said[0].length + 1), action: said[1], portion, quantity };
  const aside = ON_THE_SIDE.exec(rest)?.[1];
  return { name: aside ?? rest, action: aside ? 'side' : 'add', portion, quantity };
}

/** The flat form that no-code tools map: options separated by `;`, a comma or a new line; `\;` and `\,` are plain text. */
export function parseOptionsText(text: string): SpokenOption[] {
  return splitUnescaped(text)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseOption);
}

/** Options as `no onions; extra cheese; left half mushrooms; side ranch x2`: reading it again gives the same options. */
export function toOptionsText(options: SpokenOption[]): string {
  return options.map(toOptionText).join('; ');
}

function toOptionText(option: SpokenOption): string {
  const portion = option.portion === 'whole' ? '' : `${option.portion} half `;
  const bare = option.action === 'add' ? option.name : `${WORDS[option.action][0]} ${option.name}`;
  const explicit = option.action === 'add' ? `add ${option.name}` : bare;
  const count = option.quantity > 1 ? ` x${option.quantity}` : '';
  const candidates = [`${portion}${bare}${count}`, `${portion}${explicit}${count}`];
  const text = candidates.find((candidate) => sameOption(parseOption(candidate), option));
  return (text ?? `${portion}${explicit} x${option.quantity}`).replaceAll(/[\\;,]/g, '\\$&');
}

function sameOption(a: SpokenOption, b: SpokenOption): boolean {
  return a.name === b.name && a.action === b.action && a.portion === b.portion && a.quantity === b.quantity;
}

function splitUnescaped(text: string): string[] {
  const parts = [''];
  for (let index = 0; index < text.length; index++) {
    const escaped = text[index] === '\\' && /[\\;,]/.test(text[index + 1] ?? '');
    const character = escaped ? text[++index] : text[index];
    if (!escaped && /[;,\n]/.test(character ?? '')) parts.push('');
    else parts.push((parts.pop() ?? '') + character);
  }
  return parts;
}
