import { setTimeout as wait } from 'node:timers/promises';
import { Clients, toOrder } from './clients';
import { Inspector } from './database';
import type { Options } from './options';
import type { Scene } from './scene';
import { Zap } from './zap';

/** How many of the orders a Zap sends too. */
const ZAP_CHANCE = 0.12;
/** Now and then it lives long enough for the kitchens to catch up, else it would die of orders that just begin. */
const LONG_LIFE_CHANCE = 0.2;
const LONGEST_DRAIN_MS = 240_000;
/** A row that is due later than all patience reaches is waited for, but no longer than this. */
const LONGEST_WAIT_MS = 30 * 60_000;

/** Kills the program at random moments while orders come in, then lets everything calm down and finish. */
export async function killLoop(scene: Scene, { cycles, idempotency }: Options): Promise<void> {
  const { history, program, world } = scene;
  const kills = scene.chance.of('kills');
  const inspector = new Inspector(scene.database);
  const zap = new Zap(scene);
  await program.start();
  let waiting = 0;
  const clients = new Clients(
    scene,
    () => waiting,
    (order, shop) => {
      const isForBoth = scene.chance.of(order.external_ref).happens(ZAP_CHANCE);
      if (idempotency && isForBoth) zap.send(order, shop);
    },
  );
  for (let cycle = 1; cycle <= cycles; cycle++) {
    await wait(kills.happens(LONG_LIFE_CHANCE) ? kills.between(500, 1_500) : kills.between(20, 200));
    await program.end('SIGKILL');
    history.add({ what: 'restart', ms: Math.round(await program.start()) });
    waiting = inspector.waiting();
    if (cycle % 50 === 0)
      console.log(`  ${cycle} kills, ${clients.acked} orders acknowledged, ${waiting} on their way`);
  }
  await clients.stop();
  world.calm();
  await sameAgain(scene);
  await Promise.all([zap.done(), drained(inspector)]);
  await program.end('SIGTERM');
  world.record(new Date(Date.now() + 60_000));
}

/** Nothing is left to do, or it takes too long after the last of it was due. */
export async function drained(inspector: Inspector, longest = LONGEST_DRAIN_MS): Promise<void> {
  const from = Date.now();
  while (inspector.open() > 0) {
    const due = Math.min(Math.max(inspector.lastDue(), from), from + LONGEST_WAIT_MS);
    if (Date.now() > due + longest) {
      console.log(`  not drained: ${inspector.states()}`);
      return;
    }
    await wait(200);
  }
}

const REPEATED = 'CA-repeated';

/** A repeat of an order is the order; another order under its reference is refused. */
async function sameAgain({ call, shops, history }: Scene): Promise<void> {
  const [shop] = shops;
  if (!shop) return;
  const order = toOrder(REPEATED, shop);
  const first = await call('POST', '/v1/orders', order);
  const expectations: [order: object, statuses: number[]][] = [
    [order, [200]],
    [{ ...order, notes: 'another order' }, [409, 422]],
  ];
  const { id } = (await first.json()) as { id: string };
  history.add({ what: 'acked', ref: REPEATED, id, ...shop });
  for (const [sent, statuses] of expectations) {
    const answer = await call('POST', '/v1/orders', sent);
    const well = statuses.includes(answer.status);
    history.add({
      what: 'answered',
      path: '/v1/orders',
      status: answer.status,
      expected: statuses.join(' or '),
      well,
    });
  }
}
