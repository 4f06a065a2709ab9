import { DeliveryHouse } from '../../support/delivery-house';
import { Visitor } from '../../support/visitor';

jest.setTimeout(60_000);

let house: DeliveryHouse;
let staff: Visitor;
afterEach(() => house.close());

async function open(vendor: string, ...rest: [] | [Parameters<typeof DeliveryHouse.open>[1]]): Promise<void> {
  house = await DeliveryHouse.open(vendor, ...rest);
  staff = await Visitor.signedIn(house.api);
}

const rowOf = async (id: string) =>
  (await house.deliveries(id)).find(
    ({ destination: { kind, purpose } }) => kind === 'pos' && purpose === 'order',
  );

it('lets somebody key in what could not be sent: then nothing more is sent', async () => {
  await open('toast', { api_url: 'http://127.0.0.1:9' });
  const id = await house.order();
  await house.reached(id, 'retry_wait');
  const page = await staff.get(`/orders/${id}`);
  expect(page.text).toContain('could not be reached. Nothing was sent.');
  const delivery = (await rowOf(id))?.id ?? '';
  const { location } = await staff.post(`/orders/${id}/press`, { delivery, press: 'resolve', back: '/' });
  expect(location).toBe('/?done=keyed');
  expect((await rowOf(id))?.state).toBe('manual_done');
  expect((await staff.get(`/orders/${id}`)).text).toMatch(/chip-seen[\s\S]*Somebody said: I keyed it in/);
  const again = await staff.post(`/orders/${id}/press`, {
    delivery,
    press: 'retry',
    back: 'https://evil.example',
  });
  expect(again.location).toBe('/?done=nothing');
});

it('sends an order that waited for an answer once it is written right', async () => {
  await open('square', { settings: { unpaid_orders: 'external_tender', unknown_items: 'hold' } });
  const id = await house.order({ items: [{ name: 'something with cheese', quantity: '1' }] });
  await house.reached(id, 'held');
  expect((await staff.get('/')).text).toMatch(/Waits for your answer[\s\S]*Fix and resend/);
  const form = await staff.get(`/orders/${id}/fix`);
  expect(form.text).toContain('value="something with cheese"');
  const fixed = await staff.post(`/orders/${id}/fix`, {
    'items[0][name]': 'cheeseburger',
    'items[0][quantity]': '1',
  });
  expect(fixed.location).toBe(`/orders/${id}?done=fixed`);
  await house.reached(id, 'delivered', 'delivered_degraded', 'confirmed_by_pos');
  expect(house.tickets('square')).toHaveLength(1);
});

it('shows the form again, with what was written and what is wrong with it', async () => {
  await open('square');
  const id = await house.order();
  await house.reached(id, 'delivered', 'confirmed_by_pos');
  await staff.get(`/orders/${id}/fix`);
  const refused = await staff.post(`/orders/${id}/fix`, {
    'items[0][name]': 'cheeseburger',
    'items[0][quantity]': 'a few',
  });
  expect(refused.status).toBe(400);
  expect(refused.text).toMatch(/role="alert"[\s\S]*quantity[\s\S]*value="cheeseburger"/);
});

it('cancels an order, and says honestly what the kitchen has of it', async () => {
  await open('square');
  const id = await house.order();
  await house.reached(id, 'delivered', 'confirmed_by_pos');
  await staff.get(`/orders/${id}`);
  const { location } = await staff.post(`/orders/${id}/cancel`, { reason: 'guest called' });
  const { text } = await staff.get(String(location));
  expect(text).toMatch(/class="done"[^>]*>(Cancelled|Marked as cancelled)/);
  expect(text).toContain('chip-closed');
});

it('shows the very requests and replies of every attempt, with no secret in them', async () => {
  await open('square');
  const id = await house.order();
  await house.reached(id, 'delivered', 'confirmed_by_pos');
  const { text } = await staff.get(`/orders/${id}`);
  expect(text).toMatch(/<details class="fold no-print" id="wire-dlv_\w+-1">/);
  expect(text).toMatch(/POST http:\/\/127\.0\.0\.1:\d+\/square\/v2\/orders/);
  expect(text).toMatch(/authorization: Bearer …\w{4}/);
  const { access_token } = (house.sandbox.facts().square ?? {}) as Record<string, string>;
  expect(access_token?.length).toBeGreaterThan(8);
  expect(text).not.toContain(access_token);
});

it('asks the POS again at the press of a button, and lets go on what waited for it', async () => {
  await open('square');
  house.fault('square', 'expired_token', 6);
  const id = await house.order();
  await house.reached(id, 'blocked');
  expect((await staff.get('/')).text).toContain('Try the POS again');
  const connection = (await house.api.call('GET', '/v1/connections')).body.data[0].id;
  // The first answers may still be those of the fault.
  for (let tries = 0; tries < 3; tries++) await staff.post(`/pos/${connection}/check`, { back: '/' });
  await house.reached(id, 'delivered', 'confirmed_by_pos');
  expect((await staff.get('/')).text).toContain('Square answers');
});
