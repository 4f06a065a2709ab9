import { maskGuest, maskHeaders, maskSecret } from '../../src/pos/mask';

it.each([
  ['Bearer sandbox-square-token', 'Bearer …oken'],
  ['Basic dXNlcjpwYXNzd29yZA==', 'Basic …ZA=='],
  ['bearer abcdefghijkl', 'bearer …ijkl'],
  ['EAAAl-very-secret', '…cret'],
  ['12345678', '…'],
  ['Bearer short', 'Bearer …'],
  ['', '…'],
])('shows of %j only %j', (secret, shown) => {
  expect(maskSecret(secret)).toBe(shown);
});

it('masks the headers that carry credentials, however they are written, and no others', () => {
  expect(
    maskHeaders({
      Authorization: 'Bearer sandbox-token',
      'X-API-Key': 'key-123456789',
      accept: 'application/json',
    }),
  ).toEqual({ Authorization: 'Bearer …oken', 'X-API-Key': '…6789', accept: 'application/json' });
});

describe("a vendor's words, as an error quotes them", () => {
  it.each([
    ['Value "+1 (617) 555-0123" is no phone number', 'Value "…" is no phone number'],
    ['`+16175550123` is invalid', '`…` is invalid'],
    ['617.555.0123', '…'],
    ['ann_lee@example.com is not an e-mail', '… is not an e-mail'],
    ['Field must not be greater than 500 in length.', 'Field must not be greater than 500 in length.'],
    ['Order SQORDERSANDBOX1001 already exists', 'Order SQORDERSANDBOX1001 already exists'],
    ['pickup_at 2026-11-27T19:15:00Z has passed', 'pickup_at 2026-11-27T19:15:00Z has passed'],
    ['total_money amount of 14997 is not divisible', 'total_money amount of 14997 is not divisible'],
  ])('%s', (said, quoted) => {
    expect(maskGuest(said)).toBe(quoted);
  });
  it('are short', () => {
    expect(maskGuest('x'.repeat(5000))).toHaveLength(200);
  });
});
