import fc from 'fast-check';
import { holdsCardNumber } from '../../src/order/card-number';
import { parseOrder } from '../../src/order/parse';
import { sampleOrder } from '../../src/order/sample';
import { newYork, oneItem, problemsOf } from './shops';

const refusal =
  'looks like a payment card number. Card numbers are never taken or stored; remove it and take payment in the POS.';

describe('a card number in a text is seen', () => {
  it.each([
    ['16 digits', '4111111111111111'],
    ['spaced', '4111 1111 1111 1111'],
    ['dashed', '4111-1111-1111-1111'],
    ['with dots', '4111.1111.1111.1111'],
    ['with wide gaps', '4111 - 1111 - 1111 - 1111'],
    ['over two lines', '4111 1111\n1111 1111'],
    ['with no-break spaces', '4111\u00a01111\u00a01111\u00a01111'],
    ['with long dashes', '4111–1111–1111–1111'],
    ['in full-width digits', '４１１１１１１１１１１１１１１１'],
    ['in a sentence', 'card is 4111 1111 1111 1111, thanks'],
    ['after a colon', 'card:4111111111111111'],
    ['followed by expiry and code', '4111 1111 1111 1111 12/27 123'],
    ['followed by the code', '4111111111111111 123'],
    ['after another number', '2 4111 1111 1111 1111'],
    ['after four digits', '0123 4111 1111 1111 1111'],
    ['Amex', '3782 822463 10005'],
    ['Diners, 14 digits', '30569309025904'],
    ['13 digits', '4222222222222'],
    ['19 digits', '6304000000000000000'],
    ['Mastercard, 2 series', '2223003122003222'],
  ])('%s', (_, text) => {
    expect(holdsCardNumber(text)).toBe(true);
  });
});

describe('other numbers are left alone', () => {
  it.each([
    ['a wrong check digit', '4111111111111112'],
    ['12 digits', '411111111116'],
    ['20 digits', '41111111111111111111'],
    ['a Twilio SID', 'CA4111111111111111aaaaaaaaaaaaaaaa'],
    ['a SID in digits', 'SM41111111111111111111111111111111'],
    ['a GUID', '4f1c2a9e-4111-4111-8111-111111111111'],
    ['a GUID that begins like a card', '41111111-1111-1111-abcd-1234567890ab'],
    ['a GUID of digits', '41111111-1111-4111-8111-111111111111'],
    ['a timestamp in milliseconds', '1764184267008'],
    ['a timestamp in microseconds', '1764184267000003'],
    ['a phone number in a note', 'call +49 15123456789 or +1 617 555 0123'],
    ['two phone numbers', '617 555 0123, 617 555 0199'],
    ['a national number', '015123456789018'],
    ['digits inside a word', 'ref4111111111111111x'],
    ['prices', '12.99 13.99 14.99 15.99'],
    ['no digits', 'ring twice'],
  ])('%s', (_, text) => {
    expect(holdsCardNumber(text)).toBe(false);
  });

  it('and every time of the last years in milliseconds', () => {
    const millis = fc.integer({ min: 1_000_000_000_000, max: 1_999_999_999_999 });
    fc.assert(fc.property(millis, (time) => !holdsCardNumber(String(time))));
  });
});

describe('an order that holds one is refused, wherever it stands', () => {
  const card = '4111 1111 1111 1111';
  it.each([
    ['notes', { notes: card }],
    ['external_ref', { external_ref: card }],
    ['source.transcript', { source: { transcript: `my card is ${card} ok` } }],
    ['customer.name', { customer: { name: card } }],
    ['customer.phone', { customer: { phone: card } }],
    ['payment.reference', { payment: { reference: '4111111111111111' } }],
    ['delivery.instructions', { delivery: { instructions: card } }],
    ['charges[0].name', { charges: [{ name: card, amount: 1 }] }],
    ['allergy_note', { allergy_note: card }],
  ])('%s', (path, order) => {
    expect(problemsOf(oneItem({}, order))).toEqual([{ path, message: refusal }]);
  });

  it.each([
    ['items[0].name', { name: card }],
    ['items[0].notes', { notes: card }],
    ['items[0].options[0].name', { options: [{ name: card }] }],
    ['items[0].options[0]', { options: [card] }],
    ['items[0].options_text', { options_text: `no onions; ${card}` }],
  ])('%s', (path, item) => {
    expect(problemsOf(oneItem(item))).toEqual([{ path, message: refusal }]);
  });

  it('names every place', () => {
    const problems = problemsOf(oneItem({ notes: card }, { notes: card, payment: { method: card } }));
    expect(problems.map(({ path }) => path).sort()).toEqual(['items[0].notes', 'notes', 'payment.method']);
  });

  it('also in a field that is not known, however deep', () => {
    const problems = problemsOf(oneItem({}, { card: { details: [{ pan: card }] } }));
    expect(problems).toContainEqual({ path: 'card.details[0].pan', message: refusal });
  });

  it('never repeats it in an error', () => {
    const number = '4111111111111111';
    const inputs = [
      oneItem(
        { quantity: number, price: number, allergy: number },
        { currency: number, tip: Number(number) },
      ),
      oneItem({}, { timing: { requested_at: number }, service: { type: number }, charges: number }),
      oneItem({}, { payment: { state: number }, notes: Number(number), customer: number }),
      number,
    ];
    expect(JSON.stringify(inputs.map((input) => problemsOf(input)))).not.toContain(number);
  });
});

it('takes a phone number that passes Luhn by chance', () => {
  const order = parseOrder(oneItem({}, { customer: { phone: '3056 930 902 5904' } }), newYork);
  expect(holdsCardNumber('30569309025904')).toBe(true);
  expect(order.customer.phone).toBe('3056 930 902 5904');
});

it('takes the sample order with its SIDs', () => {
  expect(problemsOf(sampleOrder)).toEqual([]);
});
