import { square } from '../../../src/pos/square';
import { LENGTHS } from '../../../src/pos/square/api';
import { notice } from '../../support/notice-order';
import { type Door, openDoor } from '../../support/square-door';
import { sample } from '../../support/vendor-doors';

const SUFFIXES = ['', '-r2', '-c1', '-c12', '-x'];
const titled = (suffix: string, changes: object = {}) =>
  notice(suffix === '-x' ? 'CANCELLED #21DE - DO NOT MAKE' : 'CHANGE to #21DE', suffix, changes);
let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
const submit = (suffix: string, session = door.session) =>
  square.submitOrder(titled(suffix), session, undefined);

describe('a ticket about a ticket', () => {
  it('stands beside the first, is seen by the kitchen with every word, books nothing and asks for no money', async () => {
    await door.place();
    const receipt = await submit('-x');
    expect(receipt).toMatchObject({ sent_to_kitchen: true, replayed: false, pos_total: 0, warnings: [] });
    const [, ticket] = door.tickets();
    expect(ticket).toMatchObject({ visible: true, printed: 1, total: 0, reference: receipt.reference });
    expect(ticket?.lines[0]?.name).toContain('CANCELLED #21DE - DO NOT MAKE');
    expect(ticket?.lines[0]?.note).toContain('40 × pepperoni pizza with the works');
    expect(JSON.stringify(ticket)).not.toContain('collect');
    expect(await door.payments(receipt.pos_order_id)).toBe(0);
  });

  it('is seen by the kitchen even where the restaurant leaves unpaid orders open', async () => {
    const settings = { unpaid_orders: 'leave_open' };
    const receipt = await submit('-x', { ...door.session, settings });
    expect(receipt).toMatchObject({ sent_to_kitchen: true, completed: ['order', 'payment'] });
    const { requests } = square.preview(titled('-x'), { ...door.session, settings });
    expect(requests.map(({ step }) => step)).toEqual(['submit', 'pay']);
  });

  it('is made once, however often it is sent', async () => {
    for (const _time of [1, 2, 3]) await submit('-c1');
    expect(door.tickets()).toHaveLength(1);
  });
});

it.each(SUFFIXES)('finds %j and none of the others', async (suffix) => {
  const order = (one: string) => ({ ...sample(), reference_suffix: one });
  for (const other of SUFFIXES.filter((one) => one !== suffix))
    await square.submitOrder(order(other), door.session, undefined);
  expect(await square.findOrder(order(suffix), door.session)).toBeUndefined();
  const made = await square.submitOrder(order(suffix), door.session, undefined);
  expect(await square.findOrder(order(suffix), door.session)).toMatchObject({
    pos_order_id: made.pos_order_id,
    reference: made.reference,
  });
  expect(door.tickets()).toHaveLength(SUFFIXES.length);
});

it('fits every field with the longest suffix there is', async () => {
  const { requests } = square.preview(titled('-c123-r4'), door.session);
  const [order, payment] = requests.map(
    ({ body }) => body as Record<string, { reference_id: string } & string>,
  );
  expect(order?.order?.reference_id.length).toBeLessThanOrEqual(LENGTHS.referenceId);
  expect(payment?.idempotency_key?.length).toBeLessThanOrEqual(45);
});

it('says that an order is to be paid where it may turn out to cost something', async () => {
  const items = [{ name: 'whatever is fresh', quantity: '1', unit_price: null }];
  await door.place(sample({ items, charges: [], quoted_total: null }));
  expect(JSON.stringify(door.tickets())).toContain('UNPAID, collect');
});
