import { Child } from '../child';
import type { LoadCalls } from '../load/load-process';
import { pathsOf } from '../reading';
import type { Row, Section } from '../section';
import { openPosStub } from './pos-stub';
import { POSTING } from './post';
import type { Scene } from './scene';
import { type Asking, openServer } from './servers';

const MOST_MB = 200;
const megabytes = (bytes: number) => Math.round(bytes / 1e6);

/** What the program takes once it has many orders and some work behind it. */
export async function memory(scene: Scene): Promise<Section> {
  const { orders, profiles } = scene.options;
  const stub = await openPosStub();
  const load = Child.start<LoadCalls>('load/load-process');
  const opening = { variant: 'house' as const, database: await scene.filled(orders), posUrl: stub.url };
  const server = await openServer(opening, load, profiles);
  const atStart = await server.rss();
  const get = (paths: string[]): Asking => ({
    method: 'GET',
    paths,
    connections: 8,
    seconds: 0,
    requests: 1_000,
  });
  const work: Asking[] = [
    { ...POSTING, connections: 64, seconds: 0, requests: 3_000 },
    get(pathsOf('newest', orders)),
    get(pathsOf('old', orders)),
    get(pathsOf('empty', orders)),
  ];
  let most = atStart;
  for (const asking of work) {
    await server.ask(asking);
    most = Math.max(most, await server.rss());
  }
  const after = await server.rss();
  await Promise.all([server.end(), load.end()]);
  await stub.close();
  return {
    suite: 'memory',
    title: 'memory: what the program takes',
    setting: `Resident memory of the whole program over a database of ${orders.toLocaleString('en-US')} orders: 3,000 orders over 64 connections, then 1,000 newest pages of 100, 1,000 old pages and 1,000 empty polls over 8.`,
    rows: [
      told('right after the start', atStart),
      told('the most after any part of the work', most),
      {
        what: 'after all of it',
        measured: `${megabytes(after)} MB`,
        goal: `≤ ${MOST_MB} MB`,
        met: megabytes(after) <= MOST_MB,
      },
    ],
  };
}

const told = (what: string, bytes: number): Row => ({
  what,
  measured: `${megabytes(bytes)} MB`,
  goal: '',
  met: null,
});
