import { businessDay } from '../../src/order/business-day';
import { differences } from '../../src/order/differences';
import { isBeforeRelease, ORDER_STATUSES, STATUS_PATH, statusRefusal } from '../../src/order/status';

describe('status', () => {
  it('moves to every later step and never to an earlier one', () => {
    STATUS_PATH.forEach((from, at) => {
      STATUS_PATH.forEach((to, index) => {
        expect([from, to, statusRefusal(from, to) === null]).toEqual([from, to, index >= at]);
      });
    });
  });

  it('ends once: rejected, cancelled, expired and completed lead nowhere', () => {
    for (const end of ['rejected', 'cancelled', 'expired', 'completed'] as const) {
      const next = ORDER_STATUSES.filter((to) => to !== end && statusRefusal(end, to) === null);
      expect(next).toEqual([]);
    }
  });

  it('can be ended from anywhere before the end', () => {
    for (const from of STATUS_PATH.slice(0, -1)) expect(statusRefusal(from, 'cancelled')).toBeNull();
  });

  it('allows changes until the ticket is sent', () => {
    expect(ORDER_STATUSES.filter(isBeforeRelease)).toEqual(['held', 'received', 'scheduled']);
  });
});

describe('the business day', () => {
  const late = { day: 5, open: '11:00', close: '01:00' };
  const shop = (hours: { day: number; open: string; close: string }[]) => ({
    timezone: 'America/New_York',
    hours,
  });
  const day = (local: string, hours = [late]) => businessDay(Date.parse(`${local}-05:00`), shop(hours));

  it('ends at closing: half past midnight on Saturday is Friday', () => {
    expect(day('2026-11-27T23:00:00')).toBe('2026-11-27');
    expect(day('2026-11-28T00:30:00')).toBe('2026-11-27');
    expect(day('2026-11-28T01:00:00')).toBe('2026-11-28');
  });

  it('ends at midnight after a day that closes before it', () => {
    expect(day('2026-11-27T00:30:00')).toBe('2026-11-27');
  });

  it('takes the latest closing where several services close differently', () => {
    expect(day('2026-11-28T01:30:00', [late, { ...late, close: '02:00' }])).toBe('2026-11-27');
  });

  it('ends at four in the morning where no hours are known', () => {
    expect(day('2026-11-28T03:59:00', [])).toBe('2026-11-27');
    expect(day('2026-11-28T04:00:00', [])).toBe('2026-11-28');
  });
});

describe('differences', () => {
  it('are named by path', () => {
    const first = { a: 1, b: { c: [1, { d: 2 }] }, e: null };
    expect(differences(first, structuredClone(first))).toEqual([]);
    expect(differences(first, { a: 2, b: { c: [1, { d: 3 }] }, e: {}, f: 1 })).toEqual([
      'a',
      'b.c[1].d',
      'e',
      'f',
    ]);
    expect(differences({ items: [1] }, { items: [1, 2] })).toEqual(['items']);
  });
});
