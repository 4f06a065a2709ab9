import { DeliveryHouse } from '../support/delivery-house';
import { pizza } from '../support/order-api';

jest.setTimeout(60_000);

describe.each(['square', 'toast', 'clover', 'lightspeed', 'touchbistro'])(
  'an order that %s has',
  (vendor) => {
    let house: DeliveryHouse;
    beforeEach(async () => {
      house = await DeliveryHouse.open(vendor);
    });
    afterEach(() => house.close());

    it('is taken back so that the kitchen knows', async () => {
      const id = await house.order();
      await house.reached(id, 'delivered', 'delivered_degraded');
      const { body } = await house.api.call('POST', `/v1/orders/${id}/cancel`, {
        body: { reason: 'guest called' },
      });
      expect(['voided', 'cancel_ticket_sent']).toContain(body.outcome);
      const tickets = JSON.stringify(house.tickets(vendor));
      if (body.outcome === 'voided') expect(house.tickets(vendor)).toMatchObject([{ voided: true }]);
      else expect(tickets).toContain('CANCELLED');
      const again = await house.api.call('POST', `/v1/orders/${id}/cancel`);
      expect(again.body).toEqual(body);
      expect(JSON.stringify(house.tickets(vendor))).toBe(tickets);
      expect((await house.api.call('GET', `/v1/orders/${id}`)).body.status).toBe('cancelled');
    });

    it('is changed by a ticket that says what is different', async () => {
      const id = await house.order();
      await house.reached(id, 'delivered', 'delivered_degraded');
      const items = [...pizza.items, { name: 'Coke', quantity: '1' }];
      const { body } = await house.api.call('POST', `/v1/orders/${id}/changes`, { body: { items } });
      expect(body.outcome).toBe('change_ticket_sent');
      const [, change] = house.tickets(vendor);
      expect(change).toMatchObject({ visible: true, total: 0 });
      expect(JSON.stringify(change)).toMatch(/CHANGE to #/);
      expect(JSON.stringify(change)).toMatch(/ADD 1 . Coke/);
    });
  },
);

describe('an order that no POS has yet', () => {
  let house: DeliveryHouse;
  beforeEach(async () => {
    house = await DeliveryHouse.open('square');
  });
  afterEach(() => house.close());
  const tomorrow = { requested_at: new Date(Date.now() + 86_400_000).toISOString() };

  it('waits for its time, and is cancelled without a trace in the kitchen', async () => {
    const id = await house.order({ timing: tomorrow });
    expect((await house.api.call('GET', `/v1/orders/${id}`)).body.status).toBe('scheduled');
    const { body } = await house.api.call('POST', `/v1/orders/${id}/cancel`);
    expect(body.outcome).toBe('not_sent_yet');
    house.clock.move(86_400_000);
    await house.api.call('PATCH', '/v1/locations/loc_1', { body: { phone: '1' } });
    expect(house.tickets('square')).toEqual([]);
  });

  it('is changed in place, and leaves at its new time', async () => {
    const id = await house.order({ timing: tomorrow });
    const { body } = await house.api.call('POST', `/v1/orders/${id}/changes`, {
      body: { timing: { requested_at: null }, notes: 'now please' },
    });
    expect(body.outcome).toBe('changed_before_sending');
    await house.reached(id, 'delivered', 'delivered_degraded');
    expect(JSON.stringify(house.tickets('square'))).toContain('now please');
    expect(house.tickets('square')).toHaveLength(1);
  });
});
