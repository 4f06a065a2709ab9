import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readMenuFile } from '../../menu/import/file';
import { withMapping } from '../../menu/import/mapping';
import { mergeMenu } from '../../menu/merge/menu';
import { type Menu, parseMenu } from '../../menu/schema';
import { InputProblems } from '../../order/problems';
import { must, openDoorOf } from '../door';
import { changeLines, type MenuAnswer } from './changes';
import { MENU_FLAGS, type MenuCommand, type MenuShop, shopFor } from './options';
import { withoutBareToastIds } from './toast-ids';

const FLAGS = {
  ...MENU_FLAGS,
  add: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** Brings a menu in from files, one after the other: what a person's list leaves out (ids, options, aliases) stays as it was. */
export const importMenu: MenuCommand = async ({ args, environment, say }) => {
  const { positionals: files, values } = parseArgs({ args, allowPositionals: true, options: FLAGS });
  if (files.length === 0) {
    say('Usage: orderwire menu import FILE… [--location loc_1] [--add] [--dry-run]');
    return 2;
  }
  const door = await openDoorOf(environment, { key: values.key, url: values.url, say });
  try {
    const shop = await shopFor(values.location, door);
    const at = `/v1/menu?location_id=${shop.id}`;
    let menu = parseMenu(must<unknown>(await door.call('GET', at)), shop);
    for (const file of files) {
      menu = await inFile(file, async () =>
        taken(menu, { file, shop, add: values.add, text: await readFile(file, 'utf8') }),
      );
    }
    const { menu: sent, left_out } = withoutBareToastIds(menu);
    const preview = values['dry-run'] ? '&preview=true' : '';
    const lines = changeLines(must<MenuAnswer>(await door.call('PUT', `${at}${preview}`, sent)));
    say(`${shop.name}: ${lines[0]}`);
    for (const line of lines.slice(1)) say(line);
    if (left_out > 0) say(`  ! ${left_out} Toast ids were left out: ${TOAST_IDS}`);
    if (values['dry-run']) say('Nothing was stored: --dry-run.');
    return 0;
  } finally {
    await door.close();
  }
};

const TOAST_IDS = 'an order there also names the menu group. Run: orderwire menu sync, which reads both.';

type Taking = { file: string; text: string; shop: MenuShop; add: boolean };

function taken(menu: Menu, { file, text, shop, add }: Taking): Menu {
  const read = readMenuFile(file, text, shop.currency);
  if (read.kind === 'mapping') return withMapping(menu, read.mapped);
  const theirs = read.kind === 'menu' ? read.menu : parseMenu(read.input, shop);
  return mergeMenu(menu, theirs, { vendor: null, leads: true, keepsOwn: add });
}

/** What is refused is in a file: its name says in which. */
async function inFile<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    const name = basename(file);
    throw new InputProblems(
      error.problems.map(({ path, message }) => ({ path: `${name}, ${path}`, message })),
    );
  }
}
