import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceSection } from '../../bench/results';

const RESULTS = 'test/corpus/results.md';

/** Puts a corpus's tables in the place that results.md keeps for it. */
export function writeResult(corpus: string, tables: string, folder: string): void {
  const file = join(process.cwd(), RESULTS);
  const day = new Date().toISOString().slice(0, 10);
  const facts = `\`npm run corpus -- --data ${folder} --write\`, ${day}.`;
  writeFileSync(file, replaceSection(readFileSync(file, 'utf8'), corpus, `${tables}\n\n${facts}`));
}
