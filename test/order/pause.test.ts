import { pauseOf, pauseSentence, pauseUntil, UNTIL_RESUMED } from '../../src/order/pause';

const NOW = Date.parse('2026-11-28T00:30:20Z');
const shop = { name: "Mario's Downtown", timezone: 'America/New_York', language: 'en' };
const say = (paused_until: string, now = NOW) => {
  const pause = pauseOf({ paused_until }, now);
  return pause && pauseSentence(shop, pause, now);
};

it('is no pause where none was set, or where it has run out', () => {
  expect(pauseOf({ paused_until: null }, NOW)).toBeUndefined();
  expect(pauseOf({ paused_until: '2026-11-27T19:30:19-05:00' }, NOW)).toBeUndefined();
  expect(pauseOf({ paused_until: '2026-11-28T00:30:20Z' }, NOW)).toBeUndefined();
});

it.each([
  [
    '2026-11-28T01:01:00Z',
    "Mario's Downtown is not taking orders right now. Please try again after 8:01 PM.",
  ],
  [
    '2026-11-27T20:15:00-05:00',
    "Mario's Downtown is not taking orders right now. Please try again after 8:15 PM.",
  ],
  [
    '2026-11-28T16:00:00Z',
    "Mario's Downtown is not taking orders right now. Please try again after 11:00 AM tomorrow.",
  ],
  [UNTIL_RESUMED, "Mario's Downtown is not taking orders right now. Please try again later."],
])('says until %s on the clock of the shop', (until, sentence) => {
  expect(say(until)).toBe(sentence);
});

it('never ends before the time that is told: a pause ends on a full minute', () => {
  expect(pauseUntil(30, NOW)).toBe('2026-11-28T01:01:00Z');
  expect(pauseUntil(30, Date.parse('2026-11-28T00:30:00Z'))).toBe('2026-11-28T01:00:00Z');
});

it('lasts until somebody resumes it where no time is given', () => {
  expect(pauseOf({ paused_until: pauseUntil(null, NOW) }, NOW)).toEqual({ until: null });
});
