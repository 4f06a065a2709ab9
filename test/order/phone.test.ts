import { flatFields } from '../../src/order/flat';
import { parseOrder } from '../../src/order/parse';
import { toE164 } from '../../src/order/phone';
import { newYork, oneItem, problemsOf } from './shops';

describe('a phone number as said or typed becomes E.164', () => {
  it.each([
    ['415 555 0123', 'US', '+14155550123'],
    ['(415) 555-0123', 'US', '+14155550123'],
    ['+1 415 555 0123', 'US', '+14155550123'],
    ['1-415-555-0123', 'US', '+14155550123'],
    ['415.555.0123', 'CA', '+14155550123'],
    ['+44 20 7946 0958', 'US', '+442079460958'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['03-1234-5678', 'JP', '+81312345678'],
    ['+965 2234 5678', 'US', '+96522345678'],
    ['2234 5678', 'KW', '+96522345678'],
    ['555 0123', 'US', null],
    ['12', 'US', null],
    ['unknown', 'US', null],
    ['', 'US', null],
    ['4111 1111 1111 1111', 'US', null],
    ['415 555 0123', 'XX', null],
    ['+1 415 555 0123', 'XX', '+14155550123'],
  ])('%j in %s is %j', (raw, country, e164) => {
    expect(toE164(raw, country)).toBe(e164);
  });
});

it('keeps the raw text, also of a number nobody can call', () => {
  const parsed = (phone: string) => parseOrder(oneItem({}, { customer: { phone } }), newYork);
  expect(parsed('(415) 555-0123').customer.phone).toBe('(415) 555-0123');
  expect(flatFields(parsed('(415) 555-0123'), newYork).phone_e164).toBe('+14155550123');
  expect(parsed('ask Joe').customer.phone).toBe('ask Joe');
  expect(flatFields(parsed('ask Joe'), newYork).phone_e164).toBeNull();
});

it('does not repeat a phone number in an error', () => {
  const problems = problemsOf(oneItem({}, { customer: { phone: 14_155_550_123 } }));
  expect(problems).toEqual([
    { path: 'customer.phone', message: 'is a number; write it as text, in quotes.' },
  ]);
});
