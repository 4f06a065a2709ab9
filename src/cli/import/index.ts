import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fetchShops, readThrough } from '../../intake/receptionist/api';
import { FATES, type Fate, type Imported, importCall } from '../../intake/receptionist/import-call';
import { type Environment, processEnvironment } from '../../server/config';
import { openReceptionistFile } from '../../store/receptionist/file';
import { openDoorOf } from '../door';
import { manualOf } from '../manual';
import { createProgress, type Progress } from '../progress';
import { callsIn, patiently } from './calls';

type Options = {
  args: string[];
  environment?: Environment;
  say?: (line: string) => void;
  now?: () => number;
  progress?: (total: number) => Progress;
};

const text = { type: 'string' } as const;
const FLAGS = { url: text, key: text, 'dry-run': { type: 'boolean', default: false } } as const;
const MOST_NAMED = 20;

/** `orderwire import`: a receptionist's database into the Order API. Resolves to the exit code. */
export async function importFile(options: Options): Promise<number> {
  const { args, environment = processEnvironment(), say = console.log, now = Date.now } = options;
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: FLAGS });
  const [file] = positionals;
  if (!file) {
    say(manualOf('import'));
    return 2;
  }
  const reader = openReceptionistFile(resolve(file), 'The file');
  const door = await openDoorOf(environment, { key: values.key, url: values.url, say });
  try {
    const calls = await callsIn(reader);
    const dry = values['dry-run'];
    const shared = { ask: door.call, read: readThrough(door.call), shops: await fetchShops(door.call), dry };
    const progress = (options.progress ?? createProgress)(calls.length);
    const came: Imported[] = [];
    for (const { key, first_row, seen_row } of calls) {
      const call = await patiently(() => reader.call(key, { from: first_row, to: seen_row }));
      if (call) came.push(await attempt(key, () => importCall(call, { ...shared, now: now() })));
      progress.step();
    }
    progress.end();
    say(report(came, dry));
    return came.some(({ fate }) => fate === 'unread') ? 1 : 0;
  } finally {
    reader.close();
    await door.close();
  }
}

/** One call that fails leaves the others alone. */
async function attempt(key: string, run: () => Promise<Imported>): Promise<Imported> {
  try {
    return await run();
  } catch (error) {
    return { key, fate: 'unread', why: (error as Error).message };
  }
}

function report(came: Imported[], dry: boolean): string {
  const counts = (Object.keys(FATES) as Fate[])
    .map((fate) => ({ fate, count: came.filter((one) => one.fate === fate).length }))
    .filter(({ count }) => count > 0)
    .map(({ fate, count }) => `${String(count).padStart(6)}  ${FATES[fate]}`);
  const unread = came.filter(({ fate }) => fate === 'unread');
  const named = [...Map.groupBy(unread, ({ why }) => why)].map(
    ([why, calls]) => `  ${callsNamed(calls)}: ${why}`,
  );
  const head = came.length === 0 ? 'No call in this file has an order.' : `${came.length} calls:`;
  return [head, ...counts, ...named, ...(dry ? ['Nothing was taken: --dry-run.'] : [])].join('\n');
}

/** What stands in the way of very many calls is most often one thing: it is told once. */
function callsNamed(calls: Imported[]): string {
  const keys = calls.slice(0, MOST_NAMED).map(({ key }) => key);
  const more = calls.length > MOST_NAMED ? ` and ${calls.length - MOST_NAMED} more` : '';
  return `${keys.join(', ')}${more}`;
}
