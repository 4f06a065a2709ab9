import { type VendorId, vendorIds } from '../../src/pos/vendors';
import type { KitchenTicket } from '../../src/sandbox/simulator';
import { DeliveryHouse } from '../support/delivery-house';
import { type Door, doorsTo } from '../support/doors';
import { type PlainOrder, thirtyOrders } from './thirty-orders';

jest.setTimeout(120_000);

type Facts = Record<string, unknown>;
type Answer = Facts & { timing: Facts; source: Facts; order_data: string };

/** What may differ: when, and through which door. */
function told({ id: _id, created_at: _at, updated_at: _too, deliveries: _none, ...answer }: Answer): Facts {
  const { placed_at: _placed, ...timing } = answer.timing;
  const order_data = { ...JSON.parse(answer.order_data), source: null, timing: null };
  return { ...answer, timing, source: { ...answer.source, channel: null }, order_data };
}

/** What the kitchen reads, and what the POS charges. */
function printed({ id: _id, ticket_number: _number, created_at: _at, ...ticket }: KitchenTicket) {
  return ticket;
}

/** A house of its own for each door: nothing is sent before somebody says so. */
async function openHouse(vendor: VendorId): Promise<DeliveryHouse> {
  const house = await DeliveryHouse.open(vendor);
  await house.api.call('PATCH', '/v1/locations/loc_1', { body: { auto_deliver: false } });
  return house;
}

const doors = doorsTo('square');

describe('the same thirty orders through every door', () => {
  const houses = new Map<Door, DeliveryHouse>();
  beforeAll(async () => {
    for (const door of doors) houses.set(door, await openHouse('square'));
  });
  afterAll(() => Promise.all([...houses.values()].map((house) => house.close())));

  const house = (door: Door) => houses.get(door) as DeliveryHouse;
  /** An order for another day would wait on the server, where a Zap hands it to the POS at once. */
  const isForToday = ({ timing }: PlainOrder) => !timing?.requested_at?.startsWith('2030');

  it.each(thirtyOrders)('stores the same order and makes the same ticket of it: $what', async ({ order }) => {
    const made = doors.map(async (door) => {
      const id = await door.store(house(door), order);
      const before = house(door).tickets('square').length;
      const stored = (await house(door).api.call('GET', `/v1/orders/${id}`)).body;
      if (isForToday(order)) await door.cook(house(door), order);
      return { stored: told(stored), tickets: house(door).tickets('square').slice(before).map(printed) };
    });
    const [first, ...others] = await Promise.all(made);
    expect(first?.tickets).toHaveLength(isForToday(order) ? 1 : 0);
    for (const other of others) expect(other).toEqual(first);
  });
});

const one: PlainOrder = {
  external_ref: 'CA0099',
  customer: { name: 'Ann Lee', phone: '+1 617 555 0123', email: 'ann_lee@example.com' },
  items: [{ name: 'large pepperoni pizza', quantity: '1', options: [{ name: 'onions', action: 'remove' }] }],
};

describe.each(vendorIds)('%s', (vendor) => {
  let house: DeliveryHouse;
  beforeEach(async () => {
    house = await openHouse(vendor);
  });
  afterEach(() => house.close());
  const visible = () => house.tickets(vendor).filter((ticket) => ticket.visible);

  // A partner's endpoint has neither key nor look-up: there it is promised one after the other only.
  const atOnce = vendor !== 'touchbistro';
  it(`cooks once what three doors send ${atOnce ? 'at the same moment' : 'one after the other'}`, async () => {
    const cook = (door: Door) => door.cook(house, one).catch((error: Error) => error);
    if (atOnce) await Promise.all(doorsTo(vendor).map(cook));
    else for (const door of doorsTo(vendor)) await cook(door);
    // A door that was told to come again comes again.
    for (const door of doorsTo(vendor)) await cook(door);
    expect(visible()).toHaveLength(1);
    expect(JSON.stringify(visible()[0]?.lines)).toMatch(/no onions/i);
    expect(visible()[0]?.printed).toBeLessThanOrEqual(1);
  });
});
