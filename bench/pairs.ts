/** The two that are compared. */
export type Side = 'a' | 'b';
/** What one side did in one slice of time. */
export type Run<T> = { side: Side; value: T };

/** Who runs when: A B, B A, A B, …: what drifts (the machine, the file) meets both alike, and neighbours of one side tell how much. */
export function abba(pairs: number): Side[] {
  return Array.from({ length: pairs }, (_, n): Side[] => (n % 2 === 0 ? ['a', 'b'] : ['b', 'a'])).flat();
}

/** A divided by B for each pair of runs that follow each other. */
export function pairedRatios(runs: Run<number>[]): number[] {
  return Array.from({ length: Math.floor(runs.length / 2) }, (_, n) => {
    const pair = runs.slice(2 * n, 2 * n + 2);
    return measuredOn(pair, 'a') / measuredOn(pair, 'b');
  });
}

function measuredOn(pair: Run<number>[], side: Side): number {
  const found = pair.find((run) => run.side === side);
  if (!found) throw new Error(`A pair without ${side}: the runs are not in the order of abba().`);
  return found.value;
}

/** How far two runs of the same side, one right after the other, differ: the median of the larger by the smaller, minus 1. */
export function spread(runs: Run<number>[]): number {
  const differences = runs.flatMap(({ side, value }, n) => {
    const next = runs[n + 1];
    return next?.side === side ? [Math.max(value, next.value) / Math.min(value, next.value) - 1] : [];
  });
  return differences.length === 0 ? 0 : median(differences);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((x, y) => x - y);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) throw new Error('No median of nothing.');
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? upper) + upper) / 2 : upper;
}

/** The value that this share of all values does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((x, y) => x - y);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('No percentile of nothing.');
  return found;
}
