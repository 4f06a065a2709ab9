import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Trouble = 'unavailable' | 'lost reply';

/** Stands before a server and lets everything through, except that the next requests meet a trouble. */
export async function openUnsteadyDoor(target: string) {
  const troubles: Trouble[] = [];
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const trouble = troubles.shift();
    if (trouble === 'unavailable') {
      response.writeHead(503, { 'retry-after': '2' }).end();
      return;
    }
    const answer = await passOn(target, request);
    if (trouble === 'lost reply') request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    next: (...more: Trouble[]) => troubles.push(...more),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function passOn(target: string, request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { authorization = '', 'content-type': type } = request.headers;
  const response = await fetch(`${target}${request.url}`, {
    method: request.method,
    headers: { authorization, ...(type && { 'content-type': type }) },
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type') ?? '', text };
}
