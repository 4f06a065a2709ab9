import { DELIVERY_RULES } from '../../src/sandbox/delivery-rules';
import type { StaffedVendor } from '../../src/sandbox/sandbox';

const call = {
  id: 'event-1',
  at: new Date('2026-11-24T18:00:00Z'),
  url: 'https://shop.example/hook',
  headers: { 'content-type': 'application/json' },
  body: '{}',
};

/** What each vendor's documentation says of answers that are no 2xx. */
it.each<[StaffedVendor, number, number[], (number | null)[], (number | null)[]]>([
  ['square', 10_000, [60, 120, 240, 480], [null, 302, 400, 404, 500], []],
  ['toast', 2_000, [300, 600], [null, 404, 429, 500, 503], [301, 400, 401, 403, 410]],
  ['clover', 10_000, [], [], [null, 404, 500]],
  ['lightspeed', 10_000, [], [], [null, 404, 500]],
  ['deliverect', 20_000, [], [], [null, 404, 500]],
])('%s waits %i ms and repeats after %j seconds', (vendor, timeoutMs, waits, repeated, lost) => {
  const rules = DELIVERY_RULES[vendor];
  expect([rules.timeoutMs, rules.repeatAfterSeconds]).toEqual([timeoutMs, waits]);
  expect(repeated.filter((status) => !rules.repeats({ status, unsent: false }))).toEqual([]);
  expect(lost.filter((status) => rules.repeats({ status, unsent: false }))).toEqual([]);
});

it('lets Twilio repeat once, and only what reached nobody', () => {
  const { timeoutMs, repeatAfterSeconds, repeats } = DELIVERY_RULES.twilio;
  expect([timeoutMs, repeatAfterSeconds]).toEqual([15_000, [0]]);
  expect(repeats({ status: null, unsent: true })).toBe(true);
  expect([null, 404, 500].filter((status) => repeats({ status, unsent: false }))).toEqual([]);
});

it('marks a repeat as the vendor does, and changes neither its id nor its body', () => {
  const repeat = (vendor: StaffedVendor, status: number | null) =>
    DELIVERY_RULES[vendor].toRepeat(call, { number: 2, status });
  expect(repeat('square', null).headers).toMatchObject({
    'square-retry-number': '2',
    'square-retry-reason': 'http_timeout',
  });
  expect(repeat('square', 500).headers).toMatchObject({ 'square-retry-reason': 'http_error' });
  expect(repeat('toast', 500).headers).toMatchObject({ 'toast-attempt-number': '3' });
  for (const vendor of ['square', 'toast'] as const)
    expect(repeat(vendor, 500)).toMatchObject({ id: call.id, url: call.url, body: call.body });
});
