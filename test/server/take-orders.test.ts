import { sampleOrder } from '../../src/order/sample';
import { OrderApi, pizza } from '../support/order-api';

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
});
afterEach(() => api.stop());

describe('an order that is sent', () => {
  it('is answered with 201, a ticket number and a ticket', async () => {
    const { status, body } = await api.send();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      external_ref: 'CA-1',
      location_id: 'loc_1',
      number: '1',
      status: 'received',
      phone_e164: '+16175550123',
      totals: { quoted: null, computed: 3198, pos: null },
      items_text: '2 × large pepperoni (no onions)',
      items_match: [],
      deliveries: [],
      acked_at: null,
    });
    expect(body.id).toMatch(/^ord_[0-9A-Z]{26}$/);
    expect(body.ticket_text).toContain('NO onions');
  });

  it('reads the same by id, in the list and in order_data', async () => {
    const { body } = await api.send(sampleOrder);
    expect((await api.call('GET', `/v1/orders/${body.id}`)).body).toEqual(body);
    expect((await api.call('GET', '/v1/orders')).body).toEqual({
      data: [body],
      has_more: false,
      next_cursor: null,
    });
    expect(JSON.parse(body.order_data)).toMatchObject({ external_ref: body.external_ref, items: body.items });
  });

  it('keeps every word of the sample order', async () => {
    const { body } = await api.send(sampleOrder);
    expect(body).toMatchObject({
      customer: sampleOrder.customer,
      delivery: sampleOrder.delivery,
      notes: sampleOrder.notes,
    });
  });

  it('gets its id as reference, and now as its time of taking, where it has none', async () => {
    const { body } = await api.send({ external_ref: null });
    expect(body.external_ref).toBe(body.id);
    expect(body.timing.placed_at).toBe('2026-11-27T18:00:00Z');
  });

  it('is numbered from 1 again on the next business day, which begins after the night', async () => {
    api.clock.at = Date.parse('2026-11-28T04:30:00Z');
    expect((await api.send({ external_ref: 'a' })).body.number).toBe('1');
    api.clock.at = Date.parse('2026-11-28T08:59:00Z');
    expect((await api.send({ external_ref: 'b' })).body.number).toBe('2');
    api.clock.at = Date.parse('2026-11-28T09:01:00Z');
    expect((await api.send({ external_ref: 'c' })).body.number).toBe('1');
  });

  it('prints its ticket as wide as the paper of its shop', async () => {
    await api.call('PATCH', '/v1/locations/loc_1', { body: { ticket_width: 30 } });
    const { body } = await api.send();
    expect(body.ticket_text.split('\n')[2]).toBe('-'.repeat(30));
  });

  it('must name its shop where there are several', async () => {
    await api.call('POST', '/v1/locations', { body: { name: 'Airport' } });
    const { status, body } = await api.send();
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      {
        path: 'location_id',
        message: expect.stringContaining("write one of loc_1 (mario's), loc_3 (Airport)"),
      },
    ]);
    expect((await api.send({ location_id: 'loc_3' })).body).toMatchObject({
      location_id: 'loc_3',
      number: '1',
    });
  });
});

describe('an order in a form', () => {
  const form = (text: string) =>
    api.call('POST', '/v1/orders', {
      body: text,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  it('is the same order as in JSON', async () => {
    const text = new URLSearchParams({
      external_ref: 'CA-1',
      'customer[name]': 'Ann Lee',
      'customer.phone': '+1 617 555 0123',
      'items[0][name]': 'large pepperoni',
      'items[0][quantity]': '2',
      'items[0][unit_price]': '1599',
      'items[0][options][0][name]': 'no onions',
    });
    expect((await form(text.toString())).status).toBe(201);
    expect((await api.send()).headers['idempotent-replayed']).toBe('true');
  });

  it('takes the flat names that no-code tools show', async () => {
    const { body } = await form(
      'order_reference=SM1&customer_name=Ann&customer_phone=6175550123&service_type=takeout&kitchen_note=ring&items[0].name=Coke&items[0].quantity=1&items[0].price=2.50&items[0].options_text=no+ice&test=true&notes=',
    );
    expect(body).toMatchObject({
      external_ref: 'SM1',
      test: true,
      customer: { name: 'Ann', phone: '6175550123' },
      service: { type: 'pickup' },
      notes: 'ring',
      items: [{ name: 'Coke', unit_price: 250, options: [{ name: 'ice', action: 'remove' }] }],
    });
  });

  it('takes a whole order as order_data, and what is filled in beside it wins', async () => {
    const { body } = await form(
      new URLSearchParams({ order_data: JSON.stringify(pizza), customer_name: 'Bob' }).toString(),
    );
    expect(body).toMatchObject({ external_ref: 'CA-1', customer: { name: 'Bob', phone: '+1 617 555 0123' } });
  });

  it('never takes 15.99 for fifteen hundred and ninety-nine', async () => {
    const { status, body } = await form('items[0].name=Coke&items[0].quantity=1&items[0].unit_price=15.99');
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ path: 'items[0].unit_price' });
  });

  it('is understood when JSON was sent under the name of a form, as curl does', async () => {
    expect((await form(JSON.stringify(pizza))).status).toBe(201);
  });
});
