import { charactersOf } from './characters';

const WIDE =
  /\p{Emoji_Presentation}|\uFE0F|\p{Script=Han}|\p{Script=Hangul}|[\u3000-\u30FF\uFF01-\uFF60\uFFE0-\uFFE6]/u;
const BLANK = /[\s\p{Cc}]+/u;
const INDENT = '    ';

/** How many columns a text takes on paper: Chinese, Japanese, Korean and emoji take two. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return graphemes(text).reduce((sum, grapheme) => sum + (WIDE.test(grapheme) ? 2 : 1), 0);
}

/** Breaks at blanks and line ends; a word longer than the paper is cut, never lost. Control characters count as blanks. */
export function wrap(text: string, width: number): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((paragraph) => {
    const words = paragraph.split(BLANK).filter((word) => word !== '');
    const lines = [''];
    for (const word of words.flatMap((long) => cut(long, width))) {
      const current = lines.at(-1) ?? '';
      if (current === '') lines[lines.length - 1] = word;
      else if (widthOf(current) + 1 + widthOf(word) <= width) lines[lines.length - 1] = `${current} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}

/** Wrapped, with every line indented. */
export function indented(text: string, width: number): string[] {
  return wrap(text, width - INDENT.length).map((line) => INDENT + line);
}

/** A text with an amount at the right edge of its first line; what does not fit goes below, indented. */
export function withAmount(text: string, amount: string, width: number): string[] {
  const room = width - Math.max(INDENT.length, widthOf(amount) + 1);
  const [first = '', ...rest] = wrap(text, room);
  const gap = ' '.repeat(width - widthOf(first) - widthOf(amount));
  return [amount ? first + gap + amount : first, ...rest.map((line) => INDENT + line)];
}

function cut(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces = [''];
  for (const grapheme of graphemes(word)) {
    const last = pieces.at(-1) ?? '';
    if (widthOf(last + grapheme) <= width) pieces[pieces.length - 1] = last + grapheme;
    else pieces.push(grapheme);
  }
  return pieces;
}

function graphemes(text: string): string[] {
  return [...charactersOf(text)].map(({ segment }) => segment);
}
