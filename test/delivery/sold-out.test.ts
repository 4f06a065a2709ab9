import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const MINUTE = 60_000;
/** How long before its hour the kitchen gets a ticket. */
const PREPARATION = 20 * MINUTE;
const UNTIL_COOKED = 60 * MINUTE;

let house: DeliveryHouse;
beforeEach(async () => {
  house = await DeliveryHouse.open('square');
});
afterEach(() => house.close());

/** An order for later, taken while everything was there. */
const orderCoke = () => {
  const requested_at = new Date(house.clock.now() + UNTIL_COOKED + PREPARATION).toISOString();
  return house.order({ items: [{ name: 'Coke', quantity: '1' }], timing: { requested_at } });
};
async function sellOutCoke(body: object = {}) {
  const { items } = (await house.api.call('GET', '/v1/menu')).body;
  const { id } = items.find(({ name }: { name: string }) => name === 'Coke');
  const { status } = await house.api.call('PATCH', `/v1/menu/items/${id}`, {
    body: { available: false, ...body },
  });
  expect(status).toBe(200);
}
/** Its hour comes; what became of it. */
async function cook(order_id: string) {
  house.clock.move(UNTIL_COOKED);
  for (let tries = 0; tries < 1000; tries++) {
    const found = await house.reached(order_id, 'held', 'delivered', 'delivered_degraded');
    if (found.reason?.kind !== 'scheduled') return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It still waits for its hour.');
}
const SOLD_OUT = { kind: 'held', message: expect.stringMatching(/^Coke is sold out\. Offer the guest/) };

it('asks a person about a dish that was sold out between the call and the hour it is cooked', async () => {
  await house.api.call('POST', '/v1/menu/sync');
  const id = await orderCoke();
  await sellOutCoke();
  expect((await cook(id)).reason).toMatchObject(SOLD_OUT);
  expect(house.tickets('square')).toEqual([]);
  await house.mail(/Coke is sold out/, 'alert');
});

it('does so too where the shop has written its own menu and the ids are the POS’s', async () => {
  await house.api.call('PUT', '/v1/menu', { body: { items: [{ id: 'coke', name: 'Coke', price: 299 }] } });
  const id = await orderCoke();
  await sellOutCoke();
  expect((await cook(id)).reason).toMatchObject(SOLD_OUT);
});

it('sends a dish that is back by then', async () => {
  await house.api.call('POST', '/v1/menu/sync');
  const id = await orderCoke();
  await sellOutCoke({ until: new Date(house.clock.now() + UNTIL_COOKED / 2).toISOString() });
  expect(await cook(id)).toMatchObject({ state: 'delivered', reason: null });
});

it('takes a menu’s own word that a dish is back since then', async () => {
  const until = new Date(house.clock.now() + UNTIL_COOKED / 2).toISOString();
  const coke = { id: 'coke', name: 'Coke', available: false, until, pos: { square: 'SQVARCOKEREGULAR' } };
  await house.api.call('PUT', '/v1/menu', { body: { items: [coke] } });
  expect(await cook(await orderCoke())).toMatchObject({ state: 'delivered', reason: null });
});

it('never leaves a ticket that may be in the POS unattended because its dish has run out since', async () => {
  await house.api.call('POST', '/v1/menu/sync');
  const id = await orderCoke();
  house.fault('square', 'lose_reply');
  house.clock.move(UNTIL_COOKED);
  await house.reached(id, 'unknown', 'verifying');
  await sellOutCoke();
  expect(await house.reached(id, 'delivered', 'held')).toMatchObject({ state: 'delivered' });
  expect(house.tickets('square')).toHaveLength(1);
});

it('tells the shop at once when a new menu hits an order that waits for its hour', async () => {
  await house.api.call('POST', '/v1/menu/sync');
  await orderCoke();
  await house.api.call('PUT', '/v1/menu', { body: { items: [{ id: 'fries', name: 'Fries' }] } });
  const mail = await house.mail(/menu changed/, 'menu_changed');
  const text = mail.text.replaceAll(/\s+/g, ' ');
  expect(text).toContain('The new menu concerns 1 order still to be sent.');
  expect(text).toContain('#1: Coke is no longer on the menu.');
});

it('holds a dish that is not on offer at that hour, and sends it when staff say that it is', async () => {
  await house.api.call('POST', '/v1/menu/sync');
  const { body: menu } = await house.api.call('GET', '/v1/menu');
  const day = (new Date(house.clock.now()).getUTCDay() + 2) % 7 || 7;
  const hours = [{ day, open: '07:00', close: '11:00' }];
  const items = menu.items.map((item: { name: string }) =>
    item.name === 'Coke' ? { ...item, hours } : item,
  );
  await house.api.call('PUT', '/v1/menu', { body: { ...menu, items } });
  const id = await house.order({ items: [{ name: 'Coke', quantity: '1' }] });
  const held = await house.reached(id, 'held');
  expect(held.reason?.message).toMatch(/^We serve Coke .* from 7:00 AM to 11:00 AM\./);
  expect(house.tickets('square')).toEqual([]);
  const coke = items.find(({ name }: { name: string }) => name === 'Coke');
  await house.api.call('PATCH', `/v1/menu/items/${coke.id}`, { body: { available: true } });
  await house.api.call('POST', `/v1/deliveries/${held.id}/retry`);
  await house.reached(id, 'delivered');
});
