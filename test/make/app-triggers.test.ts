import { openReceiver } from '../support/hook-receiver';
import type { Epoch } from './interpreter/custom-app';
import { AppHouse } from './support/app-house';

jest.setTimeout(60_000);

describe('a trigger', () => {
  let open: AppHouse;
  beforeEach(async () => {
    open = await AppHouse.open();
  });
  afterEach(() => open.close());
  const order = (n: number) =>
    open.house.order({ external_ref: `CA-${n}`, items: [{ name: `dish ${n}`, quantity: 1 }] });

  it('that polls gives each order once, the oldest first, and no more in a run than it may', async () => {
    const epoch: Epoch = { seen: [] };
    const poll = async (limit = 10) =>
      (await open.app.poll('watchOrders', { limit, location_id: 'loc_1' }, epoch)).map(
        (one) => one.external_ref,
      );
    for (const n of [1, 2, 3]) await order(n);
    expect(await poll(2)).toEqual(['CA-1', 'CA-2']);
    await order(4);
    expect(await poll()).toEqual(['CA-3', 'CA-4']);
    expect(await poll()).toEqual([]);
    const [newest] = await open.app.startingPoints('watchOrders', {});
    expect(newest).toEqual({ label: '#4 Ann Lee: 1 × dish 4', date: expect.any(String) });
  });

  it('that is told gives an order within seconds, of its own shop only, until it is switched off', async () => {
    const { app, house } = open;
    const there = await openReceiver();
    const here = await app.attach('new-orders', { location_id: 'loc_1' }, there.url);
    const elsewhere = { ...here, location_id: 'loc_other' };
    const id = await order(1);
    const [call] = await there.called(1);
    const body = JSON.parse(call?.body ?? '');
    const [read] = await app.run('getOrder', { id });
    expect(app.receive('new-orders', here, body)).toMatchObject({ respond: { status: 200 }, bundle: { id } });
    expect(Object.keys(app.receive('new-orders', here, body).bundle as object)).toEqual(
      Object.keys(read ?? {}),
    );
    expect(app.receive('new-orders', elsewhere, body).bundle).toBeUndefined();
    await app.detach('new-orders', here);
    await app.detach('new-orders', here);
    expect((await house.api.call('GET', '/v1/hooks')).body.data).toEqual([]);
    await there.close();
  });

  it('for statuses gives each status that was chosen, and no other change of an order', async () => {
    const { app, house } = open;
    const there = await openReceiver();
    const chosen = await app.attach('order-statuses', { statuses: ['ready', 'completed'] }, there.url);
    const any = { ...chosen, statuses: '' };
    const id = await order(1);
    await house.api.call('PATCH', `/v1/orders/${id}`, { body: { notes: 'ring twice' } });
    for (const status of ['accepted', 'ready'])
      await house.api.call('PATCH', `/v1/orders/${id}`, { body: { status } });
    const bodies = (await there.called(3)).map(({ body }) => JSON.parse(body));
    const given = (webhook: typeof chosen) =>
      bodies
        .flatMap((body) => app.receive('order-statuses', webhook, body).bundle ?? [])
        .map((bundle) => (bundle as { status: string }).status)
        .sort();
    expect(given(any)).toEqual(['accepted', 'ready']);
    expect(given(chosen)).toEqual(['ready']);
    await there.close();
  });
});
