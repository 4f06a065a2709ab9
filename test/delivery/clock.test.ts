import type { FaultName } from '../../src/sandbox/faults';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
/** An hour ahead is otherwise past every deadline: a person would get the ticket. */
const PATIENT = { email_after_seconds: 86_400, ticket_after_seconds: 86_400 };
let house: DeliveryHouse;
afterEach(() => house.close());

/** An order whose first attempt went wrong like this. */
async function failedOnce(vendor: string, fault: FaultName, state: string): Promise<string> {
  house = await DeliveryHouse.open(vendor, {}, PATIENT);
  house.fault(vendor, fault);
  const id = await house.order();
  await house.reached(id, state);
  return id;
}

describe('when somebody sets the clock', () => {
  it('back by an hour, what waits does not wait an hour longer', async () => {
    const id = await failedOnce('square', 'error_before', 'unknown');
    house.clock.set(-HOUR);
    await house.reached(id, 'delivered', 'delivered_degraded');
    expect(house.tickets('square')).toHaveLength(1);
  });

  it('back by an hour, the next failure is followed by its own short wait', async () => {
    const id = await failedOnce('square', 'error_before', 'unknown');
    house.fault('square', 'throttle', 2);
    house.clock.set(-HOUR);
    await house.reached(id, 'delivered', 'delivered_degraded');
  });

  it('back by an hour, an order for later still leaves at its own hour', async () => {
    house = await DeliveryHouse.open('square');
    const at = new Date(house.clock.now() + 5 * HOUR).toISOString();
    const id = await house.order({ timing: { requested_at: at } });
    const later = await house.reached(id, 'held');
    house.clock.set(-HOUR);
    house.fault('square', 'error_before');
    const now = await house.order({ external_ref: 'CA-2' });
    await house.reached(now, 'delivered', 'delivered_degraded');
    expect(later.next_attempt_at).not.toBeNull();
    expect((await house.reached(id, 'held')).next_attempt_at).toBe(later.next_attempt_at);
  });

  it('ahead, a silent POS is still given the time that it may take: an early look proves nothing', async () => {
    const id = await failedOnce('toast', 'error_before', 'unknown');
    house.clock.set(HOUR);
    const { attempts } = await house.reached(id, 'delivered', 'delivered_degraded');
    const [sent, looked] = attempts;
    expect(Date.parse(looked?.at ?? '') - Date.parse(sent?.at ?? '') - HOUR).toBeGreaterThan(1_000);
    expect(house.tickets('toast')).toHaveLength(1);
  });
});
