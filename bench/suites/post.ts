import { sampleOrder } from '../../src/order/sample';
import { compare, interleave } from '../interleave';
import { type Section, toRow } from '../section';
import type { Variant } from '../servers/server-process';
import type { Scene } from './scene';
import { type Asking, Duel, type Served } from './servers';

const CONNECTIONS = 64;
const WARM_SECONDS = 4;

/** The sample order for now. */
export const POSTING: Omit<Asking, 'connections' | 'seconds'> = {
  method: 'POST',
  paths: ['/v1/orders'],
  order: { ...sampleOrder, timing: {} },
};

/** Orders sent to two servers by turns, over 64 connections. */
export async function duelOfPosts({ options, fresh }: Scene, variants: Record<'a' | 'b', Variant>) {
  const opening = (variant: Variant) => ({ variant, database: fresh(variant) });
  const duel = await Duel.open({ a: opening(variants.a), b: opening(variants.b) }, options.profiles);
  const asking = { ...POSTING, connections: CONNECTIONS };
  for (const server of [duel.a, duel.b]) await server.ask({ ...asking, seconds: WARM_SECONDS });
  const runs = await interleave(options.pairs, {
    run: (side) => duel[side].ask({ ...asking, seconds: options.seconds }),
    steadiness: ({ perSecond }: Served) => perSecond,
  });
  await duel.end();
  return runs;
}

/** The durable server against the same one without a store. */
export async function post(scene: Scene): Promise<Section> {
  const runs = await duelOfPosts(scene, { a: 'durable', b: 'no_store' });
  return {
    suite: 'post',
    title: 'post: what durability costs an order',
    setting: `A: \`POST /v1/orders\` with key, validation and the whole answer; the order, two rows of the outbox (a default connection to a POS, an e-mail), the ticket's number and the event in one commit, synchronous=FULL. B: the same server over a store that writes and reads nothing. ${CONNECTIONS} connections; the engine is not started, so the rows stay in the outbox.`,
    rows: [
      toRow(
        'orders a second, A / B',
        compare(runs, (run) => run.perSecond),
        { goal: { least: 0.75 }, unit: 'a second' },
      ),
      toRow(
        'p99, A / B',
        compare(runs, (run) => run.p99),
        { goal: { most: 3 }, unit: 'ms' },
      ),
      toRow(
        'processor time an order, A / B',
        compare(runs, (run) => run.cpuMs),
        { goal: null, unit: 'ms' },
      ),
    ],
  };
}
