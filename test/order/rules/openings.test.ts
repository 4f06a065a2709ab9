import { earliestFor, hasRoom, openingsAround } from '../../../src/order/rules/openings';
import type { OpeningHours } from '../../../src/order/shop';

const zone = 'America/New_York';
const entry = (day: number, open: string, close: string, more: Partial<OpeningHours> = {}): OpeningHours => ({
  day,
  service: 'pickup',
  open,
  close,
  last_order: null,
  ...more,
});
/** Every day the same. */
const daily = (open: string, close: string, more: Partial<OpeningHours> = {}) =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => entry(day, open, close, more));
const isOpen = (hours: OpeningHours[], at: string, timezone = zone) => {
  const kitchenAt = Date.parse(at);
  return openingsAround({ timezone, hours }, 'pickup', kitchenAt).some((opening) =>
    hasRoom(opening, { kitchenAt, wantedAt: null }),
  );
};

describe('when a shop takes orders', () => {
  const late = daily('11:00', '01:00', { last_order: '00:30' });
  it.each([
    ['before it opens', '2026-11-27T10:59:59-05:00', false],
    ['as it opens', '2026-11-27T11:00:00-05:00', true],
    ['at midnight', '2026-11-28T00:00:00-05:00', true],
    ['at the last order', '2026-11-28T00:30:00-05:00', true],
    ['after the last order, though it is open', '2026-11-28T00:31:00-05:00', false],
    ['after it closed', '2026-11-28T01:30:00-05:00', false],
  ])('%s', (_when, at, expected) => {
    expect(isOpen(late, at)).toBe(expected);
  });

  it('counts what comes after midnight to the day before: Friday’s night ends on Saturday', () => {
    const friday = [entry(5, '18:00', '02:00')];
    expect(isOpen(friday, '2026-11-28T01:59:00-05:00')).toBe(true);
    expect(isOpen(friday, '2026-11-27T01:59:00-05:00')).toBe(false);
  });

  it('closes between lunch and dinner', () => {
    const both = [...daily('11:00', '14:00'), ...daily('17:00', '22:00')];
    const times = ['13:59', '14:00', '16:59', '17:00'];
    expect(times.map((time) => isOpen(both, `2026-11-27T${time}:00-05:00`))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('is open around the clock where opening and closing are the same', () => {
    const always = daily('00:00', '00:00');
    expect(['00:00', '04:00', '23:59'].every((time) => isOpen(always, `2026-11-27T${time}:00-05:00`))).toBe(
      true,
    );
  });

  it('keeps hours of their own for a service, and those of the shop for the others', () => {
    const hours = [...daily('11:00', '22:00'), ...daily('18:00', '20:00', { service: 'delivery' })];
    const at = Date.parse('2026-11-27T12:00:00-05:00');
    const first = (service: 'delivery' | 'dine_in') =>
      openingsAround({ timezone: zone, hours }, service, at).find(({ close }) => close > at)?.open;
    expect(first('delivery')).toBe(Date.parse('2026-11-27T18:00:00-05:00'));
    expect(first('dine_in')).toBe(Date.parse('2026-11-27T11:00:00-05:00'));
  });
});

describe('on the nights when the clock changes', () => {
  it('closes at the first of two half past ones', () => {
    const bar = [entry(6, '20:00', '01:30')];
    expect(isOpen(bar, '2026-11-01T01:29:00-04:00')).toBe(true);
    expect(isOpen(bar, '2026-11-01T01:29:00-05:00')).toBe(false);
  });

  it('closes later by the clock where the hour it closes in does not exist', () => {
    const bar = [entry(6, '20:00', '02:30')];
    expect(isOpen(bar, '2026-03-08T03:29:00-04:00')).toBe(true);
    expect(isOpen(bar, '2026-03-08T03:30:00-04:00')).toBe(false);
  });

  it('opens at eleven on the clock before and after', () => {
    const hours = daily('11:00', '22:00');
    expect(isOpen(hours, '2026-10-31T11:00:00-04:00')).toBe(true);
    expect(isOpen(hours, '2026-11-01T11:00:00-05:00')).toBe(true);
    expect(isOpen(hours, '2026-11-01T11:00:00-04:00')).toBe(false);
  });

  it('works where the clock moves by half an hour', () => {
    const hours = daily('11:00', '02:10');
    expect(isOpen(hours, '2026-10-04T02:39:00+11:00', 'Australia/Lord_Howe')).toBe(true);
    expect(isOpen(hours, '2026-10-04T02:40:00+11:00', 'Australia/Lord_Howe')).toBe(false);
  });
});

describe('a meal for later', () => {
  const at = (time: string) => Date.parse(`2026-11-27T${time}:00-05:00`);
  const [opening] = openingsAround(
    { timezone: zone, hours: [entry(5, '11:00', '22:00', { last_order: '21:30' })] },
    'pickup',
    at('09:00'),
  );
  it.each([
    ['at opening', '11:00', true],
    ['before opening', '10:50', false],
    ['as long as the kitchen has the ticket by the last order', '21:50', true],
    ['not where it would get the ticket after it', '21:55', false],
    ['not after closing', '22:05', false],
  ])('%s', (_when, time, expected) => {
    const lead = 20 * 60_000;
    expect(opening && hasRoom(opening, { wantedAt: at(time), kitchenAt: at(time) - lead })).toBe(expected);
  });

  it('can be promised for a round time, at the earliest when it is ready, or when the shop opens', () => {
    const openings = opening ? [opening] : [];
    const earliest = (now: string) => earliestFor(openings, { now: at(now), lead: 20 * 60_000 });
    expect(earliest('12:02')).toBe(at('12:25'));
    expect(earliest('08:00')).toBe(at('11:00'));
    expect(earliest('21:45')).toBeNull();
  });
});
