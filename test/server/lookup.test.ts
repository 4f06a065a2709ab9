import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(30_000);

let house: DeliveryHouse;
afterEach(() => house.close());

const lookUp = (id: string) => house.api.call('POST', `/v1/orders/${id}/lookup`, { key: 'mario-read' });
const sendNothing = () => house.api.call('PATCH', '/v1/locations/loc_1', { body: { auto_deliver: false } });

it.each(['square', 'toast', 'clover'])('finds in %s what is there, and only that', async (vendor) => {
  house = await DeliveryHouse.open(vendor);
  const sent = await house.order();
  const { receipt } = await house.reached(sent, 'delivered', 'delivered_degraded', 'confirmed_by_pos');
  await sendNothing();
  const kept = await house.order({ external_ref: 'CA-KEPT' });
  expect((await lookUp(sent)).body).toMatchObject({
    found: true,
    receipt: { pos_order_id: expect.any(String), replayed: true },
  });
  expect(receipt).not.toBeNull();
  expect((await lookUp(kept)).body).toEqual({ found: false, receipt: null, asked: true });
  expect(house.tickets(vendor)).toHaveLength(1);
});

it('finds a ticket that was sent again in a simpler form', async () => {
  house = await DeliveryHouse.open('square');
  const gone = { id: 'calzone', name: 'Calzone', price: 1100, pos: { square: 'GONE1' } };
  const menu = { currency: 'USD', items: [gone], option_groups: [] };
  await house.api.call('PUT', '/v1/menu?location_id=loc_1', { body: menu });
  const id = await house.order({ items: [{ name: 'calzone', quantity: '1', unit_price: 1100 }] });
  await house.reached(id, 'delivered_degraded');
  expect(house.tickets('square')[0]?.reference).toMatch(/-r\d$/);
  expect((await lookUp(id)).body.found).toBe(true);
});

it('says so where a POS has no such look-up, or cannot be asked now', async () => {
  house = await DeliveryHouse.open('lightspeed');
  await sendNothing();
  const unasked = { found: false, receipt: null, asked: false };
  expect((await lookUp(await house.order())).body).toEqual(unasked);
  await house.close();
  house = await DeliveryHouse.open('square', { api_url: 'http://127.0.0.1:9' });
  const silent = await lookUp(await house.order());
  expect([silent.status, silent.body.detail]).toEqual([503, expect.stringContaining('could not be reached')]);
});
