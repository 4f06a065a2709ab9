import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseJson } from '../../menu/import/json';
import { type Door, must, openDoorOf } from '../door';
import { createProgress } from '../progress';
import { toTable } from '../table';
import { MENU_FLAGS, type MenuCommand } from './options';

type AliasAnswer = {
  id: string;
  said: string;
  means: string | null;
  location_id: string | null;
  item_id: string;
  variation_id: string | null;
  option_id: string | null;
};
type Parts = {
  door: Door;
  file: string;
  say: (line: string) => void;
  terminal: Parameters<typeof createProgress>[1];
};

const ACTIONS: Record<string, { needsFile: boolean; run: (parts: Parts) => Promise<number> }> = {
  list: { needsFile: false, run: list },
  export: { needsFile: true, run: exportTo },
  import: { needsFile: true, run: importFrom },
};

/** Words that guests use: shown, written to a file, taken from one. */
export const aliases: MenuCommand = async ({ args, environment, say, terminal }) => {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: MENU_FLAGS });
  const [name = 'list', file = ''] = positionals;
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (!action || (action.needsFile && file === '')) {
    say('Usage: orderwire menu aliases [list | export FILE | import FILE]');
    return 2;
  }
  const door = await openDoorOf(environment, { key: values.key, url: values.url, say });
  try {
    return await action.run({ door, file, say, terminal });
  } finally {
    await door.close();
  }
};

async function taught(door: Door): Promise<AliasAnswer[]> {
  return must<{ data: AliasAnswer[] }>(await door.call('GET', '/v1/menu/aliases')).data;
}

async function list({ door, say }: Parts): Promise<number> {
  const known = await taught(door);
  const rows = known.map(({ said, means, location_id }) => [
    said,
    means ?? 'nothing any more: it is gone from the menu',
    location_id ?? 'every shop',
  ]);
  say(
    rows.length > 0
      ? toTable([['guests say', 'it means', 'where'], ...rows])
      : 'No words have been taught yet.',
  );
  return 0;
}

async function exportTo({ door, file, say }: Parts): Promise<number> {
  const known = (await taught(door)).map(({ said, means, item_id, variation_id, option_id, location_id }) => {
    const given = Object.entries({ variation_id, option_id, location_id }).filter(([, id]) => id !== null);
    return { said, item_id, ...Object.fromEntries(given), means };
  });
  await writeFile(file, `${JSON.stringify(known, null, 2)}\n`);
  say(`${known.length} written to ${file}.`);
  return 0;
}

/** Each is taught by itself: what is refused keeps none of the others out. */
async function importFrom({ door, file, say, terminal }: Parts): Promise<number> {
  const entries = parseJson(await readFile(file, 'utf8'));
  if (!Array.isArray(entries))
    throw new Error(`${file} holds no list: write [{"said": "the works", "item_id": "…"}].`);
  const progress = createProgress(entries.length, terminal);
  const refused: string[] = [];
  for (const [index, entry] of entries.entries()) {
    progress.step();
    const { means: _, ...given } = (
      typeof entry === 'object' && entry !== null ? entry : { said: entry }
    ) as Record<string, unknown>;
    const { status, body } = await door.call('POST', '/v1/menu/aliases', given);
    if (status === 401 || status === 403) must({ status, body });
    if (status >= 400) refused.push(`  entry ${index + 1}: ${(body as { detail?: string }).detail}`);
  }
  progress.end();
  say(`${entries.length - refused.length} of ${entries.length} taught.`);
  for (const line of refused) say(line);
  return refused.length === 0 ? 0 : 1;
}
