import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readAnnotated } from './annotated';
import { toReading } from './answer';
import { compare } from './compare';
import { toErrors } from './errors';
import { halfOf } from './halves';
import { type Corpus, inOneForm } from './meaning';
import { type Options, readOptions } from './options';
import { readOwn } from './own-phrases';
import { Product } from './product';
import { writeResult } from './results';
import { type Graded, toKinds, toTable } from './tally';

function readCorpus(folder: string): Corpus {
  if (existsSync(join(folder, 'schema.json'))) return readAnnotated(folder, console.warn);
  if (existsSync(join(folder, 'phrases'))) return readOwn(folder);
  throw new Error(`--data ${folder} holds neither schema.json nor phrases; name a folder that does.`);
}

/** Every phrase through the product's own parser, held against what it means. */
async function grade({ menu, phrases }: Corpus): Promise<Graded[]> {
  const product = await Product.open(menu);
  try {
    const graded: Graded[] = [];
    for (const phrase of phrases) {
      const reading = toReading(await product.parse(phrase.said), product.menu);
      const means = { ...phrase.means, lines: inOneForm(phrase.means.lines, product.menu) };
      graded.push({ phrase, half: halfOf(phrase.said), reading, verdict: compare(means, reading) });
    }
    return graded;
  } finally {
    await product.close();
  }
}

async function measure(folder: string, { errors, halves, write }: Options): Promise<void> {
  const corpus = readCorpus(folder);
  const graded = await grade(corpus);
  const table = toTable(graded, halves);
  const kinds = toKinds(graded, halves);
  console.log(`\n${corpus.name}\n\n${[table, kinds].filter(Boolean).join('\n\n')}`);
  // Held-out errors are shown only where somebody asks for them by name: who reads them all can no longer be judged by them.
  const shown = halves.length === 1 ? graded.filter(({ half }) => half === halves[0]) : tuning(graded);
  if (errors > 0) console.log(`\n${toErrors(shown, errors)}`);
  if (write) writeResult(corpus.name, [table, kinds].filter(Boolean).join('\n\n'), folder);
}

const tuning = (graded: Graded[]) => graded.filter(({ half }) => half === 'tuning');

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  for (const folder of options.folders) await measure(folder, options);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
