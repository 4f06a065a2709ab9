import { firstCheck, type Json, pickup, post, price, toastRestaurant } from '../support/toast-sandbox';

describe('the menu of the sandbox Toast', () => {
  it('sells sizes by a required Size group, of which each option has the price of the whole item', () => {
    const shop = toastRestaurant();
    expect(shop.item('Pepperoni Pizza')).toMatchObject({ price: null, pricingStrategy: 'SIZE_PRICE' });
    const small = price(shop, pickup(shop, { selections: [shop.line('Pepperoni Pizza', ['Size: Small'])] }));
    const large = price(shop, pickup(shop, { selections: [shop.line('Pepperoni Pizza', ['Size: Large'])] }));
    expect([firstCheck(small.body).totalAmount, firstCheck(large.body).totalAmount]).toEqual([11.99, 15.99]);
  });

  it('hides what is for the staff alone from the channel, and marks it in V2', () => {
    const shop = toastRestaurant();
    const names = (version: string) => JSON.stringify(shop.call('GET', `/menus/${version}/menus`).body);
    expect(names('v3')).not.toContain('Employee Meal');
    expect(names('v3')).not.toContain('visibility');
    expect(names('v2')).toMatch(/"Employee Meal".*?"visibility":\["POS"\]/);
  });

  it('says what is sold out in stock only: the order itself is accepted', () => {
    const shop = toastRestaurant();
    const stock = shop.call('GET', '/stock/v1/inventory').body as never as Json[];
    expect(stock).toMatchObject([{ guid: shop.item('Tiramisu').guid, status: 'OUT_OF_STOCK' }]);
    expect(post(shop, pickup(shop, { selections: [shop.line('Tiramisu')] })).status).toBe(200);
  });
});

