import { AGENT, coke, elements, modifier, sandbox } from '../support/clover-sandbox';

beforeEach(sandbox.restart);

describe('an order for the restaurant in Boston', () => {
  it('stays silent until it is printed', () => {
    const { body } = sandbox.order({ lineItems: [coke()], title: 'Ann 6:30 PM' });
    expect(sandbox.tickets()[0]).toMatchObject({ visible: false, printed: 0, title: 'Ann 6:30 PM' });
    expect(sandbox.tickets()[0]?.hidden_because).toContain('No print_event was sent');
    expect(sandbox.print(body.id).status).toBe(200);
    expect(sandbox.tickets()[0]).toMatchObject({ visible: true, hidden_because: null, printed: 1 });
    sandbox.print(body.id);
    expect(sandbox.tickets()[0]?.printed).toBe(2);
  });

  it('costs what the menu says, whatever price and name the caller sends', () => {
    const { body } = sandbox.order({ lineItems: [{ ...coke(), price: 1, name: 'Gold' }] });
    expect(body).toMatchObject({ total: 299, currency: 'USD', state: 'OPEN', paymentState: 'OPEN' });
    expect(elements(body, 'lineItems')[0]).toMatchObject({ name: 'Coke', price: 299 });
  });

  it('shows the kitchen sizes, modifiers, notes, service and totals', () => {
    const { body } = sandbox.order({
      orderType: { id: sandbox.idOf('us', 'order_types', 'Delivery') },
      note: 'Ring twice',
      externalReferenceId: 'ow0123456789abcdef01',
      lineItems: [
        {
          item: { id: sandbox.idOf('us', 'items', 'Pepperoni Pizza Large') },
          note: 'NO onions',
          modifications: [
            { modifier: modifier('Toppings', 'Extra Cheese') },
            { modifier: modifier('Toppings', 'Extra Cheese') },
            { modifier: modifier('Toppings', 'Mushrooms'), name: 'LIGHT Mushrooms', amount: 50 },
          ],
        },
        { name: 'Birthday candles', price: 100 },
      ],
      discounts: [{ name: 'Regular', amount: -200 }],
    });
    expect(body.total).toBe(1599 + 200 + 200 + 50 + 100 - 200);
    sandbox.print(body.id);
    expect(sandbox.tickets()).toEqual([
      {
        vendor: 'clover',
        id: body.id,
        ticket_number: body.id,
        reference: 'ow0123456789abcdef01',
        visible: true,
        hidden_because: null,
        voided: false,
        title: null,
        service: 'delivery',
        requested_at: null,
        customer: null,
        lines: [
          {
            quantity: '1',
            name: 'Pepperoni Pizza Large',
            options: ['Extra Cheese ×2', 'LIGHT Mushrooms'],
            note: 'NO onions',
            total: 2049,
          },
          { quantity: '1', name: 'Birthday candles', options: [], note: null, total: 100 },
        ],
        notes: ['Ring twice'],
        charges: [],
        discounts: [{ name: 'Regular', amount: 200 }],
        tip: 0,
        total: 1949,
        currency: 'USD',
        payment: 'unpaid',
        printed: 1,
        created_at: '2026-11-24T18:00:00.250Z',
      },
    ]);
  });

  it('reads three colas as three lines, and as one line of three when lines are grouped', () => {
    sandbox.order({ lineItems: [coke(), coke(), coke()] });
    sandbox.order({ lineItems: [coke(), coke(), coke()], groupLineItems: true });
    const [apart, grouped] = sandbox.tickets();
    expect(apart?.lines).toHaveLength(3);
    expect(grouped?.lines).toMatchObject([{ quantity: '3', name: 'Coke', total: 897 }]);
    expect(grouped?.total).toBe(897);
  });

  it('knows no quantity: unitQty counts only for what is sold by weight', () => {
    const olives = { item: { id: sandbox.idOf('us', 'items', 'Marinated Olives') } };
    expect(sandbox.order({ lineItems: [{ ...coke(), unitQty: 3000 }] }).body.total).toBe(299);
    expect(sandbox.order({ lineItems: [{ ...olives, unitQty: 1500 }] }).body.total).toBe(1349);
    expect(sandbox.tickets()[1]?.lines[0]?.name).toBe('Marinated Olives, 1.5 lb');
    expect(sandbox.order({ lineItems: [{ ...coke(), quantity: 3 }] }).status).toBe(400);
  });

  it('drops a modifier that has no id, without a word', () => {
    const extras = [{ name: 'Bacon', amount: 200 }, { id: modifier('Burger Extras', 'Bacon').id }];
    const burger = { item: { id: sandbox.idOf('us', 'items', 'Cheeseburger') }, modifications: extras };
    expect(sandbox.order({ lineItems: [burger] })).toMatchObject({ status: 200, body: { total: 1095 } });
    expect(sandbox.tickets()[0]?.lines[0]?.options).toEqual([]);
  });

  it('takes percentages off before amounts, and half a cent rounds up', () => {
    const { body } = sandbox.order({
      lineItems: [{ name: 'Plate', price: 1001, discounts: [{ name: 'Half', percentage: 50 }] }],
      discounts: [
        { name: 'Dollar', amount: -100 },
        { name: 'Club', percentageDecimal: 125_000 },
      ],
    });
    expect(body.total).toBe(500 - 63 - 100);
  });

  it('adds the service charge of the merchant, and only that one', () => {
    const id = sandbox.idOf('us', 'service_charge', 'Auto Gratuity');
    const cart = { lineItems: [{ name: 'Plate', price: 1000 }] };
    expect(sandbox.order({ ...cart, serviceCharge: { id } }).body.total).toBe(1180);
    expect(sandbox.order({ ...cart, serviceCharge: { id, percentageDecimal: 100_000 } }).body.total).toBe(
      1100,
    );
    expect(sandbox.order({ ...cart, serviceCharge: { id: 'NOSUCHCHARGE0' } })).toEqual({
      status: 400,
      body: { message: 'service_charge_does_not_exist', details: 'NOSUCHCHARGE0' },
    });
    expect(sandbox.tickets()[0]?.charges).toEqual([{ name: 'Auto Gratuity', amount: 180 }]);
  });

  it('can be priced without being made', () => {
    const { status, body } = sandbox.at('us', 'POST', 'atomic_order/checkouts', {
      orderCart: { lineItems: [coke()] },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ subtotal: 299, total: 299, totalTaxAmount: 0, isVat: false });
    expect(sandbox.tickets()).toEqual([]);
  });
});

