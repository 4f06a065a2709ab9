import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient } from '../../src/server/http-client';

async function withServer(listener: RequestListener, run: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
const http = createHttpClient();
const get = (url: string) => http({ method: 'GET', url, headers: {}, timeoutMs: 200 });

it('gives back every status with its body as text, errors and redirects included', async () => {
  await withServer(
    (request, response) =>
      response.writeHead(Number(request.url?.slice(1)), { location: '/200' }).end('{"a":1}'),
    async (url) => {
      for (const status of [200, 302, 404, 500]) {
        expect(await get(`${url}/${status}`)).toMatchObject({ status, body: '{"a":1}' });
      }
    },
  );
});

it('proves that nothing was sent where nobody listens', async () => {
  await expect(get('http://127.0.0.1:9')).rejects.toMatchObject({ name: 'NoResponse', sent: 'no' });
});

it('leaves it open whether a request arrived when the line breaks or nobody answers', async () => {
  await withServer(
    (request) => request.socket.destroy(),
    async (url) => {
      await expect(get(url)).rejects.toMatchObject({ name: 'NoResponse', sent: 'maybe' });
    },
  );
  await withServer(
    () => undefined,
    async (url) => {
      await expect(get(url)).rejects.toMatchObject({
        name: 'NoResponse',
        sent: 'maybe',
        message: 'no reply within 0.2 s',
      });
    },
  );
});

it('sends the body as it was written', async () => {
  let received = '';
  await withServer(
    (request, response) => {
      request.on('data', (chunk) => {
        received += chunk;
      });
      request.on('end', () => response.end());
    },
    async (url) => {
      await http({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/json' },
        body: '{"big":9007199254740993}',
      });
    },
  );
  expect(received).toBe('{"big":9007199254740993}');
});

it('waits as long as an adapter asks before it sends', async () => {
  await withServer(
    (_request, response) => response.end('{}'),
    async (url) => {
      const asked = performance.now();
      await http({ method: 'GET', url, headers: {}, delayMs: 60 });
      expect(performance.now() - asked).toBeGreaterThanOrEqual(55);
    },
  );
});
