import type { StaffedSimulator } from '../../src/sandbox/notification';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const CODE = 'clover-auth-code-of-the-tests';
const ADDRESS = '/webhooks/clover/con_clover';
let house: DeliveryHouse;
const open = async (secret?: string) => {
  house = await DeliveryHouse.open('clover', {}, {}, secret ? { webhook_secret: secret } : {});
};
afterEach(() => house.close());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${house.address}${ADDRESS}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const sent = async () => {
  const id = await house.order();
  const { receipt } = await house.reached(id, 'delivered', 'delivered_degraded');
  return { id, pos_order_id: (receipt as unknown as { pos_order_id: string }).pos_order_id };
};

it('takes a cancelled order out of Clover, and tells the kitchen, which has it on paper', async () => {
  await open();
  const { id } = await sent();
  const { body } = await house.api.call('POST', `/v1/orders/${id}/cancel`);
  expect(body.outcome).toBe('cancel_ticket_sent');
  const [first, second] = house.tickets('clover');
  expect(first).toMatchObject({ voided: true, printed: 1 });
  expect(second).toMatchObject({ visible: true, printed: 1, total: 0 });
  expect(second?.lines[0]?.name).toMatch(/CANCELLED #\w+ - DO NOT MAKE/);
});

it('answers the first call of the set-up with its code, while everything else is refused', async () => {
  await open();
  const answer = await post('{"verificationCode":"ce7643c1-83ea-4218-abe6-da876c9c7a0a"}');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ verificationCode: 'ce7643c1-83ea-4218-abe6-da876c9c7a0a' });
  const { id, pos_order_id } = await sent();
  const told = JSON.stringify({
    merchants: { M: [{ objectId: `O:${pos_order_id}`, type: 'DELETE', ts: 1 }] },
  });
  expect((await post(told, { 'x-clover-auth': CODE })).status).toBe(401);
  expect((await house.api.call('GET', `/v1/orders/${id}`)).body.status).toBe('accepted');
});

it('hears that staff have deleted an order', async () => {
  await open(CODE);
  const { id, pos_order_id } = await sent();
  const simulator = house.sandbox.find('clover')?.simulator as StaffedSimulator;
  simulator.subscribe({ url: `${house.address}${ADDRESS}`, secret: CODE });
  house.staff('clover', pos_order_id, 'cancel');
  for (const { body, headers } of simulator.notifications(new Date(house.clock.now() + 60_000))) {
    expect((await post(body, headers)).status).toBe(200);
  }
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await house.api.call('GET', `/v1/orders/${id}`);
    if (body.status === 'cancelled') return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The order never became cancelled.');
});
