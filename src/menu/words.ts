/** One word of a text: as compared (`stem`), and where it stands. */
export type Word = { text: string; stem: string; start: number; end: number; pause: boolean };

// A heart ("<3") counts nothing: it is a pause.
const WORD =
  /<\/?3(?!\d)|(\d+)[\s-]*(["”“″]|['’′]{2}|in(?:ch(?:es)?)?(?![\p{L}\p{N}]| the\b))|[&+½]|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*|-{2,}|[.,;:!?\n—–()]/gu;
const SPELLED = new Map([
  ['&', 'and'],
  ['+', 'and'],
  ['½', 'half'],
]);

/** A text's words in order, with their places in it; `pause`: punctuation stands before the word. Inches become a word of their own. */
export function toWords(text: string): Word[] {
  const words: Word[] = [];
  let pause = false;
  for (const found of text.matchAll(WORD)) {
    const [said, digits, inch] = found;
    const start = found.index;
    const end = start + said.length;
    if (digits && inch) {
      words.push({ text: digits, stem: digits, start, end: start + digits.length, pause });
      words.push({ text: inch, stem: 'inch', start: end - inch.length, end, pause: false });
      pause = false;
    } else if (/^(?:-{2,}|<\/?3|[.,;:!?\n—–()])$/.test(said)) {
      pause = true;
    } else {
      for (const part of plain(said)) {
        words.push({ text: said, stem: toStem(part), start, end, pause });
        pause = false;
      }
    }
  }
  return words;
}

/** Names as compared: accents, case, punctuation, articles and plural endings do not count; inches are spelled one way. */
export function normalise(text: string): string {
  const stems = toWords(text).map((word) => word.stem);
  const named = stems.length > 1 && LEADING.has(stems[0] ?? '') ? stems.slice(1) : stems;
  return named.filter((stem) => stem !== THE || named.length === 1).join(' ');
}

const ASCII = /^[a-z0-9]+$/;

function plain(said: string): string[] {
  if (ASCII.test(said)) return [said];
  const lower = (SPELLED.get(said) ?? said)
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return lower.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
}

/** One stem for one and many: "fry" and "fries", "sandwich" and "sandwiches", "cookie" and "cookies"; but "one" is not "on". Only ever compared, never shown. */
export function toStem(word: string): string {
  if (word.length < 3) return word;
  const isMany = word.length > 3 && word.endsWith('s') && !word.endsWith('ss');
  const single = isMany ? word.slice(0, -1) : word;
  if (single.endsWith('e')) return single.length > 3 ? single.slice(0, -1) : single;
  return single.endsWith('y') ? `${single.slice(0, -1)}i` : single;
}

/** Names do not count it; in speech it is a word between others. */
export const THE = toStem('the');
const LEADING = new Set(['a', 'an', 'some'].map(toStem));
