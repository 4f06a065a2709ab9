import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare } from '../../bench/interleave';
import { SUITES } from '../../bench/options';
import { abba } from '../../bench/pairs';
import { replaceSection } from '../../bench/results';
import { toMarkdown, toRow } from '../../bench/section';

const runs = abba(3).map((side, n) => ({ side, value: { speed: [80, 100, 100, 60, 90, 100][n] ?? 0 } }));
const compared = compare(runs, ({ speed }) => speed);

it('tells the median of the pairs, the least and the most of them, and both sides', () => {
  expect(compared).toEqual({ median: 0.8, least: 0.6, most: 0.9, spread: 0.25, a: 80, b: 100 });
});

it.each([
  [{ least: 0.75 }, true],
  [{ least: 0.81 }, false],
  [{ most: 1.2 }, true],
  [{ most: 0.79 }, false],
])('holds the median against the goal %j', (goal, met) => {
  expect(toRow('speed', compared, { goal, unit: 'a second' }).met).toBe(met);
});

it('says plainly which goal is missed', () => {
  const row = toRow('speed', compared, { goal: { least: 1 }, unit: 'a second' });
  const section = { suite: 'post', title: 'Post', setting: 'As it is.', rows: [row] };
  expect(toMarkdown(section)).toContain(
    '| speed | 0.80 (0.60 to 0.90); 80.0 against 100 a second; A/A 25 % | ≥ 1 | **no** |',
  );
});

it('writes between its marks and leaves what people wrote', () => {
  const text =
    'before\n<!-- post: npm run bench writes this -->\nold\n<!-- /post -->\nafter\n<!-- wire: npm run bench writes this -->\nkept\n<!-- /wire -->';
  expect(replaceSection(text, 'post', 'new')).toBe(text.replace('old', 'new'));
  expect(() => replaceSection(text, 'memory', 'new')).toThrow('no place for memory');
});

it('has a place for every suite in results.md', () => {
  const text = readFileSync(join(__dirname, '../../bench/results.md'), 'utf8');
  for (const suite of SUITES) expect(() => replaceSection(text, suite, '')).not.toThrow();
});
