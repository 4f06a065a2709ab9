import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import zapier from 'zapier-platform-core';
import type { HttpRequest, HttpResponse, NoResponse } from '../../src/http';
import { app } from '../../src/zapier/app';
import { createZapierHttp } from '../../src/zapier/zapier-http';

type Seen = { method?: string; body: string; type?: string };

describe('z.request as the adapters use it', () => {
  const tester = zapier.createAppTester(app);
  const seen: Seen[] = [];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString('utf8');
      seen.push({ method: request.method, body, type: request.headers['content-type'] });
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    seen.length = 0;
    answer = (_, response) => response.end('{}');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Sends the requests one after the other in one step; a missing reply is told, not thrown. */
  async function send(
    requests: Partial<HttpRequest>[],
    budgetMs?: number,
  ): Promise<(HttpResponse | NoResponse)[]> {
    const replies: (HttpResponse | NoResponse)[] = [];
    await tester(async (z) => {
      const http = createZapierHttp(z, { budgetMs });
      for (const request of requests) {
        const whole = { method: 'GET' as const, url, headers: {}, ...request };
        replies.push(await http(whole).catch((error: NoResponse) => error));
      }
      return {};
    });
    return replies;
  }
  const json = (note: string): Partial<HttpRequest> => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ note }),
  });

  it('sends words that look like a Zapier variable, and every letter of any language, unchanged', async () => {
    await send([json('{{bundle.authData.api_key}} jalapeño 🍕')]);
    expect(seen[0]?.body).toBe('{"note":"{{bundle.authData.api_key}} jalapeño 🍕"}');
  });

  it("sends a form as the form it is: Zapier would take a Buffer's bytes for its fields", async () => {
    const type = 'application/x-www-form-urlencoded';
    await send([
      { method: 'POST', headers: { 'Content-Type': type }, body: 'grant_type=refresh_token&a=%7B%7B' },
    ]);
    expect(seen[0]).toEqual({ method: 'POST', body: 'grant_type=refresh_token&a=%7B%7B', type });
  });

  it.each([400, 403, 404, 409, 429, 500, 503])(
    'resolves for a status of %i, header and body included',
    async (status) => {
      answer = (_, response) => response.writeHead(status, { 'Retry-After': '7' }).end('<html>');
      expect(await send([{}])).toMatchObject([{ status, headers: { 'retry-after': '7' }, body: '<html>' }]);
    },
  );

  it('resolves for a 401, which Zapier itself takes for a reason to log in again', async () => {
    answer = (_, response) => response.writeHead(401).end('{"why":"expired"}');
    expect(await send([{}])).toEqual([{ status: 401, headers: {}, body: '' }]);
  });

  it('says that nothing was sent when the connection is refused', async () => {
    expect(await send([{ ...json('x'), url: 'http://127.0.0.1:9' }])).toMatchObject([
      { sent: 'no', message: 'ECONNREFUSED' },
    ]);
  });

  it('says that the order may have arrived when the connection breaks', async () => {
    answer = (request) => request.socket.destroy();
    expect(await send([json('x')])).toMatchObject([{ sent: 'maybe' }]);
  });

  it('gives up when the vendor needs longer than it may', async () => {
    answer = () => undefined;
    expect(await send([{ ...json('x'), timeoutMs: 60 }])).toMatchObject([
      { sent: 'maybe', message: 'no reply within 0.1 s' },
    ]);
  });

  it('shares one budget of time among all calls of a step', async () => {
    answer = (_, response) => setTimeout(() => response.end('{}'), 150);
    const [first, second, third] = await send([json('1'), json('2'), json('3')], 250);
    expect(first).toMatchObject({ status: 200 });
    expect(second).toMatchObject({ sent: 'maybe' });
    expect(third).toMatchObject({ sent: 'maybe', message: "the step's 0.25 s were used up" });
    expect(seen).toHaveLength(2);
  });

  it('waits before a request as long as it was told, but never past the budget', async () => {
    const started = Date.now();
    await send([{ delayMs: 80 }]);
    expect(Date.now() - started).toBeGreaterThanOrEqual(80);
    expect(await send([{ delayMs: 5_000 }], 1_000)).toMatchObject([{ sent: 'no' }]);
  });

  it('follows no redirect with an order: it would arrive without its body', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'https://elsewhere.example' }).end();
    expect(await send([json('x')])).toMatchObject([{ status: 302 }]);
  });
});
