import { setTimeout as wait } from 'node:timers/promises';
import { FAILPOINTS } from '../../src/failpoint';
import { check, isWell, report } from './checker';
import { toOrder } from './clients';
import { Inspector } from './database';
import { drained } from './kill-loop';
import type { Options } from './options';
import { openScene, type Scene } from './scene';

const VENDORS = ['square', 'toast', 'clover', 'lightspeed'];
/** These log in, and so have tokens to lose. */
const LOGS_IN = new Set(['toast', 'lightspeed']);
const MOST_PASSES = 12;

/** Kills the program at every named moment, at its first passing, its second, … until an order passes it no more often. */
export async function failpointRuns(options: Options): Promise<boolean> {
  let well = true;
  for (const vendor of VENDORS) {
    const from = performance.now();
    const scene = await openScene(options, { vendors: [vendor], shopsEach: 1 });
    try {
      scene.world.calm();
      const reached = await killAtEach(scene, vendor);
      const verdict = check(scene.history, new Inspector(scene.database));
      const seconds = Math.round((performance.now() - from) / 1000);
      console.log(
        `${vendor}: ${reached.length} kills in ${seconds} s, at ${reached.join(', ')}\n${report(verdict)}`,
      );
      well &&= isWell(verdict) && everyPointReached(vendor, reached);
    } finally {
      await scene.close();
    }
  }
  console.log(
    well
      ? 'Every failpoint at every vendor: nothing lost, nothing doubled.'
      : 'SOMETHING IS WRONG: see above.',
  );
  return well;
}

async function killAtEach(scene: Scene, vendor: string): Promise<string[]> {
  const { program, world } = scene;
  const inspector = new Inspector(scene.database);
  const reached: string[] = [];
  for (const name of pointsOf(vendor)) {
    for (let nth = 1; nth <= MOST_PASSES; nth++) {
      const hit = await killAt(scene, { vendor, name, nth, inspector });
      if (!hit) break;
      reached.push(`${name}:${nth}`);
    }
  }
  await program.start();
  await drained(inspector);
  await program.end('SIGTERM');
  world.record(new Date(Date.now() + 60_000));
  return reached;
}

type Point = { vendor: string; name: string; nth: number; inspector: Inspector };

/** Sends one order to a program that dies at this moment; whether it did. Then it comes back and finishes. */
async function killAt(scene: Scene, { vendor, name, nth, inspector }: Point): Promise<boolean> {
  const { program, call, shops, history } = scene;
  const shop = shops.find((one) => one.vendor === vendor);
  if (!shop) throw new Error(`No shop at ${vendor}.`);
  await program.start({ ORDERWIRE_FAILPOINT: `${name}:${nth}` });
  if (name.startsWith('token.'))
    scene.world.sandbox.find(vendor)?.arm({ fault: 'expired_token', times: 1, seconds: 0 });
  const order = toOrder(`CA-${name}-${nth}`, shop);
  const send = () => call('POST', '/v1/orders', order).catch(() => null);
  let answer = await send();
  // What was sent is let through, or the program dies of it.
  for (let tries = 0; tries < 400 && !program.isDead && (answer === null || inspector.open() > 0); tries++) {
    answer ??= await send();
    await wait(50);
  }
  const hit = program.isDead;
  await program.end('SIGKILL');
  // The old refresh token is used up and the new one was in the memory that died: no program can know it any more.
  if (hit && vendor === 'lightspeed' && name === 'token.before_save') scene.reconnect();
  history.add({ what: 'restart', ms: Math.round(await program.start()) });
  const again = await call('POST', '/v1/orders', order);
  const { id } = (await again.json()) as { id: string };
  history.add({ what: 'acked', ref: order.external_ref, id, vendor, pos_location: shop.pos_location });
  await drained(inspector, 60_000);
  await program.end('SIGTERM');
  return hit;
}

const pointsOf = (vendor: string) =>
  FAILPOINTS.filter((name) => LOGS_IN.has(vendor) || !name.startsWith('token.'));

/** A name in the list that no order ever passes proves nothing. */
function everyPointReached(vendor: string, reached: string[]): boolean {
  const missing = pointsOf(vendor).filter((name) => !reached.some((one) => one.startsWith(`${name}:`)));
  if (missing.length > 0) console.log(`  never reached: ${missing.join(', ')}`);
  return missing.length === 0;
}
