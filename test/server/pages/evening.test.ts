import { OrderApi } from '../../support/order-api';
import { Visitor } from '../../support/visitor';

let api: OrderApi;
let staff: Visitor;
beforeEach(async () => {
  api = await OrderApi.start();
  staff = await Visitor.signedIn(api);
});
afterEach(() => api.stop());

/** A guest orders for a moment so many minutes from now, as the page shows the name. */
const orderFor = (name: string, minutes: number, changes: object = {}) =>
  api.send({
    external_ref: name,
    customer: { name },
    timing: { requested_at: new Date(api.clock.at + minutes * 60_000).toISOString() },
    ...changes,
  });

/** Which of these names a page shows, in its order. */
const shown = (text: string, names: string[]) =>
  [...text.matchAll(/<\/span> ([^<]+)<\/a>/g)]
    .map(([, name = '']) => name)
    .filter((name) => names.includes(name));

it('shows what needs somebody first, then all else by the time it was promised for', async () => {
  await orderFor('Late', 120);
  await orderFor('Soon', 10);
  await orderFor('Middle', 60);
  await api.call('POST', '/v1/orders?hold=Which%20size%3F', {
    body: { items: [{ name: 'pizza', quantity: '1' }], customer: { name: 'Asked' } },
  });
  const { text } = await staff.get('/');
  expect(shown(text, ['Late', 'Soon', 'Middle', 'Asked'])).toEqual(['Asked', 'Soon', 'Middle', 'Late']);
  expect(text).toMatch(/Needs attention <span class="count" data-count>1</);
  expect(text).toContain('Waits for your answer');
});

it('keeps what is closed out of the way, and what was promised long ago, unless somebody must still see to it', async () => {
  const done = await orderFor('Done', 5);
  await api.call('PATCH', `/v1/orders/${done.body.id}`, { body: { status: 'completed' } });
  const cooked = await orderFor('Cooked', 5);
  await api.call('PATCH', `/v1/orders/${cooked.body.id}`, { body: { status: 'ready' } });
  await orderFor('Forgotten', 5);
  const evening = (await staff.get('/')).text;
  expect(evening.split('<details')[0]).not.toContain('Done');
  expect(evening).toMatch(/Closed today[\s\S]*Done/);
  api.clock.at += 24 * 3_600_000;
  const next = (await staff.get('/')).text;
  expect(shown(next, ['Done', 'Cooked', 'Forgotten'])).toEqual(['Forgotten']);
});

it('pauses the shop for as long as the button says, and takes orders again', async () => {
  await staff.get('/?shop=loc_1');
  expect((await staff.post('/shops/loc_1/pause', { minutes: '30' })).location).toBe(
    '/?shop=loc_1&done=paused',
  );
  expect((await staff.get('/?shop=loc_1&done=paused')).text).toMatch(
    /Orders are paused[\s\S]*Paused until 1:\d\d PM[\s\S]*Resume now/,
  );
  expect((await api.send({ external_ref: 'meanwhile' })).status).toBe(409);
  await staff.post('/shops/loc_1/resume');
  expect((await staff.get('/?shop=loc_1')).text).toContain('30 min');
  expect((await api.send({ external_ref: 'after' })).status).toBe(201);
});

it('has a choice where there are several shops, and shows each on its own clock and in its own language', async () => {
  await api.call('POST', '/v1/locations', {
    body: { name: 'El Norte', language: 'es', timezone: 'America/Los_Angeles' },
  });
  const shops = (await api.call('GET', '/v1/locations')).body.data as { id: string; name: string }[];
  const norte = shops.find(({ name }) => name === 'El Norte')?.id;
  await orderFor('Luz', 60, { location_id: norte });
  const [first, second] = [(await staff.get('/')).text, (await staff.get(`/?shop=${norte}`)).text];
  expect(first).toContain('<option value="loc_1" selected>');
  expect(first).not.toContain('Luz');
  expect(second).toMatch(/<html lang="es">[\s\S]*El Norte[\s\S]*11:\d\d a\.m\.[\s\S]*Luz/);
});

it('speaks the language that was chosen at its foot', async () => {
  await staff.get('/?shop=loc_1');
  await staff.post('/language', { language: 'es' });
  expect((await staff.get('/?shop=loc_1')).text).toContain('<html lang="es">');
});

it('says what was done, and nothing that somebody has written into the address', async () => {
  expect((await staff.get('/?shop=loc_1&done=paused')).text).toContain('Orders are paused.');
  for (const name of ['constructor', '__proto__', 'You+have+won']) {
    expect((await staff.get(`/?shop=loc_1&done=${name}`)).text).not.toContain('class="done"');
  }
});

describe('the search', () => {
  beforeEach(async () => {
    await api.send({ external_ref: 'one', customer: { name: 'José Ortega', phone: '+1 617 555 0199' } });
    await api.send({ external_ref: 'two', customer: { name: 'Ann Lee', phone: '+1 617 555 0123' } });
  });
  it.each([
    ['the last four digits of the phone', '0199', ['José Ortega']],
    ["the order's number", '#2', ['Ann Lee']],
    ['a part of the name, without its accents', 'jose', ['José Ortega']],
    ['the reference', 'TWO', ['Ann Lee']],
    ['nothing in particular', '', ['Ann Lee', 'José Ortega']],
    ['what is not there', 'nobody', []],
  ])('finds by %s', async (_what, query, names) => {
    const { text } = await staff.get(`/orders?${new URLSearchParams({ q: query })}`);
    expect(shown(text, ['José Ortega', 'Ann Lee'])).toEqual(names);
  });
});

it('marks a dish as sold out for the evening, or until somebody says so', async () => {
  const dish = (id: string, name: string) => ({ id, name, price: 1_000 });
  await api.call('PUT', '/v1/menu', {
    body: { currency: 'USD', items: [dish('a', 'Tiramisu'), dish('b', 'Calzone')], option_groups: [] },
  });
  await staff.get('/sold-out');
  await staff.post('/sold-out', { shop: 'loc_1', item: 'a', mark: 'tonight' });
  const marked = await api.call('GET', '/v1/menu');
  expect(marked.body.items[0]).toMatchObject({ available: false, until: '2026-11-28T09:00:00.000Z' });
  expect((await staff.get('/sold-out?q=calz')).text).toMatch(/Tiramisu[\s\S]*Sold out until[\s\S]*Calzone/);
  await staff.post('/sold-out', { shop: 'loc_1', item: 'a', mark: 'back' });
  expect((await api.call('GET', '/v1/menu')).body.items[0].available).toBe(true);
  expect((await staff.post('/sold-out', { shop: 'loc_1', item: 'none', mark: 'always' })).status).toBe(404);
});
