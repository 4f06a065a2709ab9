import { PassThrough } from 'node:stream';
import { sampleOrder } from '../../src/order/sample';
import { buildApp } from '../../src/server/app';
import { readConfig } from '../../src/server/config';
import { KeptCaller } from '../support/kept-caller';
import { OrderApi } from '../support/order-api';

it('is alive and ready without a key', async () => {
  const api = await OrderApi.start();
  for (const url of ['/healthz', '/readyz']) {
    expect(await api.call('GET', url, { key: null })).toMatchObject({ status: 200, body: { status: 'ok' } });
  }
  await api.stop();
});

it('is not ready while the database does not answer, and says when to ask again', async () => {
  const api = await OrderApi.start();
  jest.spyOn(api.store, 'ready').mockRejectedValueOnce(new Error('gone'));
  const { status, headers } = await api.call('GET', '/readyz', { key: null });
  expect([status, headers['retry-after']]).toEqual([503, '5']);
  await api.stop();
});

it('answers the requests that came before it stops, and takes no more', async () => {
  const api = await OrderApi.start();
  const arrived = new Promise<void>((resolve) => {
    api.app.addHook('preHandler', async () => resolve());
  });
  const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  const send = (external_ref: string) =>
    fetch(`${address}/v1/orders`, {
      method: 'POST',
      headers: { authorization: 'Bearer mario-write', 'content-type': 'application/json' },
      body: JSON.stringify({ ...sampleOrder, external_ref }),
    });
  const pending = send('last');
  await arrived;
  await api.app.close();
  expect((await pending).status).toBe(201);
  await expect(send('late')).rejects.toThrow();
  await api.stop();
});

it('turns away nobody who sends order after order over a kept connection until the door is shut', async () => {
  const api = await OrderApi.start();
  const address = await api.app.listen({ host: '127.0.0.1', port: 0 });
  let sent = 0;
  const next = () => {
    if (++sent === 40) void api.app.close();
    return { ...sampleOrder, external_ref: `CA-${sent}` };
  };
  const failures = await Promise.all(
    Array.from({ length: 8 }, () =>
      new KeptCaller().postUntilShut(`${address}/v1/orders`, 'mario-write', next),
    ),
  );
  expect(failures.flat()).toEqual([]);
  expect(sent).toBeGreaterThan(40);
  await api.stop();
});

it('does not wait for ever for a caller that sends slowly', async () => {
  const api = await OrderApi.start();
  expect(api.app.server.headersTimeout).toBe(10_000);
  expect(api.app.server.requestTimeout).toBe(30_000);
  await api.stop();
});

it('writes no guest, no key and no query into its log', async () => {
  const stream = new PassThrough();
  let log = '';
  stream.on('data', (chunk) => {
    log += chunk;
  });
  const api = await OrderApi.start();
  const app = buildApp({
    store: api.store,
    directory: api.directory,
    config: readConfig({}),
    logger: { level: 'debug', stream },
  });
  const inject = (method: 'GET' | 'POST', url: string, payload?: object) =>
    app.inject({ method, url, payload, headers: { authorization: 'Bearer mario-admin' } });
  await inject('POST', '/v1/orders', sampleOrder);
  await inject('POST', '/v1/orders', { ...sampleOrder, notes: 'secret gate', customer: { name: 7 } });
  await inject('GET', '/v1/orders?phone=6175550123&external_ref=secret-ref');
  await inject('GET', '/v1/nothing/secret-path');
  jest.spyOn(api.store, 'orders').mockRejectedValueOnce(new Error('broken'));
  await inject('GET', '/v1/orders');
  expect(log).toContain('"status":201');
  expect(log).toContain('broken');
  for (const secret of ['Ann', '555 0123', '5550123', 'Oak', 'secret', 'Bearer', sampleOrder.external_ref]) {
    expect(log).not.toContain(secret);
  }
  await app.close();
  await api.stop();
});

it('tells a caller to come again while another program holds the database', async () => {
  const api = await OrderApi.start();
  const Database = jest.requireActual<typeof import('better-sqlite3')>('better-sqlite3');
  const other = new Database(api.file);
  other.exec('BEGIN IMMEDIATE');
  const { status, headers, body } = await api.send();
  expect([status, headers['retry-after']]).toEqual([503, '1']);
  expect(body.detail).toContain('Send the request again');
  other.exec('ROLLBACK');
  other.close();
  expect((await api.send()).status).toBe(201);
  await api.stop();
});
