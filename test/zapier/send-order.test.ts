import { cancelOrder } from '../../creates/cancel-order';
import { sendOrderToPos } from '../../creates/send-order-to-pos';
import { posConnection as connectionList } from '../../triggers/pos-connection';
import { recentOrder } from '../../triggers/recent-order';
import { DeliveryHouse } from '../support/delivery-house';
import { pizza } from '../support/order-api';
import { connectZap, posConnection, shapeOf, tester } from '../support/order-api-zap';
import { failureOf } from '../support/zapier-door';

type Fields = Record<string, unknown>;
let house: DeliveryHouse;
let authData: Record<string, string>;
beforeEach(async () => {
  house = await DeliveryHouse.open('square');
  await house.api.call('PATCH', '/v1/locations/loc_1', { body: { auto_deliver: false } });
  authData = await connectZap(house.api);
});
afterEach(() => house.close());

const send = (inputData: Fields, isLoadingSample = false) =>
  tester(sendOrderToPos.operation.perform, { authData, inputData, meta: { isLoadingSample } });
const cancel = (inputData: Fields, isLoadingSample = false) =>
  tester(cancelOrder.operation.perform, { authData, inputData, meta: { isLoadingSample } });
const inAnHour = () => new Date(house.clock.now() + 5 * 3_600_000).toISOString();

describe('Send Order to POS', () => {
  it('waits for the ticket, and finds it when the run is repeated', async () => {
    const order_id = await house.order();
    const output = await send({ order_id });
    expect(output).toMatchObject({
      ...{ vendor: 'square', state: 'accepted', sent_to_kitchen: true, order_id },
      ...{ delivery_state: 'delivered', order_reference: pizza.external_ref },
    });
    expect(output.status_text).toContain('Square has the order as ticket');
    expect(Object.keys(output)[0]).toBe('status_text');
    expect(shapeOf(output)).toEqual(shapeOf(sendOrderToPos.operation.sample));
    expect(await send({ order_id })).toEqual(output);
    expect(house.tickets('square')).toHaveLength(1);
  });

  it('takes the reference where a Zap has no id, and a chosen connection', async () => {
    await house.order();
    const [connection] = await tester(connectionList.operation.perform, { authData });
    expect(connection?.name).toMatch(/\(Square\)$/);
    const fields = { order_id: '', order_reference: pizza.external_ref, connection_id: connection?.id };
    expect(await send(fields)).toMatchObject({ state: 'accepted' });
  });

  it('goes on in plain words while the server is still trying, and is no error', async () => {
    house.fault('square', 'throttle', 20);
    const order_id = await house.order();
    const output = await send({ order_id, wait_seconds: 0 });
    expect(output).toMatchObject({ state: 'queued', sent_to_kitchen: false, vendor: 'square' });
    expect(output.status_text).toContain('The server has the order and goes on by itself');
    expect(output.staff_text).toContain('large pepperoni');
    expect(shapeOf(output)).toEqual(shapeOf(sendOrderToPos.operation.sample));
  });

  it('leaves an order for later to the server', async () => {
    const order_id = await house.order({ timing: { requested_at: inAnHour() } });
    const output = await send({ order_id, wait_seconds: '1' });
    expect(output).toMatchObject({ state: 'queued', delivery_state: 'held' });
    expect(output.status_text).toContain('It is sent when it is time to cook it.');
  });

  it('stops in words where the POS cannot take the order, or goes on to alert someone', async () => {
    house.fault('square', 'expired_token', 50);
    const order_id = await house.order();
    const failure = await failureOf(send({ order_id }));
    expect(failure).toMatchObject({ name: 'AppError', message: expect.stringContaining('Square') });
    expect(failure.message).toContain('until the connection on your server is repaired');
    const output = await send({ order_id, when_refused: 'continue' });
    expect(output).toMatchObject({ state: 'not_sent', sent_to_kitchen: false, delivery_state: 'blocked' });
    expect(output.status_text).toBe(failure.message);
    expect(output.reply_text).toContain('Please call the restaurant');
    expect(shapeOf(output)).toEqual(shapeOf(sendOrderToPos.operation.sample));
  });

  it('does not send a cancelled order', async () => {
    const order_id = await house.order();
    await cancel({ order_id });
    expect((await failureOf(send({ order_id }))).message).toContain('The order is cancelled');
    expect(await send({ order_id, when_refused: 'continue' })).toMatchObject({ state: 'not_sent' });
    expect(house.tickets('square')).toHaveLength(0);
  });

  it('sends nothing when Test is pressed in the editor, and shows the requests', async () => {
    const order_id = await house.order();
    const output = await send({ order_id }, true);
    expect(output).toMatchObject({ state: 'preview', sent_to_kitchen: false, delivery_state: null });
    expect(output.request_preview).toContain(output.reference);
    expect(output.reference).toMatch(/^ow/);
    expect(JSON.parse(output.request_preview ?? '')[0].url).toContain('/square/');
    expect(shapeOf(output)).toEqual(shapeOf(sendOrderToPos.operation.sample));
    expect(house.tickets('square')).toEqual([]);
    expect((await failureOf(send({ order_id, connection_id: 'con_x' }, true))).message).toContain(
      'choose one from the list',
    );
  });

  it('refuses an order that Zapier held back for hours, with the ticket', async () => {
    const placed_at = new Date(Date.now() - 190 * 60_000).toISOString();
    const order_id = await house.order({ timing: { placed_at } });
    const { message } = await failureOf(send({ order_id }));
    expect(message).toContain('This order was taken 3 h 10 min ago');
    expect(message).toContain('2 x large pepperoni');
    expect(house.tickets('square')).toEqual([]);
    expect(await send({ order_id, max_age_minutes: 200 })).toMatchObject({ state: 'accepted' });
    expect(await send({ order_id })).toMatchObject({ state: 'accepted' });
  });

  it.each([
    [{}, 'Fill in Order ID or Order Reference.'],
    [{ order_id: 'ord_nothing' }, 'There is no such order.'],
    [{ order_reference: 'CA9' }, 'Order Reference: There is no order "CA9" on this server.'],
    [{ order_id: 'x', wait_seconds: 26 }, 'Wait for the Outcome (Seconds): "26" is not a number of seconds'],
  ])('says what is missing: %j', async (fields, said) => {
    expect((await failureOf(send(fields))).message).toContain(said);
  });

  it('runs again by itself while the server cannot be reached, and never with a wrong connection', async () => {
    authData.api_url = 'http://127.0.0.1:9';
    const fields = { order_id: 'ord_1', when_refused: 'continue' };
    expect(await failureOf(send(fields))).toMatchObject({ name: 'ThrottledError', delay: 60 });
    const bundle = { authData: posConnection, inputData: fields };
    expect((await failureOf(tester(sendOrderToPos.operation.perform, bundle))).message).toBe(
      'This step sends to the Order API, but the connection chosen is "Clover: M1 (US)". Choose or add an Order API connection.',
    );
  });
});

