import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toE164 } from '../../order/phone';
import { InputProblems, type Problem, shown } from '../../order/problems';
import type { ShopSettings } from '../../order/shop';
import { readTime, toDate } from '../../order/time';
import { isLoopback } from '../../server/config';

const text = { type: 'string' } as const;
const yes = { type: 'boolean', default: false } as const;
const FLAGS = {
  ...{ db: text, to: text, outbox: text, since: text, number: text, menu: text, 'secret-file': text },
  ...{ once: yes, all: yes, help: yes },
} as const;

export type BridgeOptions = {
  db: string;
  to: URL;
  outbox: string;
  secretFile: string;
  once: boolean;
  /** From when on calls are sent, where this is the first run. */
  begins_at: number;
  number: string | null;
  menu: string | null;
};

/** The command line; null where it only asks how to use it. Throws `InputProblems` that name every flag that is wrong. */
export function readBridgeOptions(args: string[], shop: ShopSettings, now: number): BridgeOptions | null {
  const { values } = parseArgs({ args, options: FLAGS });
  if (values.help || args.length === 0) return null;
  const problems: Problem[] = [];
  const refuse = (path: string, message: string) => void problems.push({ path, message });
  if (!values.db) refuse('--db', "is missing; write the path of the receptionist's database.");
  if (values.all && values.since) refuse('--since', 'and --all say different things; leave one out.');
  const to = readAddress(values.to, refuse);
  const begins_at = values.all ? 0 : readSince(values.since, { shop, now, refuse });
  const number = readNumber(values.number, shop.country, refuse);
  if (problems.length > 0 || !to) throw new InputProblems(problems);
  const db = resolve(values.db ?? '');
  const outbox = resolve(values.outbox ?? `${db.replace(/\.(?:db|sqlite3?)$/, '')}.bridge.db`);
  const secretFile = resolve(values['secret-file'] ?? `${outbox.replace(/\.db$/, '')}.secret`);
  return { db, to, outbox, secretFile, once: values.once, begins_at, number, menu: values.menu ?? null };
}

type Refuse = (path: string, message: string) => void;

/** Guests' names travel to it: in the open only within this machine. */
function readAddress(given: string | undefined, refuse: Refuse): URL | null {
  const hint = 'write the address of the hook, as Zapier or Make shows it: https://…';
  if (!given) refuse('--to', `is missing; ${hint}`);
  else if (!URL.canParse(given)) refuse('--to', `is no address; ${hint}`);
  else {
    const url = new URL(given);
    const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
    if (isSafe) return url;
    refuse('--to', `would send guests' data in the open; ${hint}`);
  }
  return null;
}

function readSince(
  given: string | undefined,
  { shop, now, refuse }: { shop: ShopSettings; now: number; refuse: Refuse },
): number {
  if (given === undefined) return now;
  try {
    return toDate(readTime(given, shop.timezone)).getTime();
  } catch {
    refuse(
      '--since',
      `${shown(given)} is no time; write 2026-11-27T18:00, or with a zone 2026-11-27T18:00-05:00.`,
    );
    return now;
  }
}

function readNumber(given: string | undefined, country: string, refuse: Refuse): string | null {
  const number = given === undefined ? null : toE164(given, country);
  if (given !== undefined && number === null) {
    refuse('--number', `${shown(given)} is no phone number; write it as +16175550100.`);
  }
  return number;
}
