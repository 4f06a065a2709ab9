import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export type VerifiedCall = { type: string; status: string; number: string };

/** Somebody who subscribed to webhooks: takes calls and believes only those that are signed with its secret. */
export async function openSubscriber() {
  const calls: VerifiedCall[] = [];
  let secret = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      try {
        const headers = request.headers as Record<string, string>;
        const call = new Webhook(secret).verify(Buffer.concat(chunks).toString(), headers) as {
          type: string;
          data: { status: string; number: string };
        };
        calls.push({ type: call.type, status: call.data.status, number: call.data.number });
        response.writeHead(204).end();
      } catch {
        response.writeHead(401).end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`,
    calls,
    trust: (given: string) => {
      secret = given;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
