import { OrderApi } from '../../support/order-api';
import { Visitor } from '../../support/visitor';

let api: OrderApi;
beforeEach(async () => {
  api = await OrderApi.start();
});
afterEach(() => api.stop());

const form = {
  ...{ shop: 'loc_1', name: 'Mario & Sons', timezone: 'America/Chicago', email: 'kitchen@marios.example' },
  ...{ prep_minutes: '25', manager_phones: '+1 617 555 0101, +1 617 555 0102' },
  ...{ 'delivery.postal_codes': '02215', 'delivery.lead_minutes': '40' },
  ...{ 'fallback.email_after_seconds': '90', 'fallback.sms_after_seconds': '120' },
  ...{ 'fallback.repeat_every_seconds': '300', 'fallback.ticket_after_seconds': '600' },
};

it('saves the whole form, and empties what was emptied', async () => {
  const staff = await Visitor.signedIn(api);
  await staff.get('/settings');
  expect((await staff.post('/settings', form)).location).toBe('/settings?shop=loc_1&done=saved');
  const { body } = await api.call('GET', '/v1/locations/loc_1');
  expect(body).toMatchObject({
    ...{ name: 'Mario & Sons', timezone: 'America/Chicago', phone: null, prep_minutes: 25 },
    manager_phones: ['+1 617 555 0101', '+1 617 555 0102'],
    delivery: { postal_codes: ['02215'], minimum: 0, lead_minutes: 40 },
    fallback: { email_after_seconds: 90, sms_to: [] },
  });
});

it('names every field that it refuses, saves nothing, and keeps what was written', async () => {
  const staff = await Visitor.signedIn(api);
  await staff.get('/settings');
  const { status, text } = await staff.post('/settings', { ...form, timezone: 'Mars', name: '<b>"Mario' });
  expect(status).toBe(400);
  expect(text).toMatch(/Nothing was saved[\s\S]*timezone/);
  expect(text).toContain('value="&lt;b&gt;&quot;Mario"');
  expect((await api.call('GET', '/v1/locations/loc_1')).body.name).not.toContain('Mario"');
});

it("opens no settings of another restaurant's shop, and none without the right", async () => {
  const luigi = await Visitor.signedIn(api, 'luigi-admin');
  await luigi.get('/');
  expect((await luigi.get('/settings?shop=loc_1')).status).toBe(404);
  expect((await luigi.post('/settings', form)).status).toBe(404);
  const writer = await Visitor.signedIn(api, 'mario-write');
  expect((await writer.get('/settings')).status).toBe(403);
});
