import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Corpus, Phrase } from '../meaning';
import { toMeaning } from './meaning';
import { toMenu } from './menu';
import { parseExpressions } from './s-expression';
import { type Intent, readSchema } from './schema';

/** A folder of annotated orders: `schema.json`, `alias/*.txt`, and `dev.json` with `SRC` and `EXR` on each line. */
export function readAnnotated(folder: string, warn: (text: string) => void): Corpus {
  const intents = readSchema(folder, warn);
  const lines = readFileSync(join(folder, 'dev.json'), 'utf8').split(/\r?\n/);
  return {
    name: basename(resolve(folder)),
    menu: toMenu(intents),
    phrases: lines.flatMap((line, index) => (line.trim() === '' ? [] : [toPhrase(line, index + 1, intents)])),
  };
}

function toPhrase(line: string, number: number, intents: Intent[]): Phrase {
  try {
    const { SRC, EXR } = JSON.parse(line) as { SRC?: unknown; EXR?: unknown };
    if (typeof SRC !== 'string' || typeof EXR !== 'string') throw new Error('SRC and EXR must be text.');
    return { said: SRC, means: toMeaning(parseExpressions(EXR), intents) };
  } catch (error) {
    throw new Error(`dev.json, line ${number}: ${error instanceof Error ? error.message : error}`);
  }
}
