import { fitText } from '../../src/pos/fit-text';

it.each([
  ['fits', 'abc', 3, 'abc'],
  ['is one too long', 'abcd', 3, 'abc'],
  ['ends in an emoji that does not fit', 'ab🍕', 3, 'ab'],
  ['ends in an emoji that fits', 'ab🍕c', 4, 'ab🍕'],
  ['has an accent of its own', 'cafe\u0301s', 4, 'caf'],
  ['has a family of joined emoji', 'a👨‍👩‍👧‍👦', 8, 'a'],
  ['has a flag', '🇺🇸🇨🇦', 6, '🇺🇸'],
  ['is empty', '', 0, ''],
])('a text that %s is never cut inside a character', (_what, text, max, kept) => {
  expect(fitText(text, max)).toBe(kept);
});
