import { ACTIONS, type OrderOption } from './schema';

type Action = OrderOption['action'];

/** The words that name an action at the start of an option; the first of each list is the one we write. */
const WORDS: Record<Action, string[]> = {
  add: ['', 'add'],
  remove: [
    'no',
    'without',
    'w/o',
    'hold the',
    'hold',
    'minus',
    'skip the',
    'skip',
    'leave off',
    'leave out',
    'omit',
    'remove',
  ],
  extra: ['extra', 'double'],
  light: ['light', 'easy on the', 'easy', 'less'],
  side: ['side', 'side of', 'on the side'],
  substitute: ['sub', 'substitute', 'swap in', 'swap'],
};
const LEADS = ACTIONS.flatMap((action) => WORDS[action].map((word) => ({ word, action })))
  .filter(({ word }) => word !== '')
  .sort((a, b) => b.word.length - a.word.length)
  .map(({ word, action }) => ({ pattern: new RegExp(`^${word}(?:: ?| )(?=\\S)`, 'i'), action }));
const PORTION = /^(left|right)(?: half)?(?:: ?| )(?=\S)/i;
const ON_THE_SIDE = /^(.+\S),? on the side$/i;
const COUNT = /^(.+?\S) [x×]([1-9]\d?)$/i;

type SpokenOption = Pick<OrderOption, 'name' | 'action' | 'portion' | 'quantity'>;

/** One option in words ("no onions", "left half mushrooms", "side ranch x2", "NO: onions") to its parts. */
export function parseOption(text: string): SpokenOption {
  let rest = singleSpaced(text);
  const [, before, count] = COUNT.exec(rest) ?? [];
  const quantity = Number(count ?? 1);
  rest = before ?? rest;
  const [half = '', left] = PORTION.exec(rest) ?? [];
  const portion = half === '' ? 'whole' : left?.toLowerCase() === 'left' ? 'left' : 'right';
  rest = rest.slice(half.length);
  const lead = LEADS.find(({ pattern }) => pattern.test(rest));
  if (lead) return { name: rest.replace(lead.pattern, ''), action: lead.action, portion, quantity };
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
  return options.map((option) => optionPhrase(option).replaceAll(/[\\;,]/g, '\\$&')).join('; ');
}

/** One option in the plainest words that read back as it (`no onions`): a name may itself look like an action, a half or a count. */
export function optionPhrase(option: SpokenOption): string {
  const name = singleSpaced(option.name);
  const portion = option.portion === 'whole' ? '' : `${option.portion} half `;
  const count = ` x${option.quantity}`;
  const phrases = WORDS[option.action].map((word) => `${portion}${word === '' ? '' : `${word} `}${name}`);
  const bare = option.quantity > 1 ? [] : phrases;
  const candidates = [...bare, ...phrases.map((phrase) => phrase + count)];
  const text = candidates.find((candidate) => sameOption(parseOption(candidate), { ...option, name }));
  return text ?? `${name}${count}`;
}

function singleSpaced(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
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
