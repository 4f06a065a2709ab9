import type { Reading } from './answer';
import type { Verdict } from './compare';
import type { Half } from './halves';
import type { Phrase } from './meaning';

/** One phrase, measured. */
export type Graded = { phrase: Phrase; half: Half; reading: Reading; verdict: Verdict };

type Count = [part: number, whole: number];

const ROWS: [what: string, count: (all: Graded[]) => Count][] = [
  ['**whole order exactly right**', (all) => [all.filter(({ verdict }) => verdict.exact).length, all.length]],
  ['not sure: the product asked', (all) => [all.filter(isAsked).length, all.length]],
  ['**confidently wrong**', (all) => [all.filter(isConfidentlyWrong).length, all.length]],
  [
    'item right (dish, size, number)',
    (all) => [sum(all, ({ items }) => items.right), sum(all, ({ items }) => items.meant)],
  ],
  [
    'option right (found, with action, half and number)',
    (all) => [sum(all, ({ options }) => options.right), sum(all, ({ options }) => options.meant)],
  ],
  [
    'option action right (of the options found)',
    (all) => [sum(all, ({ options }) => options.actionRight), sum(all, ({ options }) => options.found)],
  ],
];

/** An order that is not right yet, and of which the product says so: nobody cooks it before an answer. */
export function isAsked({ verdict }: Graded): boolean {
  return !verdict.exact && verdict.asked;
}

export function isConfidentlyWrong({ verdict }: Graded): boolean {
  return !verdict.exact && !verdict.asked;
}

/** The table of one corpus, a column for each half. */
export function toTable(graded: Graded[], halves: readonly Half[]): string {
  const columns = halves.map((half) => graded.filter((one) => one.half === half));
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...halves]),
    `|---|${'---:|'.repeat(halves.length)}`,
    line(['orders', ...columns.map((column) => column.length)]),
    ...ROWS.map(([what, count]) => line([what, ...columns.map((column) => share(count(column)))])),
  ].join('\n');
}

/** Whole orders exactly right for each kind of phrase; empty where the corpus tells no kinds. */
export function toKinds(graded: Graded[], halves: readonly Half[]): string {
  const kinds = [...new Set(graded.flatMap(({ phrase }) => phrase.kind ?? []))];
  if (kinds.length === 0) return '';
  const rows = kinds.map((kind) => {
    const of = graded.filter(({ phrase }) => phrase.kind === kind);
    const cells = halves.map((half) => {
      const here = of.filter((one) => one.half === half);
      return share([here.filter(({ verdict }) => verdict.exact).length, here.length]);
    });
    return `| ${[kind, ...cells].join(' | ')} |`;
  });
  return [
    `| exactly right, by kind | ${halves.join(' | ')} |`,
    `|---|${'---:|'.repeat(halves.length)}`,
    ...rows,
  ].join('\n');
}

function share([part, whole]: Count): string {
  return whole === 0 ? 'none' : `${part} of ${whole}: ${((100 * part) / whole).toFixed(1)} %`;
}

function sum(all: Graded[], count: (verdict: Verdict) => number): number {
  return all.reduce((total, { verdict }) => total + count(verdict), 0);
}
