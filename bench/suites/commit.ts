import { compare } from '../interleave';
import { type Section, toRow } from '../section';
import { duelOfPosts } from './post';
import type { Scene } from './scene';

/** What sharing a commit is worth. */
export async function commit(scene: Scene): Promise<Section> {
  const runs = await duelOfPosts(scene, { a: 'durable', b: 'commit_each' });
  return {
    suite: 'commit',
    title: 'commit: one commit for all that wait, or one for each order',
    setting:
      'A: the server as it is. B: the same one, where the next order is handed to the store when the one before is on the disk. Otherwise as in `post`.',
    rows: [
      toRow(
        'orders a second, A / B',
        compare(runs, (run) => run.perSecond),
        { goal: { least: 5 }, unit: 'a second' },
      ),
      toRow(
        'p99, A / B',
        compare(runs, (run) => run.p99),
        { goal: null, unit: 'ms' },
      ),
      toRow(
        'processor time an order, A / B',
        compare(runs, (run) => run.cpuMs),
        { goal: null, unit: 'ms' },
      ),
    ],
  };
}
