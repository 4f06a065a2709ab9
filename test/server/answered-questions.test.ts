import { DeliveryHouse } from '../support/delivery-house';
import { pizza } from '../support/order-api';

jest.setTimeout(60_000);

let house: DeliveryHouse;
beforeAll(async () => {
  house = await DeliveryHouse.open('square');
  expect((await house.api.call('POST', '/v1/menu/sync', { body: {} })).status).toBe(200);
});
afterAll(() => house.close());

let ticketsBefore = 0;
let run = 0;
beforeEach(() => {
  ticketsBefore = house.tickets('square').length;
  run += 1;
});
const tickets = () => house.tickets('square').slice(ticketsBefore);
const status = async (id: string) => (await house.api.call('GET', `/v1/orders/${id}`)).body.status;
const one = (name: string, given = {}) => [{ name, quantity: '1', ...given }];
const send = async (items: object[], query = '', given = {}) => {
  const body = { ...pizza, quoted_total: null, external_ref: `CA-asked-${run}`, items, ...given };
  return (await house.api.call('POST', `/v1/orders?${query}`, { body })).body.id as string;
};
const change = async (id: string, body: object, query = '') => {
  const answer = await house.api.call('POST', `/v1/orders/${id}/changes?${query}`, { body });
  expect(answer).toMatchObject({ status: 200, body: { outcome: 'changed_before_sending' } });
  return answer;
};

describe('an order that waits for an answer', () => {
  it('goes to the POS once, as it was changed, when the doubtful words are told clearly', async () => {
    const id = await send(one('a pepperoni'));
    await house.reached(id, 'held');
    expect(tickets()).toEqual([]);
    const { body } = await change(id, { items: one('large pepperoni pizza') });
    expect(body).toMatchObject({ outcome: 'changed_before_sending', order: { status: 'received' } });
    await house.reached(id, 'delivered', 'confirmed_by_pos');
    expect(tickets()).toHaveLength(1);
    expect(JSON.stringify(tickets())).toMatch(/Pepperoni Pizza/);
  });

  it('goes out when the same words are told with the dish that they mean', async () => {
    const id = await send(one('a pepperoni'));
    await house.reached(id, 'held');
    const { items } = (await house.api.call('GET', '/v1/menu')).body;
    const calzone = items.find(({ name }: { name: string }) => name === 'Pepperoni Calzone');
    await change(id, { items: one('a pepperoni', { menu_item_id: calzone.id }) });
    await house.reached(id, 'delivered', 'confirmed_by_pos');
    expect(tickets()).toHaveLength(1);
  });

  it('goes on waiting while the question is open, and goes out once its option is named', async () => {
    const id = await send(one('Large Pizza'));
    expect((await house.reached(id, 'held')).reason?.message).toMatch(/Which crust/);
    expect(await status(id)).toBe('held');
    await change(id, { notes: 'ring twice' });
    expect([(await house.reached(id, 'held')).reason?.message, await status(id)]).toEqual([
      expect.stringMatching(/Which crust/),
      'held',
    ]);
    await change(id, { items: one('Large Pizza', { options_text: 'thin' }) });
    await house.reached(id, 'delivered', 'confirmed_by_pos');
    expect(tickets()).toHaveLength(1);
  });

  it('keeps a question that came with it until whoever asked says that it is answered', async () => {
    const id = await send(one('Garlic Knots'), 'hold=Who%20pays%20for%20this%3F');
    await change(id, { items: one('Coke') });
    expect((await house.reached(id, 'held')).reason?.message).toBe('Who pays for this?');
    await change(id, { notes: 'Ann pays' }, 'hold=At%20what%20time%3F');
    expect((await house.reached(id, 'held')).reason?.message).toBe('At what time?');
    await change(id, { items: one('Coke Zero') });
    expect((await house.reached(id, 'held')).reason?.message).toBe('At what time?');
    await change(id, { notes: 'Ann pays at seven' }, 'answered=true');
    await house.reached(id, 'delivered', 'confirmed_by_pos');
    expect(tickets()).toHaveLength(1);
  });
});

it('asks before an order leaves that was changed to something nobody can cook as it is', async () => {
  const requested_at = new Date(house.clock.now() + 86_400_000).toISOString();
  const id = await send(one('Garlic Knots'), '', { timing: { requested_at } });
  expect(await status(id)).toBe('scheduled');
  await change(id, { items: one('Large Pizza') });
  await house.mail(/Which crust/, 'alert');
  expect((await house.reached(id, 'held')).reason?.message).toMatch(/Which crust/);
  await change(id, { items: one('Large Pizza', { options_text: 'pan' }), timing: { requested_at: null } });
  await house.reached(id, 'delivered', 'confirmed_by_pos');
  expect(tickets()).toHaveLength(1);
});
