import { InputProblems } from '../../order/problems';

/** JSON from a file that people write; throws `InputProblems` with the line that breaks it. */
export function parseJson(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(plain);
  } catch {
    const { line, found } = firstFault(plain);
    const what = found === '' ? 'the file ends too early' : `${found} is not expected here`;
    const message = `is no JSON: ${what}. Look for a comma, a quote or a bracket too many or too few.`;
    throw new InputProblems([{ path: `line ${line}`, message }]);
  }
}

const TOKEN = /\s*(?:(?<s>"(?:[^"\\\n]|\\.)*")|(?<v>-?\d[\d.eE+-]*|true|false|null)|(?<mark>[{}[\],:]))/y;
/** What may come after what: `s` a text, `v` another value. The engine says only that something is wrong, not where. */
const FOLLOWS: Record<string, string> = {
  start: '{[sv',
  '{': 's}',
  '[': 'sv{[]',
  ',': 'sv{[',
  ':': 'sv{[',
  s: ':,}]',
  v: ',}]',
  '}': ',}]',
  ']': ',}]',
};

function firstFault(text: string): { line: number; found: string } {
  let last = 'start';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    const kind = match?.groups?.s ? 's' : match?.groups?.v ? 'v' : (match?.groups?.mark ?? '');
    if (!match || !FOLLOWS[last]?.includes(kind)) break;
    last = kind;
    at = TOKEN.lastIndex;
  }
  const rest = text.slice(at);
  const line = text.slice(0, at + rest.length - rest.trimStart().length).split('\n').length;
  return { line, found: rest.trim().slice(0, 20).split('\n')[0] ?? '' };
}