describe('Cancel Order', () => {
  it('says what it means in the kitchen: before the ticket has left, and after', async () => {
    const early = await house.order({ timing: { requested_at: inAnHour() } });
    const output = await cancel({ order_id: early, reason: 'guest called' });
    expect(output).toMatchObject({ outcome: 'not_sent_yet', order_id: early, order_number: '1' });
    expect(output.say).toContain('The kitchen had not started on it.');
    expect(shapeOf(output)).toEqual(shapeOf(cancelOrder.operation.sample));
    const late = await house.order({ external_ref: 'CA-2' });
    await send({ order_id: late });
    const told = await cancel({ order_reference: 'CA-2' });
    expect(['voided', 'cancel_ticket_sent']).toContain(told.outcome);
    expect(await cancel({ order_reference: 'CA-2' })).toEqual(told);
  });

  it('cancels nothing when Test is pressed in the editor', async () => {
    const order_id = await house.order();
    expect(await cancel({ order_id }, true)).toMatchObject({
      outcome: 'preview',
      say: 'Preview only: nothing was cancelled.',
    });
    const { body } = await house.api.call('GET', `/v1/orders/${order_id}`);
    expect(body.status).toBe('received');
  });

  it('says in words that an order is past cancelling', async () => {
    const order_id = await house.order();
    await house.api.call('PATCH', `/v1/orders/${order_id}`, { body: { status: 'completed' } });
    expect(await failureOf(cancel({ order_id }))).toMatchObject({
      name: 'AppError',
      message: expect.stringContaining('which is final'),
    });
  });
});

it('the list of orders shows them as people know them', async () => {
  const id = await house.order();
  const entries = await tester(recentOrder.operation.perform, { authData });
  expect(entries).toEqual([{ id, name: '#1, Ann Lee, 2 × large pepperoni (no onions)' }]);
});
