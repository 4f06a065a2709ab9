import { Child } from '../child';
import { compare, interleave } from '../interleave';
import type { Side } from '../pairs';
import { pathsOf, READINGS, type Reading, type Times } from '../reading';
import { type Row, type Section, toRow } from '../section';
import type { StoreCalls } from '../servers/store-process';
import type { Scene } from './scene';
import { Duel, type Served } from './servers';

const NAMES: Record<Reading, string> = {
  newest: 'newest page of 100',
  empty: 'empty poll (`since` now)',
  old: 'page of 100 at an old cursor',
};
const MOST: Record<Reading, number> = { newest: 1.2, empty: 1.2, old: 2 };
type Place = { database: string; orders: number };

/** Reading pages of a large database against the same of one a hundredth its size. */
export async function poll(scene: Scene): Promise<Section> {
  const { orders } = scene.options;
  const small = Math.floor(orders / 100);
  const places: Record<Side, Place> = {
    a: { database: await scene.filled(orders), orders },
    b: { database: await scene.filled(small), orders: small },
  };
  return {
    suite: 'poll',
    title: 'poll: reading while orders pile up',
    setting: `A: ${orders.toLocaleString('en-US')} orders, each with two deliveries and their attempts, of 10 restaurants by turns; one of them reads. B: ${small.toLocaleString('en-US')}. "Store" is the query with its rows made ready, "HTTP" the whole request, by one caller.`,
    rows: [...(await ofStores(scene, places)), ...(await ofServers(scene, places))],
  };
}

type Numbers<T> = { what: string; of: (value: T) => number; hasGoal: boolean }[];
type Comparing<T> = { door: string; numbers: Numbers<T>; read: (side: Side, reading: Reading) => Promise<T> };

/** Each reading with both sides by turns. */
async function duel<T extends { p50: number }>(
  scene: Scene,
  { door, numbers, read }: Comparing<T>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const reading of READINGS) {
    // Once each, so that what is read is in memory on both sides.
    for (const side of ['a', 'b'] as const) await read(side, reading);
    const runs = await interleave(scene.options.pairs, {
      run: (side) => read(side, reading),
      steadiness: ({ p50 }) => p50,
    });
    for (const { what, of, hasGoal } of numbers) {
      const goal = hasGoal ? { most: MOST[reading] } : null;
      rows.push(toRow(`${NAMES[reading]}, ${door}: ${what}, A / B`, compare(runs, of), { goal, unit: 'ms' }));
    }
  }
  return rows;
}

async function ofStores(scene: Scene, places: Record<Side, Place>): Promise<Row[]> {
  const open = async (place: Place) => {
    const child = Child.start<StoreCalls>('servers/store-process', scene.options.profiles);
    await child.call('open', place);
    return child;
  };
  const stores = { a: await open(places.a), b: await open(places.b) };
  const seconds = scene.options.seconds / 2;
  const rows = await duel<Times>(scene, {
    door: 'store',
    numbers: [
      { what: 'p99', of: ({ p99 }) => p99, hasGoal: true },
      { what: 'p99 of processor time', of: ({ cpuP99 }) => cpuP99, hasGoal: true },
      { what: 'p50', of: ({ p50 }) => p50, hasGoal: false },
    ],
    read: (side, reading) => stores[side].call('read', { reading, seconds }),
  });
  await Promise.all([stores.a.end(), stores.b.end()]);
  return rows;
}

async function ofServers(scene: Scene, places: Record<Side, Place>): Promise<Row[]> {
  const opening = ({ database }: Place) => ({ variant: 'durable' as const, database });
  const servers = await Duel.open({ a: opening(places.a), b: opening(places.b) }, scene.options.profiles);
  const asking = { method: 'GET' as const, connections: 1, seconds: scene.options.seconds };
  const rows = await duel<Served>(scene, {
    door: 'HTTP',
    numbers: [
      { what: 'p99', of: ({ p99 }) => p99, hasGoal: true },
      { what: 'p50', of: ({ p50 }) => p50, hasGoal: false },
      { what: 'processor time of the server', of: ({ cpuMs }) => cpuMs, hasGoal: false },
    ],
    read: (side, reading) => servers[side].ask({ ...asking, paths: pathsOf(reading, places[side].orders) }),
  });
  await servers.end();
  return rows;
}
