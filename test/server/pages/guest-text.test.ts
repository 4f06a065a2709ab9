import { readConfig } from '../../../src/server/config';
import { OrderApi } from '../../support/order-api';
import { Visitor } from '../../support/visitor';

const { twilio } = readConfig({
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: '1'.repeat(32),
  TWILIO_FROM: '+16175550100',
});
let api: OrderApi;
afterEach(() => api.stop());

it('texts the guest what the staff write, once, however often the form is sent', async () => {
  api = await OrderApi.start({ config: { twilio } });
  const { id } = (await api.send()).body;
  const staff = await Visitor.signedIn(api);
  const { text } = await staff.get(`/orders/${id}`);
  const once = /name="once" value="(\d+)"/.exec(text)?.[1] ?? '';
  for (let n = 0; n < 3; n++) {
    const { location } = await staff.post(`/orders/${id}/text`, { words: 'Ten minutes late, sorry', once });
    expect(location).toBe(`/orders/${id}?done=texted`);
  }
  const rows = await api.store.deliveriesOf({ restaurant_id: 'rst_1', location_ids: null }, [id]);
  const texts = rows.filter(({ kind }) => kind === 'sms');
  expect(texts).toMatchObject([
    { target: 'guest', purpose: 'note', payload: { words: 'Ten minutes late, sorry' }, state: 'pending' },
  ]);
});

it('offers no text to a guest without a phone, nor where no account can send one', async () => {
  api = await OrderApi.start({ config: { twilio } });
  const { id } = (await api.send({ customer: { name: 'Ann Lee' } })).body;
  const staff = await Visitor.signedIn(api);
  expect((await staff.get(`/orders/${id}`)).text).not.toContain('Text the guest');
  expect((await staff.post(`/orders/${id}/text`, { words: 'hello', once: '1' })).status).toBe(409);
});
