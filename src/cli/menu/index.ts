import { processEnvironment } from '../../server/config';
import { aliases } from './aliases';
import { importMenu } from './import';
import { match } from './match';
import type { MenuCommand, MenuOptions } from './options';
import { sync } from './sync';

/** What can be done with a menu, by name. */
const COMMANDS: Record<string, { usage: string; run: MenuCommand }> = {
  sync: {
    usage: 'sync [--connection con_1] [--location loc_1] [--dry-run]   read the menu that the POS has',
    run: sync,
  },
  import: {
    usage:
      'import FILE… [--location loc_1] [--add] [--dry-run]        from .csv, .txt (menu_reference) or .json',
    run: importMenu,
  },
  match: {
    usage: 'match "large peperoni" "a coke" … [--location loc_1]       what words mean on the menu, and why',
    run: match,
  },
  aliases: {
    usage: 'aliases [list | export FILE | import FILE]                 words that guests use',
    run: aliases,
  },
};

/** `orderwire menu …`: brings a menu in and keeps it right. Resolves to the exit code. */
export async function menu({
  args,
  environment = processEnvironment(),
  say = console.log,
  terminal = process.stderr,
}: MenuOptions): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command.run({ args: rest, environment, say, terminal });
  say(['Usage:', ...Object.values(COMMANDS).map(({ usage }) => `  orderwire menu ${usage}`)].join('\n'));
  return 2;
}
