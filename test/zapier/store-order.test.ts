import { createOrder } from '../../creates/create-order';
import { sampleOrder } from '../../src/order/sample';
import { newOrder } from '../../triggers/new-order';
import { OrderApi } from '../support/order-api';
import { connectZap, posConnection, shapeOf, tester } from '../support/order-api-zap';
import { dish, menuOf } from '../support/small-menu';
import { failureOf, sampleFields } from '../support/zapier-door';

type Fields = Record<string, unknown>;
let api: OrderApi;
let authData: Record<string, string>;
beforeEach(async () => {
  api = await OrderApi.start();
  authData = await connectZap(api);
});
afterEach(() => api.stop());

const run = (fields: Fields = {}, isLoadingSample = false) =>
  tester(createOrder.operation.perform, {
    authData,
    inputData: { ...sampleFields(), ...fields },
    meta: { isLoadingSample },
  });
const stored = async () => (await api.call('GET', '/v1/orders')).body.data;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const takenAt = (placed_at: string | null) => sampleFields({ timing: { placed_at } });

describe('Create Order', () => {
  it('stores the order under its reference and gives it flat, as New Order does', async () => {
    const output = await run();
    expect(output).toMatchObject({
      ...{ status_text: 'The Order API has the order as number 1.', replayed: false, status: 'received' },
      ...{ order_reference: sampleOrder.external_ref, location_name: "mario's", quoted_total: '61.90' },
    });
    expect(shapeOf(output)).toEqual(shapeOf(createOrder.operation.sample));
    const [polled] = await tester(newOrder.operation.perform, { authData });
    expect(output).toMatchObject(polled ?? {});
  });

  it('finds the first order when the run is repeated, and says so', async () => {
    const first = await run();
    const again = await run();
    expect(again).toMatchObject({
      id: first.id,
      replayed: true,
      status_text: 'The Order API already has this order as number 1; no second one was made.',
    });
    expect(await stored()).toHaveLength(1);
  });

  it('finds the order that New Order gave it', async () => {
    await api.send({ external_ref: undefined, items: sampleOrder.items });
    const [order] = await tester(newOrder.operation.perform, { authData });
    const { order_reference, order_data } = order ?? {};
    expect(await run({ order_reference, order_data })).toMatchObject({ id: order?.id, replayed: true });
  });

  it('says in the words of the server what differs from the order that has this reference', async () => {
    const { id } = await run();
    const failure = await failureOf(run({ kitchen_note: 'no napkins' }));
    expect(failure).toMatchObject({ name: 'AppError' });
    expect(failure.message).toBe(
      `The external_ref of this order belongs to order ${id} (number 1), which differs in notes. Use a new reference for a new order.`,
    );
  });

  it('stores nothing when Test is pressed in the editor, and shows what it would', async () => {
    const output = await run({}, true);
    expect(output).toMatchObject({
      ...{ status_text: 'Preview only: nothing was sent to the Order API.', id: '', replayed: false },
      ...{ customer_name: 'Ann Lee', wanted_at_local: 'Fri 29 Nov, 7:15 PM' },
    });
    expect(shapeOf(output)).toEqual(shapeOf(createOrder.operation.sample));
    expect(await stored()).toEqual([]);
  });

  it('stores a test order under a reference of its own when the editor is told to', async () => {
    await run({ editor_test: 'test_ticket' }, true);
    expect(await run()).toMatchObject({ replayed: false, is_test: false });
    expect((await stored()).map(({ test }: { test: boolean }) => test)).toEqual([false, true]);
  });

  it("takes a wanted time without a zone for the shop's own", async () => {
    const output = await run({ requested_time: '2030-11-29T18:00' });
    expect(output.requested_time).toBe('2030-11-29T18:00:00-05:00');
  });

  it('stores for the shop that was chosen, and asks which one where there are several', async () => {
    const { body } = await api.call('POST', '/v1/locations', {
      body: { name: 'Uptown', timezone: 'America/Chicago' },
    });
    expect(await run({ location_id: body.id, requested_time: '2030-11-29T18:00' })).toMatchObject({
      ...{ location_id: body.id, location_name: 'Uptown', requested_time: '2030-11-29T18:00:00-06:00' },
    });
    expect((await failureOf(run())).message).toContain('there are several shops');
  });

  it.each([
    ['an empty text', ''],
    ['null', null],
    ['an empty list', []],
  ])('takes %s for not filled in', async (_, empty) => {
    const keys = ['location_id', 'items', 'kitchen_note', 'max_age_minutes', 'editor_test', 'placed_at'];
    const output = await run(Object.fromEntries(keys.map((key) => [key, empty])));
    expect(output).toMatchObject({ replayed: false, kitchen_note: 'Please send napkins' });
  });

  it('brings a note that looks like a Zapier variable to the server unchanged', async () => {
    const kitchen_note = 'see {{bundle.inputData.order_data}} on the door';
    expect(await run({ kitchen_note })).toMatchObject({ kitchen_note });
  });

  it('names every field that cannot be read', async () => {
    const { message } = await failureOf(run({ tip: 'some', quoted_total: 'much' }));
    expect(message).toContain('Tip: "some" is not');
    expect(message).toContain('Total Told to the Guest: "much"');
  });
});

