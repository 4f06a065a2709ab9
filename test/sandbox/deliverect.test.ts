import { createHmac } from 'node:crypto';
import {
  bearer,
  CHANNEL,
  DECIDED,
  deliverect,
  fact,
  later,
  NOW,
  order,
  send,
  updates,
} from '../support/deliverect-sandbox';

beforeEach(() => deliverect.reset());

describe('sending an order', () => {
  it('answers that the format is right, and shows the order to staff once the POS has it', () => {
    expect(send(order())).toMatchObject({ status: 201, json: {} });
    expect(deliverect.tickets(NOW)).toMatchObject([
      { visible: false, hidden_because: expect.stringContaining('has not taken it yet') },
    ]);
    expect(deliverect.notifications(NOW)).toEqual([]);
    expect(deliverect.tickets(DECIDED)).toMatchObject([
      {
        visible: true,
        ticket_number: 'OW-14',
        total: 3198,
        payment: 'unpaid',
        service: 'pickup',
        printed: 1,
      },
    ]);
  });
  it('reports the decision with a signature over the exact body', () => {
    send(order());
    const [notification] = deliverect.notifications(DECIDED);
    const signature = createHmac('sha256', fact('webhook_secret'))
      .update(notification?.body ?? '')
      .digest('hex');
    expect(notification?.headers['x-server-authorization-hmac-sha256']).toBe(signature);
    expect(JSON.parse(notification?.body ?? '')).toMatchObject({
      status: 20,
      channelOrderId: 'ow0123456789abcdef01',
    });
  });
  it('prints everything that the guest asked for', () => {
    send(
      order({
        orderType: 2,
        deliveryIsAsap: false,
        pickupTime: '2026-11-28T00:00:00Z',
        deliveryTime: '2026-11-28T00:15:00Z',
        customer: { name: 'Ann Lee', phoneNumber: '+16175550123', note: 'ring twice' },
        deliveryAddress: {
          street: 'Oak St',
          streetNumber: '12',
          extraAddressInfo: 'Apt 4',
          postalCode: '02215',
          city: 'Boston',
          country: 'US',
        },
        note: 'ALLERGY: nuts 🥜',
        items: [
          {
            plu: 'SUPREME-L',
            name: 'supreme',
            price: 1899,
            quantity: 2,
            remark: 'NO onions',
            subItems: [{ plu: 'TOPPINGS-EXTRA-CHEESE', name: 'cheese', price: 200, quantity: 2 }],
          },
          { plu: 'OPEN-ITEM', name: 'CHECK: birthday candle', price: 0, quantity: 1 },
        ],
        deliveryCost: 300,
        tip: 500,
        discountTotal: -100,
        orderIsAlreadyPaid: true,
        payment: { amount: 5298, type: 0 },
      }),
    );
    expect(deliverect.tickets(DECIDED)).toMatchObject([
      {
        service: 'delivery',
        requested_at: '2026-11-28T00:15:00Z',
        customer: 'Ann Lee +16175550123',
        lines: [
          {
            quantity: '2',
            name: 'Supreme Pizza Large',
            options: ['Extra Cheese ×2'],
            note: 'NO onions',
            total: 4598,
          },
          { name: 'CHECK: birthday candle' },
        ],
        notes: ['ALLERGY: nuts 🥜', 'ring twice', 'Deliver to: 12 Oak St, Apt 4, 02215 Boston US'],
        charges: [{ name: 'Delivery cost', amount: 300 }],
        discounts: [{ amount: 100 }],
        tip: 500,
        total: 5298,
        payment: 'paid',
      },
    ]);
  });
  it('hides a repeated id as a duplicate without a word, until 48 hours after pickup', () => {
    send(order());
    expect(send(order()).status).toBe(201);
    expect(deliverect.tickets(later(60))).toHaveLength(1);
    expect(deliverect.notifications(later(60))).toHaveLength(1);
    const after = later(48 * 3600);
    send(order(), { now: after, headers: bearer({ now: after }) });
    expect(deliverect.tickets(after)).toHaveLength(2);
  });
  it('keeps an order with a pickup time in the past off today’s page', () => {
    send(order({ pickupTime: '2026-11-27T17:00:00Z' }));
    expect(deliverect.tickets(DECIDED)).toMatchObject([
      { visible: false, hidden_because: expect.stringContaining('pickup time') },
    ]);
  });
  it('notes a payment that differs from the order’s sum', () => {
    send(order({ payment: { amount: 3000, type: 1 } }));
    expect(deliverect.tickets(DECIDED)).toMatchObject([
      { notes: ["Payment of 30 differs from the order's sum"] },
    ]);
  });
  it('cancels an order with status 100, and that is no order of its own', () => {
    send(order());
    const cancel = { channelOrderId: 'ow0123456789abcdef01', channelOrderDisplayId: 'OW-14', status: 100 };
    expect(send(cancel).status).toBe(201);
    expect(deliverect.tickets(DECIDED)).toMatchObject([{ visible: false, voided: true }]);
    expect(updates(DECIDED).at(-1)).toMatchObject({ status: 110 });
    expect(send({ ...cancel, channelOrderId: 'other' }).status).toBe(400);
    const path = CHANNEL.slice('POST '.length);
    const request = {
      method: 'POST',
      path,
      query: new URLSearchParams(),
      headers: {},
      body: JSON.stringify(cancel),
    };
    expect(deliverect.isOrderWrite(request)).toBe(false);
    expect(deliverect.isOrderWrite({ ...request, body: JSON.stringify(order()) })).toBe(true);
  });
});
