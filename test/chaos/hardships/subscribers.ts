import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expectThat, type Hardship } from './hardship';
import { type Stage, until, withStage } from './stage';

/** With the healthy one as many as a restaurant may have; three orders make more than a hundred calls that hang. */
const HANGING = 49;
const ORDERS = 3;
/** Below this a wait is nobody's complaint, and a busy machine's noise. */
const UNNOTICED_MS = 500;

type Receiver = { server: Server; url: string; heard: Map<string, number> };

/** A subscriber that answers at once, or never; it remembers when it heard of which order. */
async function openReceiver({ hangs }: { hangs: boolean }): Promise<Receiver> {
  const heard = new Map<string, number>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      heard.set(JSON.parse(body).data.id, performance.now());
      if (!hangs) response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export const hearsAtOnce: Hardship = {
  promise: 'tells a healthy subscriber as soon as ever while more than a hundred calls to others hang',
  run: () =>
    withStage({}, async (stage) => {
      const healthy = await openReceiver({ hangs: false });
      const dead = await openReceiver({ hangs: true });
      try {
        await stage.mustStart();
        await subscribe(stage, healthy.url);
        const alone = await slowestOf(stage, 'CA-alone', healthy);
        for (let n = 1; n <= HANGING; n++) await subscribe(stage, `${dead.url}/${n}`);
        await slowestOf(stage, 'CA-hung', healthy);
        const among = await slowestOf(stage, 'CA-among', healthy);
        expectThat(among <= Math.max(2 * alone, UNNOTICED_MS), `${among} ms instead of ${alone} ms.`);
        return `${among} ms at most, ${alone} ms when it is alone`;
      } finally {
        for (const { server } of [healthy, dead]) {
          server.closeAllConnections();
          server.close();
        }
      }
    }),
};

async function subscribe(stage: Stage, target_url: string): Promise<void> {
  const answer = await stage.call('POST', '/v1/hooks', { target_url, events: ['order.created'] });
  expectThat(answer.status === 201, `A hook was answered ${answer.status}: ${await answer.clone().text()}`);
}

/** The longest time from an order's answer to the call that tells of it. */
async function slowestOf(stage: Stage, ref: string, { heard }: Receiver): Promise<number> {
  let slowest = 0;
  for (let n = 1; n <= ORDERS; n++) {
    const { id } = (await (await stage.order(`${ref}-${n}`)).json()) as { id: string };
    const from = performance.now();
    await until('the call', () => heard.has(id));
    slowest = Math.max(slowest, Math.round((heard.get(id) ?? 0) - from));
    await wait(100);
  }
  return slowest;
}
