import { newOrder } from '../../triggers/new-order';
import { newOrderPushed } from '../../triggers/new-order-pushed';
import { BridgeHouse, toldOf } from '../support/bridge';
import { openReceiver } from '../support/hook-receiver';
import { posConnection, shapeOf, tester } from '../support/order-api-zap';
import { describeWithPython } from '../support/receptionist-file';
import { openZap } from '../support/zapier-door';

type Payload = object | undefined;
const pushed = (cleanedRequest: Payload, inputData: object = {}) =>
  tester(newOrderPushed.operation.perform, { cleanedRequest, inputData, authData: posConnection } as never);

describe('New Order (Pushed)', () => {
  it('starts at nothing that is no order', async () => {
    for (const payload of [
      undefined,
      {},
      [],
      { type: 'order.created' },
      { type: 'delivery.updated', data: { items: [{}] } },
    ]) {
      expect(await pushed(payload as Payload)).toEqual([]);
    }
  });

  it('shows an order to build with before the first one comes, in the shape of New Order', async () => {
    const [sample] = await tester(newOrderPushed.operation.performList, { authData: posConnection } as never);
    expect(sample).toEqual({ ...newOrder.operation.sample, event: 'order.created' });
  });
});

describeWithPython('what the bridge pushes into a Zap', () => {
  let house: BridgeHouse;
  let zapier: Awaited<ReturnType<typeof openReceiver>>;
  const calls: object[] = [];
  beforeAll(async () => {
    house = new BridgeHouse();
    zapier = await openReceiver();
    await house.run(zapier.url, '--once');
    const order = { customer_name: 'Ann Lee', phone_number: '617 555 0123', total_estimate: '$21.95' };
    house.call('CA1', { ...order, items: [{ name: 'Margherita', quantity: 2, options: ['no onions'] }] });
    await house.run(zapier.url, '--once');
    house.file.write({
      order: {
        call_sid: 'CA1',
        order_type: 'pickup',
        ...order,
        items: [{ name: 'Margherita', quantity: 3 }],
      },
    });
    await house.run(zapier.url, '--once');
    calls.push(...zapier.calls.map(toldOf));
  });
  afterAll(async () => {
    await house.close();
    await zapier.close();
  });

  it('has the very shape of New Order', async () => {
    const [order] = await pushed(calls[0]);
    expect(shapeOf(order ?? {})).toEqual(shapeOf(newOrderPushed.operation.sample));
    expect(order).toMatchObject({
      order_reference: 'CA1',
      customer_name: 'Ann Lee',
      location_name: "Mario's Downtown",
      quoted_total: '21.95',
      source_channel: 'bridge',
      items: [{ name: 'Margherita', quantity: '2', options_text: 'no onions' }],
      order_text: '2 × Margherita (no onions)',
    });
    for (const [key, value] of Object.entries(order ?? {}))
      expect([key, value]).not.toEqual([key, undefined]);
  });

  it('starts for changes only where they are asked for, with an id of their own and what is different', async () => {
    expect(await pushed(calls[1])).toEqual([]);
    expect(await pushed(calls[0], { messages: 'changes' })).toEqual([]);
    const [first] = await pushed(calls[0], { messages: 'new_orders' });
    const [change] = await pushed(calls[1], { messages: 'changes' });
    expect(shapeOf(change ?? {})).toEqual(shapeOf(newOrderPushed.operation.sample));
    expect(change).toMatchObject({
      id: `${first?.id}:2`,
      order_reference: 'CA1',
      kitchen_note: expect.stringMatching(
        /^CHANGE to #1: REMOVE 2 × Margherita \(no onions\); ADD 3 × Margherita;/,
      ),
    });
  });

  it('gives one Zap both where it asks for both, told apart by what happened', async () => {
    const both = { messages: 'both' };
    const [[order], [change]] = [await pushed(calls[0], both), await pushed(calls[1], both)];
    expect(order).toMatchObject({ event: 'order.created', order_reference: 'CA1' });
    expect(change).toMatchObject({ event: 'order.updated', order_reference: 'CA1' });
    expect(change?.ticket_text).toMatch(/^CHANGE to #1/);
  });

  it('makes no second ticket of a change, even in a Zap that sends everything to the POS', async () => {
    const square = await openZap('square');
    for (const call of calls) {
      const [told] = await pushed(call, { messages: 'both' });
      await square.run({ order_reference: told?.order_reference, order_data: told?.order_data });
    }
    expect(square.tickets()).toHaveLength(1);
    await square.close();
  });

  it('makes one ticket in Square by its two mappings, however often it comes', async () => {
    const square = await openZap('square');
    const [order] = await pushed(calls[0]);
    const { order_reference, order_data } = order ?? {};
    for (let times = 0; times < 2; times++) {
      const receipt = await square.run({ order_reference, order_data });
      expect(receipt).toMatchObject({ sent_to_kitchen: true });
    }
    expect(square.tickets()).toHaveLength(1);
    expect(JSON.stringify(square.tickets())).toContain('Margherita');
    await square.close();
  });
});