describe('an order in words', () => {
  const texted = (order_text: string) => run({ order_data: '', order_text, customer_name: 'Ann Lee' });

  it('is read by the server, with its menu, and what must be asked is on the order', async () => {
    const menu = menuOf([
      dish('knots', 'Garlic Knots'),
      dish('caesar', 'Caesar Salad'),
      dish('greek', 'Greek Salad'),
    ]);
    await api.call('PUT', '/v1/menu', { body: menu });
    const output = await texted('2 garlic knots and a salad, pickup tomorrow');
    expect(output.items).toMatchObject([
      { name: 'garlic knots', quantity: '2' },
      { name: 'salad', quantity: '1' },
    ]);
    expect(output).toMatchObject({ service_type: 'pickup', wanted_at_local: 'tomorrow' });
    expect(output.kitchen_note).toContain('ASK about "salad": Caesar Salad or Greek Salad?');
  });

  it('is stored as it was said where the shop has no menu, and not at all where it orders nothing', async () => {
    expect((await texted('2 garlic knots')).items).toMatchObject([{ name: '2 garlic knots' }]);
    await api.call('PUT', '/v1/menu', { body: menuOf([dish('knots', 'Garlic Knots')]) });
    expect((await failureOf(texted('are you open today?'))).message).toContain(
      'Order in Words names nothing',
    );
  });
});

describe('an order that Zapier held back', () => {
  it('is not stored hours later: the error holds the ticket', async () => {
    const { message } = await failureOf(run(takenAt(minutesAgo(190))));
    expect(message).toContain('This order was taken 3 h 10 min ago');
    expect(message).toContain('2 x large pepperoni pizza');
    expect(await stored()).toEqual([]);
  });

  it('is found all the same where an earlier run stored it', async () => {
    const placed_at = minutesAgo(30);
    const { id } = await run(takenAt(placed_at));
    expect(await run({ ...takenAt(placed_at), max_age_minutes: 10 })).toMatchObject({ id, replayed: true });
  });

  it('is tried again while the server is out of reach, until it is too old: then the error is the ticket', async () => {
    authData.api_url = 'http://127.0.0.1:9';
    expect(await failureOf(run(takenAt(minutesAgo(5))))).toMatchObject({
      name: 'ThrottledError',
      delay: 60,
    });
    const late = await failureOf(run(takenAt(minutesAgo(50))));
    expect(late).toMatchObject({ name: 'AppError' });
    expect(late.message).toContain('could not be reached');
    expect(late.message).toContain('take it by hand');
  });
});

describe('what is wrong with the connection', () => {
  it('always stops, in words', async () => {
    const bundle = { authData: posConnection, inputData: sampleFields() };
    expect((await failureOf(tester(createOrder.operation.perform, bundle))).message).toBe(
      'This step sends to the Order API, but the connection chosen is "Clover: M1 (US)". Choose or add an Order API connection.',
    );
    authData.api_key = 'mario-read';
    const { name, message } = await failureOf(run());
    expect([name, message]).toEqual(['ExpiredAuthError', expect.stringContaining('write')]);
  });
});
