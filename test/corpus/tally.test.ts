import type { Verdict } from './compare';
import { toErrors } from './errors';
import { HALVES, type Half, halfOf } from './halves';
import { readOptions } from './options';
import { type Graded, toKinds, toTable } from './tally';

const RIGHT: Verdict = {
  exact: true,
  asked: false,
  items: { meant: 1, right: 1 },
  options: { meant: 2, found: 2, right: 2, actionRight: 2 },
  differences: 0,
};
const WRONG: Verdict = {
  ...RIGHT,
  exact: false,
  options: { meant: 2, found: 2, right: 1, actionRight: 1 },
  differences: 1,
};
const graded = (said: string, half: Half, verdict: Verdict): Graded => ({
  phrase: { said, means: { lines: [] }, kind: 'short' },
  half,
  reading: { lines: [], asked: verdict.asked, service: null, at: null, words: '' },
  verdict,
});
const all = [
  graded('one', 'tuning', RIGHT),
  graded('two', 'tuning', { ...WRONG, asked: true, differences: 9 }),
  graded('three', 'tuning', WRONG),
  graded('four', 'tuning', { ...WRONG, differences: 3 }),
  // A question where one was called for is no fault.
  graded('five', 'held-out', { ...RIGHT, asked: true }),
];

it('tells for each half what is right, asked, and wrong without asking', () => {
  const rows = toTable(all, HALVES).split('\n');
  expect(rows[0]).toBe('|  | tuning | held-out |');
  expect(rows.slice(2)).toEqual([
    '| orders | 4 | 1 |',
    '| **whole order exactly right** | 1 of 4: 25.0 % | 1 of 1: 100.0 % |',
    '| not sure: the product asked | 1 of 4: 25.0 % | 0 of 1: 0.0 % |',
    '| **confidently wrong** | 2 of 4: 50.0 % | 0 of 1: 0.0 % |',
    '| item right (dish, size, number) | 4 of 4: 100.0 % | 1 of 1: 100.0 % |',
    '| option right (found, with action, half and number) | 5 of 8: 62.5 % | 2 of 2: 100.0 % |',
    '| option action right (of the options found) | 5 of 8: 62.5 % | 2 of 2: 100.0 % |',
  ]);
  expect(toKinds(all, ['tuning'])).toContain('| short | 1 of 4: 25.0 % |');
});

it('shows what is confidently wrong first, then what differs most', () => {
  const order = (most: number) => [...toErrors(all, most).matchAll(/"(\w+)"/g)].map(([, said]) => said);
  expect(order(9)).toEqual(['four', 'three', 'two']);
  expect(order(1)).toEqual(['four']);
});

it('puts a phrase into the same half for ever', () => {
  expect(['two teas', 'one tea', 'a tea please', 'tea'].map(halfOf)).toEqual([
    'tuning',
    'held-out',
    'tuning',
    'held-out',
  ]);
});

it.each([
  [['--errors', 'many'], '--errors is "many"; write a whole number.'],
  [['--half', 'best'], '--half is "best"; write tuning, held-out or all.'],
  [['--write', '--half', 'tuning'], '--write writes both halves; leave --half out.'],
])('refuses %j in words', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
