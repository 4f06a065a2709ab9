import { abba, median, pairedRatios, percentile, type Run, spread } from '../../bench/pairs';

const runs = (values: number[]): Run<number>[] =>
  abba(values.length / 2).map((side, n) => ({ side, value: values[n] ?? 0 }));

it('lets each side go first as often as the other', () => {
  expect(abba(4).join('')).toBe('abbaabba');
});

it('compares each run with the one beside it, whoever went first', () => {
  expect(pairedRatios(runs([10, 20, 20, 30]))).toEqual([0.5, 1.5]);
});

it('is not fooled by a machine that becomes slower all the time', () => {
  const drifting = runs([100, 90, 80, 70, 60, 50, 40, 30]);
  const ratios = pairedRatios(drifting);
  expect(median(ratios)).toBeCloseTo((100 / 90 + 40 / 50 + 70 / 80 + 60 / 50) / 4, 1);
});

it('tells how far two equal runs differ, from neighbours of the same side', () => {
  expect(spread(runs([10, 20, 22, 30, 33, 40]))).toBeCloseTo(0.1);
  expect(spread(runs([10, 20]))).toBe(0);
});

it('refuses runs that are no pairs', () => {
  const same: Run<number>[] = [
    { side: 'a', value: 1 },
    { side: 'a', value: 2 },
  ];
  expect(() => pairedRatios(same)).toThrow('A pair without b');
});

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[7], 7],
])('knows the median of %j', (values, expected) => {
  expect(median(values)).toBe(expected);
});

it.each([
  [0.5, 50],
  [0.99, 99],
  [1, 100],
  [0, 1],
])('knows the percentile %d of 1 to 100', (share, expected) => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(values, share)).toBe(expected);
});
