import { HOOK_SCHEDULE_MS, hookOutcome } from '../../../src/delivery/webhook/outcome';
import { NoResponse } from '../../../src/http';

const answer = (status: number, headers: Record<string, string> = {}) =>
  hookOutcome({ status, headers, body: '' });

describe('a receiver’s answer', () => {
  it.each([
    [200, 'delivered'],
    [202, 'delivered'],
    [204, 'delivered'],
    [301, 'failed'],
    [307, 'failed'],
    [400, 'failed'],
    [401, 'failed'],
    [404, 'failed'],
    [410, 'gone'],
    [429, 'throttled'],
    [500, 'failed'],
    [503, 'failed'],
    [101, 'failed'],
  ])('%i means %s, and says so with its number', (status, outcome) => {
    expect(answer(status)).toMatchObject({
      outcome,
      message: expect.stringContaining(`answered ${status}: `),
    });
  });

  it('is waited for as long as it asks, but never longer than a day', () => {
    expect(answer(429, { 'retry-after': '120' }).retryAfterSeconds).toBe(120);
    expect(answer(503, { 'retry-after': '9'.repeat(400) }).retryAfterSeconds).toBe(86_400);
    expect(answer(503, { 'retry-after': 'Fri, 27 Nov 2026 18:00:00 GMT' }).retryAfterSeconds).toBe(0);
  });

  it.each([
    ['ECONNREFUSED', 'It gave no answer: nothing listens at its address.'],
    ['CERT_HAS_EXPIRED', 'It gave no answer: its certificate has expired.'],
    ['no reply within 15 s', 'It gave no answer: no reply within 15 s.'],
  ])('that never came is told in words: %s', (reason, message) => {
    expect(hookOutcome(new NoResponse('maybe', reason))).toMatchObject({ outcome: 'failed', message });
  });

  it('that was no is followed by seven more calls within 28 hours', () => {
    const hours = HOOK_SCHEDULE_MS.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
    expect(HOOK_SCHEDULE_MS).toHaveLength(7);
    expect(hours).toBeGreaterThan(27);
    expect(hours).toBeLessThan(28);
  });
});
