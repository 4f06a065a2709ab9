import { type Body, coke, modifier, sandbox } from '../support/clover-sandbox';

beforeEach(sandbox.restart);

describe('a cart that Clover refuses', () => {
  const refusals: [string, () => Body, Body][] = [
    ['that is empty', () => ({ lineItems: [] }), { message: 'cart_is_empty_or_missing' }],
    [
      'with an unknown item',
      () => ({ lineItems: [{ item: { id: 'NOSUCHITEM000' } }] }),
      { message: 'item_does_not_exist', details: 'NOSUCHITEM000' },
    ],
    ['with another merchant’s item', () => ({ lineItems: [coke('eu')] }), { message: 'item_does_not_exist' }],
    [
      'with an unknown modifier',
      () => ({ lineItems: [{ ...coke(), modifications: [{ modifier: { id: 'NOSUCHMOD0000' } }] }] }),
      { message: 'invalid_modifier', details: 'NOSUCHMOD0000' },
    ],
    [
      'with a modifier of another dish',
      () => ({ lineItems: [{ ...coke(), modifications: [{ modifier: modifier('Crust', 'Pan') }] }] }),
      { message: 'invalid_modifier' },
    ],
    [
      'with a line that has neither item nor price',
      () => ({ lineItems: [{ name: 'Mystery' }] }),
      { message: 'bad_request' },
    ],
    [
      'with an open-price item and no price',
      () => ({ lineItems: [{ item: { id: sandbox.idOf('us', 'items', 'Open Item') } }] }),
      { message: 'bad_request' },
    ],
    [
      'with a discount that adds money',
      () => ({ lineItems: [coke()], discounts: [{ name: 'Oops', amount: 200 }] }),
      { message: 'invalid_discount_attribute' },
    ],
    [
      'with a nameless discount',
      () => ({ lineItems: [coke()], discounts: [{ amount: -200 }] }),
      { message: 'invalid_discount_attribute' },
    ],
    [
      'with a customer it does not know',
      () => ({ lineItems: [coke()], customers: [{ id: 'NOSUCHCUST000' }] }),
      { message: 'insufficient_customer_info' },
    ],
    [
      'with an order type of another merchant',
      () => ({ lineItems: [coke()], orderType: { id: sandbox.idOf('eu', 'order_types', 'Pickup') } }),
      { message: 'bad_request' },
    ],
    ['in another currency', () => ({ lineItems: [coke()], currency: 'EUR' }), { message: 'bad_request' }],
    [
      'with a title of 128 characters',
      () => ({ lineItems: [coke()], title: 'x'.repeat(128) }),
      { message: 'bad_request' },
    ],
    [
      'with a note of 2048 characters',
      () => ({ lineItems: [coke()], note: 'x'.repeat(2048) }),
      { message: 'bad_request' },
    ],
    [
      'with a line note of 256 characters',
      () => ({ lineItems: [{ ...coke(), note: 'x'.repeat(256) }] }),
      { message: 'bad_request' },
    ],
    [
      'with a field it does not know',
      () => ({ lineItems: [coke()], pickupTime: 1 }),
      { message: 'bad_request' },
    ],
    [
      'with a price in dollars',
      () => ({ lineItems: [{ name: 'Plate', price: 12.5 }] }),
      { message: 'bad_request' },
    ],
    [
      'with flags written as words',
      () => ({ lineItems: [coke()], groupLineItems: 'false' }),
      { message: 'bad_request' },
    ],
  ];
  it.each(refusals)('%s leaves nothing behind', (_, cart, expected) => {
    const { status, body } = sandbox.order(cart());
    expect({ status, body }).toMatchObject({ status: 400, body: expected });
    expect(sandbox.tickets()).toEqual([]);
  });

  it('answers malformed JSON and a missing cart in words', () => {
    expect(sandbox.at('us', 'POST', 'atomic_order/orders', '{"orderCart":').body.message).toBe('bad_request');
    expect(sandbox.at('us', 'POST', 'atomic_order/orders', {}).body.message).toBe('cart_is_empty_or_missing');
  });
});
