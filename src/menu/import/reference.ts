import { InputProblems, type Problem } from '../../order/problems';
import type { Menu } from '../schema';
import { readPrice } from './csv';
import { type Row, toMenu } from './draft';

type Heading = { category: string | null; size: string | null; sizeAliases: string[] };

/**
 * The menu as a voice assistant was given it, `menu_reference.txt`: a dish a line, "- Vodka Pizza - with basil - $21.95", under
 * headings that name what it is or how large ("14 inch pizzas"). Throws `InputProblems` naming line and field.
 */
export function readReferenceMenu(text: string, currency: string): Menu {
  const problems: Problem[] = [];
  const rows: Row[] = [];
  let heading: Heading = { category: null, size: null, sizeAliases: [] };
  for (const [index, written] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = index + 1;
    const dish = /^\s*[-*•–—]\s+(.*\S)/.exec(written)?.[1];
    if (dish !== undefined) rows.push(toRow(dish, { line, heading, currency, problems }));
    else if (/[\p{L}\p{N}]/u.test(written)) heading = readHeading(written, heading);
  }
  if (rows.length === 0) {
    const message = 'holds no dish; each stands on a line such as "- Vodka Pizza - with basil - $21.95".';
    problems.push({ path: 'line 1', message });
  }
  const { menu, problems: more } = toMenu(rows, currency);
  if (problems.length + more.length > 0) throw new InputProblems([...problems, ...more]);
  return menu;
}

type AtLine = { line: number; heading: Heading; currency: string; problems: Problem[] };

/** The name comes first and the price last; what is between describes the dish. */
function toRow(dish: string, { line, heading, currency, problems }: AtLine): Row {
  const { name, price } = split(dish);
  if (price === null) {
    const message = 'is missing at the end; write "- Vodka Pizza - with basil - $21.95".';
    problems.push({ path: `line ${line}, price`, message });
  }
  return {
    line,
    name,
    ...heading,
    price: readPrice(price, { line, currency, problems }),
    aliases: [],
    id: null,
    available: true,
    pos: {},
  };
}

/** A bare number is a price only behind a dash: "Wings 12" may be a dozen. */
function split(dish: string): { name: string; price: string | null } {
  const [name = '', ...rest] = dish.split(/\s+[-–—]\s+/);
  const last = rest.at(-1);
  if (last !== undefined && /^\D{0,4}\d[\d.,]*\D{0,4}$/.test(last)) return { name, price: last };
  const [, before = name, price = null] = /^(.*\S)\s*(\p{Sc}\s?\d[\d.,]*)$/u.exec(dish) ?? [];
  return { name: (before.split(/\s+[-–—]\s+/)[0] ?? '').replace(/[\s.:–—-]+$/, ''), price };
}

const SIZE =
  /\b(?:x-?large|extra[ -]large|large|medium|small|personal|mini|family|half|full|slices?)\b|\d+\s*(?:"|”|''|in(?:ch(?:es)?)?\b|oz\b)/gi;
const INCH = /\s*(?:"|”|''|in(?:ch(?:es)?)?)$/i;

/** A heading that is nothing but a size stands below the one that says what it is. */
function readHeading(text: string, above: Heading): Heading {
  const sizes = [...text.matchAll(SIZE)].map(([size]) => toTitle(size).replace(INCH, ' inch'));
  const rest = text
    .replaceAll(SIZE, ' ')
    .replaceAll(/[^\p{L}\p{N}&'’]+/gu, ' ')
    .trim();
  const named = sizes.toSorted((a, b) => Number(/^\d/.test(a)) - Number(/^\d/.test(b)));
  const [size = null, ...sizeAliases] = named;
  return { category: rest === '' ? above.category : toTitle(rest), size, sizeAliases };
}

/** "PIZZAS" as it is written elsewhere: "Pizzas". */
function toTitle(text: string): string {
  const isShouted = text === text.toUpperCase();
  const words = isShouted ? text.toLowerCase() : text;
  return words.replaceAll(/(^|\s)(\p{Ll})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}
