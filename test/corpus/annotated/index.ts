import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Corpus, Phrase } from '../meaning';
import { toMeaning } from './meaning';
import { toMenu } from './menu';
import { parseExpressions } from './s-expression';
import { type Intent, readSchema } from './schema';

/** A folder of annotated orders: `schema.json`, `alias/*.txt`, and `dev.json` with `SRC` and `EXR` on each line. What cannot be read goes to `warn`. */
export function readAnnotated(folder: string, warn: (text: string) => void): Corpus {
  const intents = readSchema(folder, warn);
  const lines = readFileSync(join(folder, 'dev.json'), 'utf8').split(/\r?\n/);
  const phrases = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [toPhrase(line, intents)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      warn(`dev.json, line ${index + 1}, is not measured: ${reason}`);
      return [];
    }
  });
  if (phrases.length === 0) throw new Error('dev.json holds no order that could be read.');
  return { name: basename(resolve(folder)), menu: toMenu(intents), phrases };
}

function toPhrase(line: string, intents: Intent[]): Phrase {
  const { SRC, EXR } = JSON.parse(line) as { SRC?: unknown; EXR?: unknown };
  if (typeof SRC !== 'string' || typeof EXR !== 'string') throw new Error('SRC and EXR must be text.');
  return { said: SRC, means: toMeaning(parseExpressions(EXR), intents) };
}
