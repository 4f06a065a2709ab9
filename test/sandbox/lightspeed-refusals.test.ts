import {
  connect,
  DECIDED,
  fields,
  LOCATION,
  lightspeed,
  order,
  send,
  statuses,
} from '../support/lightspeed-sandbox';

beforeEach(() => lightspeed.reset());

describe('sending an order that the POS cannot take', () => {
  it.each([
    ['an unknown SKU', { items: [{ sku: 'NOPE', quantity: 1 }] }, /NOPE/],
    ['a sold-out item', { items: [{ sku: 'TIRAMISU', quantity: 1 }] }, /not available/],
    [
      'another price where none is allowed',
      { items: [{ sku: 'COKE', quantity: 1, customItemPrice: 1 }] },
      /price/,
    ],
    [
      'another name where none is allowed',
      { items: [{ sku: 'COKE', quantity: 1, customItemName: 'x' }] },
      /name/,
    ],
    [
      'an unknown instruction',
      { items: [{ sku: 'COKE', quantity: 1, modifiers: [{ modifierId: '1' }] }] },
      /instruction 1/,
    ],
    ['a missing crust', { items: [{ sku: 'LARGE-PIZZA', quantity: 1 }] }, /at least 1 of Crust/],
    [
      'two crusts',
      { items: [{ sku: 'LARGE-PIZZA', quantity: 1, subItems: [{ sku: 'CRUST-THIN', quantity: 2 }] }] },
      /at most 1/,
    ],
    [
      "another item's modifier",
      { items: [{ sku: 'COKE', quantity: 1, subItems: [{ sku: 'CRUST-PAN', quantity: 1 }] }] },
      /CRUST-PAN/,
    ],
    ['an unknown payment method', { payment: { paymentMethod: 'GOLD', paymentAmount: 1 } }, /GOLD/],
    ['too high a payment', { payment: { paymentAmount: 99 } }, /greater than the amount due/],
    ['an unknown order profile', { accountProfileCode: 'TABLE9' }, /TABLE9/],
    ['an unknown discount', { items: [{ sku: 'COKE', quantity: 1, discountCode: 'LUCKY' }] }, /LUCKY/],
    [
      'a discount that is not manual',
      { items: [{ sku: 'COKE', quantity: 1, discountCode: 'TEN', discountAmountOverride: 1 }] },
      /manual/,
    ],
  ])('says ok to %s, and only later that the POS refused', (_, part, reason) => {
    expect(send(order(part)).status).toBe(200);
    expect(statuses(DECIDED)).toMatchObject([{ status: 'FAILURE', reason: expect.stringMatching(reason) }]);
    expect(lightspeed.tickets(DECIDED)).toMatchObject([
      { visible: false, hidden_because: expect.stringMatching(reason) },
    ]);
  });
});

describe('refusing a badly made order', () => {
  it.each([
    ['no reference', { thirdPartyReference: undefined }, 'thirdPartyReference NotNull'],
    ['a long reference', { thirdPartyReference: 'x'.repeat(49) }, 'thirdPartyReference Size'],
    ['a location as text', { businessLocationId: String(LOCATION) }, 'businessLocationId typeMismatch'],
    ['no guest name', { customerInfo: {} }, 'customerInfo.firstName NotNull'],
    ['a long guest name', { customerInfo: { firstName: 'x'.repeat(129) } }, 'customerInfo.firstName Size'],
    [
      'a national phone number',
      { customerInfo: { firstName: 'A', contactNumberAsE164: '6175550100' } },
      'customerInfo.contactNumberAsE164 Pattern',
    ],
    [
      'a customer reference without an e-mail',
      { customerInfo: { firstName: 'A', thirdPartyReference: 'c1' } },
      'customerInfo.thirdPartyReference Min',
    ],
    ['a long SKU', { items: [{ sku: 'x'.repeat(26), quantity: 1 }] }, 'items[0].sku Size'],
    ['half a pizza', { items: [{ sku: 'COKE', quantity: 0.5 }] }, 'items[0].quantity typeMismatch'],
    [
      'an instruction id as a number',
      { items: [{ sku: 'COKE', quantity: 1, modifiers: [{ modifierId: 5 }] }] },
      'items[0].modifiers[0].modifierId typeMismatch',
    ],
    [
      'a note on a line',
      { items: [{ sku: 'COKE', quantity: 1, note: 'cold' }] },
      'items[0].note UnrecognizedField',
    ],
    ['a long collection code', { collectionCode: '123456789' }, 'collectionCode Size'],
    [
      'a time without its offset',
      { orderCollectionTimeAsIso8601: '2026-11-27T19:00:00' },
      'orderCollectionTimeAsIso8601 Pattern',
    ],
    [
      'a time that has passed',
      { orderCollectionTimeAsIso8601: '2026-11-27T17:59:00Z' },
      'orderCollectionTimeAsIso8601 Min',
    ],
    [
      'too little patience',
      { maxTimeToAttemptOrderDeliverToPos: 59_999 },
      'maxTimeToAttemptOrderDeliverToPos Min',
    ],
    [
      'two kinds of discount',
      { items: [{ sku: 'COKE', quantity: 1, discountAmountOverride: 1, discountPercentOverride: 1 }] },
      'items[0].discountPercentOverride Min',
    ],
    ['a payment without an amount', { payment: {} }, 'payment.paymentAmount NotNull'],
    ['a table on a takeaway', { tableNumber: '1' }, 'tableNumber UnrecognizedField'],
  ])('refuses %s at once and names the field', (_, part, problem) => {
    const reply = send(order(part));
    expect(reply.status).toBe(400);
    expect(fields(reply)).toContain(problem);
    expect(lightspeed.tickets(DECIDED)).toEqual([]);
  });
  it('refuses text that is not JSON', () => {
    expect(send('{"order":')).toMatchObject({ status: 400, json: { error: 'Bad Request' } });
  });
  it('knows only registered endpoints, in their exact case', () => {
    expect(send(order({ endpointId: 'orderwire' }))).toMatchObject({
      status: 400,
      json: { message: 'endpoint ID not found for orderwire' },
    });
  });
  it('gives a collection code to one order only', () => {
    const api = connect();
    const place = (reference: string) =>
      api('POST /o/op/1/order/toGo', {
        body: order({ thirdPartyReference: reference, collectionCode: 'A1' }),
      });
    expect(place('one').status).toBe(200);
    expect(place('two').status).toBe(400);
  });
});