describe('when things go wrong', () => {
  it('keeps the order whose reply was lost', () => {
    sandbox.faulty.arm({ fault: 'lose_reply', times: 1, seconds: 0 });
    expect(sandbox.order({ lineItems: [coke()] }).status).toBe(0);
    expect(sandbox.tickets()).toHaveLength(1);
  });

  it('strikes order writes in both regions and leaves printing alone', () => {
    sandbox.faulty.arm({ fault: 'error_before', times: 1, seconds: 0 });
    expect(
      sandbox.at('us', 'POST', 'atomic_order/checkouts', { orderCart: { lineItems: [coke()] } }).status,
    ).toBe(200);
    expect(() => sandbox.at('eu', 'POST', 'orders', {})).toThrow(SyntaxError);
    expect(sandbox.at('eu', 'POST', 'orders', {}).status).toBe(200);
  });

  it('starts clean after a reset, with the same ids', () => {
    const first = sandbox.order({ lineItems: [coke()] }).body.id;
    sandbox.faulty.reset();
    expect(sandbox.tickets()).toEqual([]);
    expect(sandbox.order({ lineItems: [coke()] }).body.id).toBe(first);
  });

  it('refuses a body that is not JSON by its content type', () => {
    const headers = {
      ...AGENT,
      authorization: `Bearer ${sandbox.facts.us_access_token}`,
      'content-type': 'text/plain',
    };
    const url = `/v3/merchants/${sandbox.facts.us_merchant_id}/orders`;
    expect(sandbox.send('POST', url, '{}', headers).status).toBe(415);
  });
});
