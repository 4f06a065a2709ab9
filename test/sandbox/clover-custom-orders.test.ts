import { type Body, coke, elements, modifier, sandbox } from '../support/clover-sandbox';

beforeEach(sandbox.restart);

describe('an order for the restaurant in Dublin', () => {
  const build = () => {
    const made = sandbox.at('eu', 'POST', 'orders', {
      state: null,
      title: 'Ann 18:30',
      externalReferenceId: 'ow-ref',
      orderType: { id: sandbox.idOf('eu', 'order_types', 'Pickup') },
    });
    return String(made.body.id);
  };

  it('cannot be atomic', () => {
    expect(sandbox.order({ lineItems: [coke('eu')] }, 'eu').status).toBe(404);
    expect(sandbox.tickets()).toEqual([]);
  });

  it('is hidden while it is built, and ready once it is open, totalled and printed', () => {
    const id = build();
    const lines = sandbox.at('eu', 'POST', `orders/${id}/bulk_line_items`, {
      items: [
        { item: { id: sandbox.idOf('eu', 'items', 'Cheeseburger') }, price: 1095, note: 'well done' },
        { name: 'Delivery', price: 300 },
      ],
    }).body as unknown as { id: string }[];
    const bacon = { modifier: modifier('Burger Extras', 'Bacon', 'eu') };
    sandbox.at('eu', 'POST', `orders/${id}/line_items/${lines[0]?.id}/modifications`, bacon);
    expect(sandbox.tickets()[0]).toMatchObject({ visible: false, total: 0 });
    expect(sandbox.tickets()[0]?.hidden_because).toContain('no state');
    expect(sandbox.print(id, 'eu').status).toBe(400);

    const opened = sandbox.at('eu', 'POST', `orders/${id}`, { total: 1595, state: 'open' });
    expect(opened.body).toMatchObject({ state: 'open', total: 1595, title: 'Ann 18:30', isVat: true });
    expect(sandbox.print(id, 'eu').status).toBe(200);
    expect(sandbox.tickets()).toMatchObject([
      {
        visible: true,
        service: 'pickup',
        currency: 'EUR',
        total: 1595,
        reference: 'ow-ref',
        lines: [
          { name: 'Cheeseburger', options: ['Bacon'], note: 'well done', total: 1295 },
          { name: 'Delivery', options: [], total: 300 },
        ],
      },
    ]);
  });

  it('is never added up by Clover: without a posted total it comes to nothing', () => {
    const id = build();
    sandbox.at('eu', 'POST', `orders/${id}/line_items`, coke('eu'));
    sandbox.at('eu', 'POST', `orders/${id}/discounts`, { name: 'Regular', percentage: 10 });
    const { body } = sandbox.at('eu', 'GET', `orders/${id}?expand=lineItems,discounts`);
    expect(body.total).toBeUndefined();
    expect(elements(body, 'lineItems')).toMatchObject([{ name: 'Coke', price: 299 }]);
    expect(elements(body, 'discounts')).toMatchObject([{ name: 'Regular', percentage: 10 }]);
  });

  it('takes an overriding price, wants one for every line in bulk, and holds 100 lines a call', () => {
    const id = build();
    const add = (items: Body[]) => sandbox.at('eu', 'POST', `orders/${id}/bulk_line_items`, { items });
    expect(add([{ ...coke('eu'), price: 250, name: 'Coke, no ice' }]).body).toMatchObject([
      { price: 250, name: 'Coke, no ice' },
    ]);
    expect(add([coke('eu')])).toMatchObject({ status: 400, body: { message: 'Invalid line item' } });
    expect(add(Array.from({ length: 101 }, () => ({ name: 'Plate', price: 1 }))).status).toBe(400);
    expect(sandbox.at('eu', 'POST', `orders/${id}/line_items`, { name: 'Custom line item' }).status).toBe(
      400,
    );
  });

  it('refuses a modification without an id instead of dropping it', () => {
    const id = build();
    const line = sandbox.at('eu', 'POST', `orders/${id}/line_items`, coke('eu')).body;
    const path = `orders/${id}/line_items/${line.id}/modifications`;
    expect(sandbox.at('eu', 'POST', path, { name: 'Ice', amount: 0 }).status).toBe(400);
  });

  it('disappears when it is deleted', () => {
    const id = build();
    expect(sandbox.at('eu', 'DELETE', `orders/${id}`).status).toBe(200);
    expect(sandbox.at('eu', 'GET', `orders/${id}`).status).toBe(404);
    expect(sandbox.tickets()).toEqual([]);
  });
});