describe('pricing and placing an order', () => {
  it('shows the kitchen what was ordered, once, with every modifier and note', () => {
    const shop = toastRestaurant();
    const pizza = shop.line(
      'Supreme Pizza',
      ['Size: Large', 'Toppings: NO Onions', 'Toppings: Extra Cheese'],
      2,
    );
    pizza.modifiers.push(shop.modifier('Supreme Pizza', 'Toppings: Extra Cheese', 2));
    pizza.modifiers.push({ selectionType: 'SPECIAL_REQUEST', displayName: 'cut in squares' });
    const reply = post(
      shop,
      pickup(
        shop,
        { selections: [pizza, shop.line('Garlic Knots')], tabName: 'OrderWire - 14' },
        { externalId: 'ORDERWIRE:ow1' },
      ),
    );
    expect(reply.status).toBe(200);
    expect(shop.tickets()).toMatchObject([
      {
        reference: 'ORDERWIRE:ow1',
        visible: true,
        printed: 1,
        title: 'OrderWire - 14',
        service: 'pickup',
        requested_at: null,
        customer: 'Ann Lee',
        payment: 'unpaid',
        total: 2 * (1899 + 400) + 650,
        lines: [
          {
            quantity: '2',
            name: 'Supreme Pizza',
            options: ['Large', 'NO Onions', 'Extra Cheese ×2'],
            note: 'cut in squares',
            total: 4598,
          },
          { name: 'Garlic Knots', options: [], note: null, total: 650 },
        ],
      },
    ]);
  });

  it('keeps nothing when it only prices, and gives no GUIDs', () => {
    const shop = toastRestaurant();
    const { status, body } = price(shop, pickup(shop, {}, { externalId: 'ORDERWIRE:ow1' }));
    expect(status).toBe(200);
    expect([body.guid, firstCheck(body).guid]).toEqual([null, null]);
    expect(shop.tickets()).toEqual([]);
    expect(post(shop, pickup(shop, {}, { externalId: 'ORDERWIRE:ow1' })).status).toBe(200);
  });

  it('puts the tax inside the menu price: the total is what the guest pays, the amount is less', () => {
    const shop = toastRestaurant();
    expect(firstCheck(price(shop, pickup(shop)).body)).toMatchObject({
      amount: 6.07,
      taxAmount: 0.43,
      totalAmount: 6.5,
    });
  });

  it('takes default modifiers that were left out for removed', () => {
    const shop = toastRestaurant();
    post(shop, pickup(shop, { selections: [shop.line('Cheeseburger', ['Burger Extras: Pickles'])] }));
    post(shop, pickup(shop, { selections: [shop.line('Cheeseburger', ['Burger Extras: NO Pickles'])] }));
    expect(shop.tickets().map((ticket) => ticket.lines[0]?.options)).toEqual([
      ['Pickles', 'NO Onions'],
      ['NO Pickles', 'NO Onions'],
    ]);
  });

  it('puts toppings on half a pizza', () => {
    const shop = toastRestaurant();
    const pizza = shop.line('Pepperoni Pizza', ['Size: Small']);
    const [half] = (shop.item('Pepperoni Pizza') as never as { portions: { guid: string }[] }).portions;
    const onHalf = [shop.modifier('Pepperoni Pizza', 'Toppings: Mushrooms', 1)];
    pizza.modifiers.push({
      selectionType: 'PORTION',
      item: { guid: half?.guid },
      quantity: 1,
      modifiers: onHalf,
    });
    expect(post(shop, pickup(shop, { selections: [pizza] })).status).toBe(200);
    expect(shop.tickets()[0]?.lines[0]).toMatchObject({
      options: ['Small', '1st Half: Mushrooms'],
      total: 1349,
    });
  });

  it('sends an unknown dish as the open-price item, with its words and its price', () => {
    const shop = toastRestaurant();
    const [groupGuid, itemGuid] = shop.fact('fallback_item').split('/');
    const line = {
      item: { guid: itemGuid },
      itemGroup: { guid: groupGuid },
      quantity: 1,
      openPriceAmount: 4.5,
      modifiers: [{ selectionType: 'SPECIAL_REQUEST', displayName: 'CHECK: a cannoli' }],
    };
    expect(post(shop, pickup(shop, { selections: [line] })).status).toBe(200);
    expect(shop.tickets()[0]).toMatchObject({
      total: 450,
      lines: [{ name: 'Special Request', note: 'CHECK: a cannoli' }],
    });
  });

  it('delivers, with the fee, the discount, the tip and a payment taken elsewhere', () => {
    const shop = toastRestaurant();
    const body = {
      ...pickup(shop, {
        appliedServiceCharges: [
          { serviceCharge: { guid: shop.fact('service_charge_delivery_fee') }, chargeAmount: 3 },
        ],
        appliedDiscounts: [
          { discount: { guid: shop.fact('discount_open_amount_off') }, discountAmount: 1.5 },
        ],
        payments: [
          {
            type: 'OTHER',
            otherPayment: { guid: shop.fact('payment_type_phone_prepaid') },
            amount: 8,
            tipAmount: 1,
          },
        ],
      }),
      diningOption: { guid: shop.fact('dining_option_delivery') },
      deliveryInfo: {
        address1: '12 Oak St',
        city: 'Boston',
        state: 'MA',
        zipCode: '02215',
        notes: 'ring twice',
      },
    };
    expect(firstCheck(post(shop, body).body)).toMatchObject({ totalAmount: 8, paymentStatus: 'CLOSED' });
    expect(shop.tickets()[0]).toMatchObject({
      service: 'delivery',
      payment: 'paid',
      tip: 100,
      total: 800,
      charges: [{ name: 'Delivery Fee', amount: 300 }],
      discounts: [{ name: 'Open Amount Off', amount: 150 }],
      notes: ['12 Oak St, Boston, MA 02215', 'ring twice'],
    });
  });

  it('leaves a check open, and tells the staff, when the payment is not its total', () => {
    const shop = toastRestaurant();
    const otherPayment = { guid: shop.fact('payment_type_phone_prepaid') };
    const payments = [{ type: 'OTHER', otherPayment, amount: 6, tipAmount: 0 }];
    expect(firstCheck(post(shop, pickup(shop, { payments })).body).paymentStatus).toBe('OPEN');
    expect(shop.tickets()[0]?.notes[0]).toMatch(/settle the difference/);
  });

  it('shows a scheduled order from the start and sends it to the kitchen in time', () => {
    const shop = toastRestaurant();
    const at = '2026-11-24T22:00:00.000+0000';
    const { body } = post(
      shop,
      pickup(shop, {}, { promisedDate: at, openedDate: at, requiredPrepTime: 'PT20M' }),
    );
    expect(body).toMatchObject({ approvalStatus: 'FUTURE', estimatedFulfillmentDate: at });
    expect(shop.tickets()[0]).toMatchObject({
      visible: true,
      printed: 0,
      requested_at: '2026-11-24T22:00:00.000Z',
    });
    shop.clock.now = new Date('2026-11-24T21:40:00Z');
    expect(shop.tickets()[0]).toMatchObject({ visible: true, printed: 1, notes: [] });
  });

  it('leaves orders where no cook sees them in a restaurant without an auto-firing device', () => {
    const shop = toastRestaurant({ autoFire: false });
    post(shop, pickup(shop));
    expect(shop.tickets()[0]).toMatchObject({ visible: false, printed: 0 });
    expect(shop.tickets()[0]?.hidden_because).toMatch(/auto-firing device/);
  });
});
