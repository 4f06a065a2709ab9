import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HookCall = { headers: IncomingHttpHeaders; body: string };

/** A status, alone or with a wait that is asked for; silence, or a line that is cut. */
export type ReceiverAnswer = number | { status: number; retryAfter: string } | 'hang' | 'hang up';

/** A subscriber on loopback: keeps what it is sent and answers as told. */
export async function openReceiver(answer: (nth: number) => ReceiverAnswer = () => 200) {
  const calls: HookCall[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      const told = answer(calls.length);
      if (told === 'hang up') return void request.socket.destroy();
      if (told === 'hang') return;
      const { status, retryAfter } = typeof told === 'number' ? { status: told, retryAfter: null } : told;
      const headers = { location: 'http://127.0.0.1/', ...(retryAfter && { 'retry-after': retryAfter }) };
      response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    calls,
    /** Settles once so many calls have come. */
    async called(times: number): Promise<HookCall[]> {
      for (let tries = 0; tries < 400 && calls.length < times; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      if (calls.length < times) throw new Error(`${calls.length} calls instead of ${times}.`);
      return calls;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
