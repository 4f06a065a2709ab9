import { parseArgs } from 'node:util';
import type { ConnectionAnswer } from '../api-answers';
import { type Door, must, openDoorOf } from '../door';
import { createProgress } from '../progress';
import { changeLines, type MenuAnswer } from './changes';
import { MENU_FLAGS, type MenuCommand } from './options';

const FLAGS = {
  ...MENU_FLAGS,
  connection: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
} as const;
type Synced = MenuAnswer & { not_in_pos: { name: string }[] };

/** Reads the menu of each POS that has one, a shop's own POS first: that one decides on names and prices. */
export const sync: MenuCommand = async ({ args, environment, say, terminal }) => {
  const { values } = parseArgs({ args, options: FLAGS });
  const door = await openDoorOf(environment, { key: values.key, url: values.url, say });
  try {
    const chosen = await connectionsFor(values, door);
    if (chosen.length === 0) {
      say('There is no such connection to a POS. Make one with: orderwire connect');
      return 1;
    }
    const progress = createProgress(chosen.length, terminal);
    const told: string[] = [];
    let failed = 0;
    for (const one of chosen) {
      const reply = await door.call('POST', '/v1/menu/sync', {
        connection_id: one.id,
        preview: values['dry-run'],
      });
      if (reply.status >= 400) failed += 1;
      const { detail } = reply.body as { detail?: string };
      const lines = reply.status < 400 ? syncedLines(reply.body as Synced, one) : [detail ?? 'failed'];
      told.push(`${one.name} (${one.id}): ${lines[0]}`, ...lines.slice(1));
      progress.step();
    }
    progress.end();
    for (const line of told) say(line);
    if (values['dry-run']) say('Nothing was stored: --dry-run.');
    return failed < chosen.length ? 0 : 1;
  } finally {
    await door.close();
  }
};

async function connectionsFor(
  { connection, location }: { connection?: string; location?: string },
  door: Door,
): Promise<ConnectionAnswer[]> {
  const { data } = must<{ data: ConnectionAnswer[] }>(await door.call('GET', '/v1/connections'));
  return data
    .filter(({ id }) => connection === undefined || id === connection)
    .filter(({ location_id }) => location === undefined || location_id === location)
    .toSorted((a, b) => Number(b.default) - Number(a.default));
}

function syncedLines(answer: Synced, { name }: ConnectionAnswer): string[] {
  const strangers = answer.not_in_pos.map((one) => one.name);
  return [
    ...changeLines(answer),
    ...(strangers.length > 0
      ? [`  ! ${name} does not know: ${strangers.join(', ')}. Their words can reach it, no id can.`]
      : []),
  ];
}
