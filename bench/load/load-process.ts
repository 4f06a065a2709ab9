import { answerCalls } from '../child';
import { percentile } from '../pairs';
import { Caller } from './caller';
import { type Request, toRequest } from './request';

export type Load = Pick<Request, 'method' | 'key'> & {
  port: number;
  connections: number;
  /** Asked for in turn. */
  paths: string[];
  /** Sent with each request, under a reference of its own. */
  order?: object;
  seconds: number;
  /** Instead of so many seconds: so many requests. */
  requests?: number;
};
export type Slice = { perSecond: number; p50: number; p99: number; requests: number };
export type LoadCalls = { run(load: Load): Promise<Slice> };

let sent = 0;

function nextRequest({ method, paths, key, order }: Load): string {
  const n = sent++;
  const path = paths[n % paths.length] ?? '/';
  return toRequest({
    method,
    path,
    key,
    body: order && { ...order, external_ref: `CA-${process.pid}-${n}` },
  });
}

/** Each caller asks again as soon as it is answered, until it is enough. An answer that is no success ends the measurement. */
async function run(load: Load): Promise<Slice> {
  const callers = await Promise.all(Array.from({ length: load.connections }, () => Caller.open(load.port)));
  const times: number[] = [];
  let begun = 0;
  const from = performance.now();
  const until = from + load.seconds * 1000;
  const goesOn = () => (load.requests === undefined ? performance.now() < until : begun < load.requests);
  await Promise.all(
    callers.map(async (caller) => {
      while (goesOn()) {
        begun++;
        const { status, ms } = await caller.ask(nextRequest(load));
        if (status < 200 || status > 299)
          throw new Error(`${load.method} ${load.paths[0]} answered ${status}.`);
        times.push(ms);
      }
    }),
  );
  const seconds = (performance.now() - from) / 1000;
  for (const caller of callers) caller.close();
  return {
    requests: times.length,
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

answerCalls({ run } satisfies LoadCalls);
