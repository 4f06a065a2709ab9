import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultySimulator } from '../../src/sandbox/faults';

export type ServedSimulator = { url: string; close: () => Promise<void> };

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function answer(
  target: FaultySimulator,
  clock: { now: Date },
  [request, response]: [IncomingMessage, ServerResponse],
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const headers = Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  const outcome = target.handle(
    {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: Object.fromEntries(headers),
      body: await readText(request),
    },
    clock.now,
  );
  if ('dropped' in outcome) {
    request.socket.destroy();
    return;
  }
  const { reply, afterSeconds } = outcome;
  const late = setTimeout(
    () => response.writeHead(reply.status, reply.headers).end(reply.body),
    afterSeconds * 1000,
  );
  response.on('close', () => clearTimeout(late));
}

/**
 * Serves a simulator on a free loopback port, for clients that insist on a network. A lost reply destroys the socket, a
 * hanging vendor answers after so many real seconds; the simulator's own time is `clock`.
 */
export async function serveSimulator(
  target: FaultySimulator,
  clock: { now: Date },
): Promise<ServedSimulator> {
  const server = createServer((request, response) => {
    answer(target, clock, [request, response]).catch((error: unknown) => {
      response.writeHead(599).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}
