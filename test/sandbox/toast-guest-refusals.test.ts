import { ANN, type Json, pickup, post, refuses, toastRestaurant } from '../support/toast-sandbox';

describe('what Toast refuses of the guest, the time and the money', () => {
  const shop = toastRestaurant();
  const customer = (changes: Json) => pickup(shop, { customer: { ...ANN, ...changes } });
  const dressing = shop.modifier('Caesar Salad', 'Dressing: Ranch', 1);
  const charge = (name: string, rest: Json = {}) =>
    pickup(shop, { appliedServiceCharges: [{ serviceCharge: { guid: shop.fact(name) }, ...rest }] });
  const discount = (...names: string[]) =>
    pickup(shop, {
      appliedDiscounts: names.map((name) => ({ discount: { guid: shop.fact(name) }, discountAmount: 1 })),
    });
  const payment = (changes: Json) =>
    pickup(shop, {
      payments: [
        {
          type: 'OTHER',
          amount: 6.5,
          tipAmount: 0,
          otherPayment: { guid: shop.fact('payment_type_cash') },
          ...changes,
        },
      ],
    });
  const delivery = { diningOption: { guid: shop.fact('dining_option_delivery') } };
  const address = { address1: '12 Oak St', city: 'Boston', state: 'MA', zipCode: '02215' };

  it.each<[string, unknown, number, RegExp]>([
    ['takeout for nobody', pickup(shop, { customer: undefined }), 400, /Customer cannot be empty/],
    ['a guest without an e-mail', customer({ email: undefined }), 400, /^Customer email cannot be empty$/],
    [
      'a guest without a first name',
      customer({ firstName: '' }),
      400,
      /^Customer first name cannot be empty$/,
    ],
    ['a guest without a last name', customer({ lastName: null }), 400, /last name/],
    ['a guest without a phone', customer({ phone: ' ' }), 400, /^Customer phone cannot be empty$/],
    ['a phone with its country code', customer({ phone: '+16175550123' }), 400, /10 digits/],
    ['an e-mail with a plus sign', customer({ email: 'ann+x@example.com' }), 400, /email/],
    ['an e-mail of 54 characters', customer({ email: `${'a'.repeat(42)}@example.com` }), 400, /53/],
    ['a delivery without an address', pickup(shop, {}, delivery), 400, /deliveryInfo is required/],
    [
      'an address without a street',
      pickup(shop, {}, { ...delivery, deliveryInfo: { ...address, address1: '' } }),
      400,
      /^Address 1 for delivery address cannot be empty$/,
    ],
    [
      'a state in words',
      pickup(shop, {}, { ...delivery, deliveryInfo: { ...address, state: 'Mass' } }),
      400,
      /two capital letters/,
    ],
    [
      'a promise before the opening',
      pickup(
        shop,
        {},
        { promisedDate: '2026-11-24T20:00:00.000+0000', openedDate: '2026-11-24T21:00:00.000+0000' },
      ),
      400,
      /earlier than openedDate/,
    ],
    [
      'a promise in the past',
      pickup(
        shop,
        {},
        { promisedDate: '2026-11-24T17:00:00.000+0000', openedDate: '2026-11-24T17:00:00.000+0000' },
      ),
      400,
      /future/,
    ],
    ['a time without an offset', pickup(shop, {}, { promisedDate: '2026-11-24T20:00:00' }), 400, /ISO-8601/],
    ['a preparation of seven minutes', pickup(shop, {}, { requiredPrepTime: 'PT7M' }), 400, /five minutes/],
    [
      'an open charge without its amount',
      charge('service_charge_service_fee'),
      400,
      /chargeAmount is required/,
    ],
    [
      'a delivery fee on takeout',
      charge('service_charge_delivery_fee', { chargeAmount: 3 }),
      400,
      /dining behavior/,
    ],
    [
      'two discounts on a check',
      discount('discount_open_amount_off', 'discount_10_off'),
      400,
      /only one discount/,
    ],
    ['an open percent discount', discount('discount_manager_percent_off'), 400, /open percent/],
    ['a discount for items on a check', discount('discount_item_amount_off'), 400, /menu item selection/],
    ['a card payment that was not authorized', payment({ type: 'CREDIT' }), 400, /authorized/],
    ['cash as such', payment({ type: 'CASH' }), 400, /only OTHER and CREDIT/],
    ['a payment without an amount', payment({ amount: null }), 400, /^Payment amount cannot be empty$/],
    ['a payment without a tip amount', payment({ tipAmount: undefined }), 400, /tipAmount/],
    ['a payment of a fraction of a cent', payment({ amount: 6.505 }), 400, /two decimal/],
    [
      'a payment type that nobody set up',
      payment({ otherPayment: { guid: dressing.item.guid } }),
      404,
      /AlternatePaymentType/,
    ],
  ])('is %s', (_, body, status, message) => {
    refuses(shop, { body, status, message });
  });

  it('is not the guest who eats in and gives no name', () => {
    const seated = toastRestaurant();
    const order = pickup(
      seated,
      { customer: undefined },
      { diningOption: { guid: seated.fact('dining_option_dine_in') } },
    );
    expect(post(seated, order).status).toBe(200);
  });

  it('is not the amount of a fixed charge: it is ignored', () => {
    const bagged = toastRestaurant();
    const serviceCharge = { guid: bagged.fact('service_charge_bag_fee') };
    post(bagged, pickup(bagged, { appliedServiceCharges: [{ serviceCharge, chargeAmount: 5 }] }));
    expect(bagged.tickets()[0]?.charges).toEqual([{ name: 'Bag Fee', amount: 10 }]);
  });
});
