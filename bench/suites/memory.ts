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
  const get = (paths: string[]): Asking => ({
    method: 'GET',
    paths,
    connections: 8,
    seconds: 0,
    requests: 1_000,
  });
  const work: [name: string, asking: Asking][] = [
    ['3,000 orders over 64 connections', { ...POSTING, connections: 64, seconds: 0, requests: 3_000 }],
    ['1,000 newest pages of 100 over 8', get(pathsOf('newest', orders))],
    ['1,000 old pages of 100 over 8', get(pathsOf('old', orders))],
    ['1,000 empty polls over 8', get(pathsOf('empty', orders))],
  ];
  const rows = [told('right after the start', await server.rss())];
  for (const [name, asking] of work) {
    await server.ask(asking);
    rows.push(told(`after ${name}`, await server.rss()));
  }
  const after = megabytes(await server.rss());
  await Promise.all([server.end(), load.end()]);
  await stub.close();
  return {
    suite: 'memory',
    title: 'memory: what the program takes',
    setting: `Resident memory of the whole program over a database of ${orders.toLocaleString('en-US')} orders, one part of the work after the other.`,
    rows: [
      ...rows,
      {
        what: 'after all of it',
        measured: `${after} MB`,
        goal: `≤ ${MOST_MB} MB`,
        met: after <= MOST_MB,
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
