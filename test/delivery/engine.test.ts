import { vendorIds } from '../../src/pos/vendors';
import type { FaultName } from '../../src/sandbox/faults';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const EVERY: FaultName[] = ['lose_reply', 'error_after', 'reset', 'error_before', 'garbage', 'throttle'];
const SLOW: FaultName[] = ['lose_reply', 'garbage'];
/** Every fault where it takes no time; Clover's own waits are long, and never shortened. */
const FAULTS: Record<string, FaultName[]> = { square: EVERY, touchbistro: EVERY, clover: ['lose_reply'] };

describe.each(vendorIds)('the Order API pushes to %s', (vendor) => {
  let house: DeliveryHouse;
  beforeEach(async () => {
    house = await DeliveryHouse.open(vendor);
  });
  afterEach(() => house.close());

  it('makes one ticket by itself, and the order says so', async () => {
    const id = await house.order();
    const delivery = await house.reached(id, 'delivered', 'delivered_degraded');
    expect(delivery.attempts).toMatchObject([{ step: 'submit', outcome: 'ok' }]);
    expect(house.tickets(vendor)).toMatchObject([{ visible: true }]);
    const { body } = await house.api.call('GET', `/v1/orders/${id}`);
    expect(['accepted', 'sent']).toContain(body.status);
  });

  it.each(FAULTS[vendor] ?? SLOW)('makes one ticket through %s', async (fault) => {
    house.fault(vendor, fault);
    const id = await house.order();
    await house.reached(id, 'delivered', 'delivered_degraded');
    expect(house.tickets(vendor).filter((ticket) => !ticket.voided)).toHaveLength(1);
  });
});
