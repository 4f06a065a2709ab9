import { join } from 'node:path';
import { lookAtMachine } from './machine';
import { readOptions, type SuiteName } from './options';
import { writeResult } from './results';
import { type Section, toMarkdown } from './section';
import { commit } from './suites/commit';
import { match } from './suites/match';
import { memory } from './suites/memory';
import { poll } from './suites/poll';
import { post } from './suites/post';
import { openScene, type Scene } from './suites/scene';
import { wire } from './suites/wire';

const RUN: Record<SuiteName, (scene: Scene) => Promise<Section>> = {
  post,
  commit,
  poll,
  wire,
  memory,
  match,
};
const RESULTS = 'bench/results.md';

/** Measures what was asked for and writes it down; whether every goal was reached. */
async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  const scene = openScene(options);
  const command = ['npm run bench', process.argv.slice(2).join(' ')].filter(Boolean).join(' -- ');
  let well = true;
  for (const suite of options.suites) {
    const from = performance.now();
    const machine = lookAtMachine(scene.fresh('sync'));
    const section = await RUN[suite](scene);
    const seconds = Math.round((performance.now() - from) / 1000);
    console.log(
      `\n${toMarkdown(section)}\n\n${Math.round(machine.syncsPerSecond)} fdatasync a second; ${seconds} s`,
    );
    if (!options.profiles) writeResult(join(process.cwd(), RESULTS), section, { command, machine });
    well &&= section.rows.every(({ met }) => met !== false);
  }
  return well;
}

main().then(
  (well) => process.exit(well ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
