import {
  basic,
  connect,
  DECIDED,
  fact,
  later,
  lightspeed,
  NOW,
  order,
  send,
  statuses,
} from '../support/lightspeed-sandbox';

beforeEach(() => lightspeed.reset());

describe('sending an order', () => {
  it('answers ok at once, keeps it from staff until the POS has decided, then shows it', () => {
    expect(send(order()).json).toEqual({ status: 'ok' });
    expect(lightspeed.tickets(NOW)).toMatchObject([
      {
        visible: false,
        hidden_because: expect.stringContaining('Queued: Lightspeed answered ok'),
        printed: 0,
      },
    ]);
    expect(lightspeed.notifications(NOW)).toEqual([]);
    expect(lightspeed.tickets(DECIDED)).toMatchObject([
      { visible: true, hidden_because: null, printed: 1, total: 3198, payment: 'unpaid', service: 'pickup' },
    ]);
  });
  it('tells the decision to the endpoint that the order named, with its user name and password', () => {
    const url = 'https://shop.example/webhooks/lightspeed/con_1';
    lightspeed.subscribe({ url, secret: 'anna:a pass:word' });
    send(order());
    const [notification] = lightspeed.notifications(DECIDED);
    expect(notification).toMatchObject({
      url,
      at: DECIDED,
      headers: { authorization: basic('anna', 'a pass:word') },
    });
    expect(JSON.parse(notification?.body ?? '')).toMatchObject({
      status: 'SUCCESS',
      type: 'ORDER',
      thirdPartyReference: 'ow0123456789abcdef01',
      ikentooAccountIdentifier: 'A78094.1',
      account: { currentAmount: '31.98' },
    });
    expect(lightspeed.notifications(later(60))).toHaveLength(1);
  });
  it('makes one ticket when the same reference comes twice', () => {
    const api = connect();
    api('POST /o/op/1/order/toGo', { body: order() });
    const again = api('POST /o/op/1/order/toGo', { body: order() });
    expect(again).toMatchObject({
      status: 409,
      json: { status: 'fail', msg: 'reference has already been used ow0123456789abcdef01' },
    });
    expect(lightspeed.tickets(DECIDED)).toHaveLength(1);
  });
  it('prints everything that the guest asked for', () => {
    const instruction = fact('no_onions_instruction_id');
    send(
      order({
        orderNote: 'ALLERGY: nuts 🥜',
        accountProfileCode: 'DELIVERY',
        collectionCode: 'AB-12',
        orderCollectionTimeAsIso8601: '2026-11-27T19:15:00-05:00',
        deliveryAddress: { addressLine1: '12 Oak St', addressLine2: 'Apt 4', zip: '02215', city: 'Boston' },
        items: [
          {
            sku: 'SUPREME-L',
            quantity: 2,
            modifiers: [{ modifierId: instruction }],
            subItems: [{ sku: 'TOPPINGS-EXTRA-CHEESE', quantity: 2 }],
          },
          { sku: 'OPEN-ITEM', quantity: 1, customItemName: 'CHECK: birthday candle', customItemPrice: 1.5 },
          { sku: 'DELIVERY-FEE', quantity: 1, customItemPrice: 4 },
          { sku: 'DISCOUNT', quantity: 1, customItemName: 'Loyalty', customItemPrice: 5 },
        ],
        payment: { paymentMethod: 'OOPAYMENT', paymentAmount: 51.48, tipAmount: 5 },
      }),
    );
    expect(lightspeed.tickets(DECIDED)).toMatchObject([
      {
        ticket_number: 'AB-12',
        service: 'delivery',
        requested_at: '2026-11-27T19:15:00-05:00',
        customer: 'Ann Lee',
        lines: [
          {
            quantity: '2',
            name: 'Supreme Pizza Large',
            options: ['Extra Cheese ×2', 'NO Onions'],
            total: 4598,
          },
          { name: 'CHECK: birthday candle', total: 150 },
        ],
        notes: ['ALLERGY: nuts 🥜', 'Deliver to: 12 Oak St, Apt 4, 02215 Boston'],
        charges: [{ name: 'Delivery Fee', amount: 400 }],
        discounts: [{ name: 'Loyalty', amount: 500 }],
        tip: 500,
        total: 4648,
        payment: 'paid',
      },
    ]);
  });
  it('counts the tip as part of the payment, so a payment without it leaves the check open', () => {
    send(order({ payment: { paymentAmount: 31.98, tipAmount: 2 } }));
    expect(lightspeed.tickets(DECIDED)).toMatchObject([{ payment: 'unpaid', tip: 200 }]);
  });
  it('holds a scheduled order back until its time', () => {
    const scheduledTimeForOrderAsIso8601 = later(3600).toISOString();
    send(order({ scheduledTimeForOrderAsIso8601 }));
    expect(lightspeed.tickets(later(3599))).toMatchObject([{ visible: false }]);
    expect(lightspeed.tickets(later(3603))).toMatchObject([{ visible: true }]);
  });
  it('gives up on an order that no iPad took in time', () => {
    lightspeed.setPosRunning(false);
    send(order({ maxTimeToAttemptOrderDeliverToPos: 60_000 }));
    expect(lightspeed.tickets(later(59))).toMatchObject([{ visible: false }]);
    expect(statuses(later(60))).toMatchObject([
      { status: 'FAILURE', reason: 'Not processed before validity ended' },
    ]);
  });
});
