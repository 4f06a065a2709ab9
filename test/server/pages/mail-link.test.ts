import type { Mail } from '../../../src/delivery/email/mail';
import { ActionLinks } from '../../../src/server/action-links';
import { OrderApi } from '../../support/order-api';
import { Visitor } from '../../support/visitor';

let api: OrderApi;
let mails: Mail[];
beforeEach(async () => {
  mails = [];
  api = await OrderApi.start({
    services: {
      mailer: { send: async (mail) => void mails.push(mail) },
      links: new ActionLinks(Buffer.alloc(32, 1), 'http://orders.example'),
    },
  });
  await api.call('PATCH', '/v1/locations/loc_1', {
    body: { email: 'Kitchen@marios.example, boss@marios.example' },
  });
});
afterEach(() => api.stop());

/** Asks for a link, and gives where it leads once it has come; undefined where none does. */
async function askFor(email: string): Promise<string | undefined> {
  const before = mails.length;
  const visitor = new Visitor(api);
  await visitor.get('/sign-in');
  const { location } = await visitor.post('/sign-in/link', { email });
  expect(location).toBe('/sign-in?note=linkSent');
  for (let tries = 0; tries < 100 && mails.length === before; tries++)
    await new Promise((done) => setTimeout(done, 10));
  return /http:\/\/orders\.example(\/sign-in\/link\/[\w-]+)/.exec(mails[before]?.text ?? '')?.[1];
}

it('signs in whoever reads the mail of the shop, once, and for that shop only', async () => {
  const link = (await askFor('kitchen@marios.example')) ?? '';
  expect(mails[0]?.to).toEqual(['kitchen@marios.example']);
  const visitor = new Visitor(api);
  // A mail scanner opens the link as often as it likes.
  for (let n = 0; n < 3; n++) expect((await visitor.get(link)).text).toContain('Sign in on this device');
  expect((await visitor.post(link)).location).toBe('/');
  const { text } = await visitor.get('/');
  expect(text).toContain('Links by e-mail');
  expect(text).toContain('action="/shops/loc_1/pause"');
  expect(text).not.toContain('/sold-out');
  const second = new Visitor(api);
  expect((await second.get(link)).location).toBe('/sign-in?note=linkGone');
  await second.get('/sign-in');
  expect((await second.post(link)).location).toBe('/sign-in?note=linkGone');
});

it('is good for a quarter of an hour', async () => {
  const link = (await askFor('boss@marios.example')) ?? '';
  api.clock.at += 16 * 60_000;
  const visitor = new Visitor(api);
  expect((await visitor.get(link)).location).toBe('/sign-in?note=linkGone');
  expect((await visitor.get('/sign-in?note=linkGone')).text).toContain('its 15 minutes are over');
});

it('says the same to an address that no shop has, and mails it nothing', async () => {
  expect(await askFor('stranger@evil.example')).toBeUndefined();
  expect(await askFor('marios.example')).toBeUndefined();
  expect(mails).toEqual([]);
});

it('fills no mailbox: the next link goes out a minute later', async () => {
  expect(await askFor('kitchen@marios.example')).toBeDefined();
  expect(await askFor('kitchen@marios.example')).toBeUndefined();
  api.clock.at += 61_000;
  expect(await askFor('kitchen@marios.example')).toBeDefined();
});

it('ends with its key: once that is deleted no link signs in any more', async () => {
  const link = (await askFor('kitchen@marios.example')) ?? '';
  const { body } = await api.call('GET', '/v1/keys');
  const key = body.data.find(({ name }: { name: string }) => name === 'Links by e-mail');
  expect(key).toMatchObject({ location_ids: ['loc_1'], scopes: ['read', 'write'] });
  await api.call('DELETE', `/v1/keys/${key.id}`);
  const visitor = new Visitor(api);
  expect((await visitor.get(link)).location).toBe('/sign-in?note=linkGone');
  api.clock.at += 61_000;
  expect(await askFor('kitchen@marios.example')).toBeUndefined();
});

it('is not offered where no mail can be sent', async () => {
  const mute = await OrderApi.start();
  expect((await new Visitor(mute).get('/sign-in')).text).not.toContain('/sign-in/link');
  await mute.stop();
});
