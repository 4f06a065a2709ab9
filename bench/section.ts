import type { Compared } from './interleave';

/** One line of the results: what was measured, what came out, and what was wanted of it. */
export type Row = { what: string; measured: string; goal: string; met: boolean | null };
/** What one suite found. `setting` says how it was measured. */
export type Section = { suite: string; title: string; setting: string; rows: Row[] };

type Goal = { least: number } | { most: number } | null;

/** A comparison as a line; without a goal it is only told. */
export function toRow(what: string, compared: Compared, { goal, unit }: { goal: Goal; unit: string }): Row {
  const { median, least, most, spread, a, b } = compared;
  const measured = `${ratio(median)} (${ratio(least)} to ${ratio(most)}); ${amount(a)} against ${amount(b)} ${unit}; A/A ${Math.round(spread * 100)} %`;
  if (goal === null) return { what, measured, goal: '', met: null };
  return 'least' in goal
    ? { what, measured, goal: `≥ ${goal.least}`, met: median >= goal.least }
    : { what, measured, goal: `≤ ${goal.most}`, met: median <= goal.most };
}

const ratio = (value: number) => value.toFixed(2);

/** With as many digits as mean something. */
export function amount(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
}

/** The section as it stands in results.md. */
export function toMarkdown({ title, setting, rows }: Section): string {
  const lines = rows.map(({ what, measured, goal, met }) => {
    const verdict = met === null ? '' : met ? 'yes' : '**no**';
    return `| ${what} | ${measured} | ${goal} | ${verdict} |`;
  });
  return [
    `## ${title}`,
    '',
    setting,
    '',
    '| what | measured | goal | met |',
    '|---|---|---|---|',
    ...lines,
  ].join('\n');
}
