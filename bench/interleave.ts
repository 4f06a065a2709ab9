import { abba, median, pairedRatios, type Run, type Side, spread } from './pairs';

/** Above this difference of equal runs a comparison is made once more. */
const NOISY = 0.15;

/** Runs both sides by turns, and all of it once more where the machine was too restless; the steadier of the two is kept. */
export async function interleave<T>(
  pairs: number,
  { run, steadiness }: { run: (side: Side) => Promise<T>; steadiness: (value: T) => number },
): Promise<Run<T>[]> {
  const measure = async () => {
    const runs: Run<T>[] = [];
    for (const side of abba(pairs)) runs.push({ side, value: await run(side) });
    return { runs, noise: spread(numbers(runs, steadiness)) };
  };
  const first = await measure();
  if (first.noise <= NOISY) return first.runs;
  const second = await measure();
  return second.noise < first.noise ? second.runs : first.runs;
}

export type Compared = { median: number; least: number; most: number; spread: number; a: number; b: number };

/** What the pairs say about one number of their runs. */
export function compare<T>(runs: Run<T>[], of: (value: T) => number): Compared {
  const measured = numbers(runs, of);
  const ratios = pairedRatios(measured);
  const middleOf = (side: Side) =>
    median(measured.filter((run) => run.side === side).map(({ value }) => value));
  return {
    median: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    spread: spread(measured),
    a: middleOf('a'),
    b: middleOf('b'),
  };
}

function numbers<T>(runs: Run<T>[], of: (value: T) => number): Run<number>[] {
  return runs.map(({ side, value }) => ({ side, value: of(value) }));
}
