import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseMenu } from '../../src/menu/schema';
import { type Corpus, inOneForm } from './meaning';
import { parseLine } from './own-line';

/** A phrase of ours. What is not said of service and time must not be in the answer either; `kept` words must reach the kitchen. */
type Written = {
  kind: string;
  said: string;
  means: string[];
  service?: string;
  at?: string;
  kept?: string[];
};

const SHOP = { currency: 'USD', country: 'US', timezone: 'America/New_York' };

/** A folder of our own phrases: `menu.json` as `PUT /v1/menu` takes it, and `phrases.json` with the meaning of each, written by hand. */
export function readOwn(folder: string): Corpus {
  const raw: unknown = JSON.parse(readFileSync(join(folder, 'menu.json'), 'utf8'));
  const menu = parseMenu(raw, SHOP);
  const written = JSON.parse(readFileSync(join(folder, 'phrases.json'), 'utf8')) as Written[];
  return {
    name: basename(resolve(folder)),
    menu: raw,
    phrases: written.map(({ kind, said, means, service = null, at = null, kept }) => ({
      said,
      kind,
      means: { lines: inOneForm(means.map((line) => parseLine(line, menu))), service, at, kept },
    })),
  };
}
