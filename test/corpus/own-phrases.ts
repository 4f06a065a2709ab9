import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Menu, parseMenu } from '../../src/menu/schema';
import type { Corpus, Phrase } from './meaning';
import { parseLine } from './own-line';

/** A phrase of ours. What is not said of service and time must not be in the answer either; `kept` words must reach the kitchen. */
type Written = {
  said: string;
  means: string[];
  service?: string;
  at?: string;
  kept?: string[];
};

const SHOP = { currency: 'USD', country: 'US', timezone: 'America/New_York' };

/** A folder of our own phrases: `menu.json` as `PUT /v1/menu` takes it, and `phrases/<kind>.json` with the meaning of each, written by hand. */
export function readOwn(folder: string): Corpus {
  const raw = readJson(join(folder, 'menu.json'));
  const menu = parseMenu(raw, SHOP);
  const files = readdirSync(join(folder, 'phrases')).sort();
  return {
    name: basename(resolve(folder)),
    menu: raw,
    phrases: files.flatMap((file) =>
      (readJson(join(folder, 'phrases', file)) as Written[]).map((one) => toPhrase(one, kindOf(file), menu)),
    ),
  };
}

function toPhrase({ said, means, service, at, kept }: Written, kind: string, menu: Menu): Phrase {
  const lines = means.map((line) => parseLine(line, menu));
  return { said, kind, means: { lines, service: service ?? null, at: at ?? null, kept } };
}

/** `half-and-half.json` holds what is half and half. */
const kindOf = (file: string) => basename(file, '.json').replaceAll('-', ' ');

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
