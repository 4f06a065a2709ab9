import { parseOrder } from '../../src/order/parse';
import { ticketText } from '../../src/order/ticket-text';
import { isTimeZone, localText, readTime, toDate, toUtc } from '../../src/order/time';
import { newYork, oneItem, problemsOf } from './shops';

const zone = 'America/New_York';

describe('a time with an offset keeps it', () => {
  it.each([
    ['2026-11-27T19:15:00-05:00', '2026-11-27T19:15:00-05:00'],
    ['2026-11-27T19:15-05:00', '2026-11-27T19:15:00-05:00'],
    ['2026-11-27T19:15:00-0500', '2026-11-27T19:15:00-05:00'],
    ['2026-11-27 19:15:00 -0500', '2026-11-27T19:15:00-05:00'],
    ['2026-11-27T19:15:00+05:30', '2026-11-27T19:15:00+05:30'],
    ['2026-11-27T19:15:00.999+01:00', '2026-11-27T19:15:00+01:00'],
    ['2026-11-27T19:15:00+00:00', '2026-11-27T19:15:00+00:00'],
    ['2026-11-27T19:15:00-00:00', '2026-11-27T19:15:00+00:00'],
    ['2026-11-28T00:15:00Z', '2026-11-28T00:15:00Z'],
    ['2026-11-28t00:15:00z', '2026-11-28T00:15:00Z'],
    ['2026-11-28T00:15:00.123456Z', '2026-11-28T00:15:00Z'],
    ['2028-02-29T12:00:00Z', '2028-02-29T12:00:00Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
  ])('%s is %s', (text, stored) => {
    expect(readTime(text, zone)).toBe(stored);
    expect(readTime(stored, zone)).toBe(stored);
  });
});

describe("a time without an offset is the shop's wall clock", () => {
  it.each([
    ['2026-11-27T19:15', zone, '2026-11-27T19:15:00-05:00'],
    [' 2026-07-04 19:15:30 ', zone, '2026-07-04T19:15:30-04:00'],
    ['2026-07-04T19:15', 'Asia/Tokyo', '2026-07-04T19:15:00+09:00'],
    ['2026-07-04T19:15', 'Asia/Kolkata', '2026-07-04T19:15:00+05:30'],
    ['2026-07-04T19:15', 'Europe/London', '2026-07-04T19:15:00+01:00'],
    ['2026-07-04T19:15', 'UTC', '2026-07-04T19:15:00+00:00'],
  ])('%s in %s is %s', (text, where, stored) => {
    expect(readTime(text, where)).toBe(stored);
  });

  it.each([
    ['2026-11-01T01:30', zone, '2026-11-01T01:30:00-04:00'],
    ['2026-11-01T02:00', zone, '2026-11-01T02:00:00-05:00'],
    ['2026-10-25T01:30', 'Europe/London', '2026-10-25T01:30:00+01:00'],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-05T01:45:00+11:00'],
  ])('%s in %s happens twice and means the first, %s', (text, where, stored) => {
    expect(readTime(text, where)).toBe(stored);
  });

  it.each([
    ['2026-03-08T02:30', zone, '2026-03-08T03:30:00-04:00'],
    ['2026-03-29T01:30', 'Europe/London', '2026-03-29T02:30:00+01:00'],
    ['2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-04T02:40:00+11:00'],
  ])('%s in %s does not exist and moves forward, to %s', (text, where, stored) => {
    expect(readTime(text, where)).toBe(stored);
  });
});

describe('what is no time is refused with an example', () => {
  it.each([
    'seven',
    'tomorrow at 7',
    '7:15 PM',
    '19:15',
    '2026-11-27',
    '11/27/2026 19:15',
    '27.11.2026 19:15',
    '2026-02-30T12:00',
    '2027-02-29T12:00:00Z',
    '2026-13-01T12:00',
    '2026-00-10T12:00',
    '2026-11-31T12:00:00-05:00',
    '2026-11-27T24:00',
    '2026-11-27T25:00Z',
    '2026-11-27T19:60',
    '2026-11-27T19:15:61',
    '2026-11-27T19:15:00-05',
    '2026-11-27T19:15:00+25:00',
    '2026-11-27T19:15:00-05:00[America/New_York]',
    '2026-11-27T19:15:00 EST',
    '+012026-11-27T19:15:00Z',
    '2026-W48-5T19:15',
    'T19:15Z',
    1_764_184_267_000,
    true,
    ['2026-11-27T19:15'],
    {},
  ])('%j', (requested_at) => {
    const problems = problemsOf(oneItem({}, { timing: { requested_at } }));
    expect(problems).toEqual([
      {
        path: 'timing.requested_at',
        message: expect.stringMatching(/ is not a time; write one like "2026-11-27T19:15:00-05:00"\.$/),
      },
    ]);
  });

  it.each([undefined, null, '', '  '])('no time at all, %j, is as soon as possible', (requested_at) => {
    const order = parseOrder(oneItem({}, { timing: { requested_at } }), newYork);
    expect(order.timing.requested_at).toBeNull();
  });
});

describe("a moment on the shop's wall clock", () => {
  it.each([
    ['2026-11-27T19:15:00-05:00', 'Fri 27 Nov, 7:15 PM'],
    ['2026-11-28T00:15:00Z', 'Fri 27 Nov, 7:15 PM'],
    ['2026-11-28T05:00:00Z', 'Sat 28 Nov, 12:00 AM'],
    ['2026-11-28T02:15:00+02:00', 'Fri 27 Nov, 7:15 PM'],
    ['2026-11-01T01:30:00-04:00', 'Sun 1 Nov, 1:30 AM (UTC-04:00)'],
    ['2026-11-01T01:30:00-05:00', 'Sun 1 Nov, 1:30 AM (UTC-05:00)'],
    ['2026-10-31T22:00:00-04:00', 'Sat 31 Oct, 10:00 PM (UTC-04:00)'],
    ['2026-11-01T19:00:00-05:00', 'Sun 1 Nov, 7:00 PM'],
    ['2026-03-08T03:30:00-04:00', 'Sun 8 Mar, 3:30 AM (UTC-04:00)'],
  ])('%s reads %s, with the offset on the night the clock changes', (stored, said) => {
    expect(localText(stored, zone)).toBe(said);
  });

  it('the ticket prints the offset on that night', () => {
    const order = parseOrder(oneItem({}, { timing: { requested_at: '2026-11-01T01:30' } }), newYork);
    expect(ticketText(order, { timezone: zone })).toContain('WANTED: Sun 1 Nov, 1:30 AM (UTC-04:00)');
  });
});

it('turns stored times to dates and to UTC', () => {
  expect(toDate('2026-11-27T19:15:00-05:00')).toEqual(new Date('2026-11-28T00:15:00Z'));
  expect(toUtc('2026-11-27T19:15:00-05:00')).toBe('2026-11-28T00:15:00Z');
});

it('knows which time zones exist', () => {
  expect(['America/New_York', 'UTC', 'Mars/Base', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
