import { processEnvironment } from '../../server/config';
import { manualOf } from '../manual';
import { aliases } from './aliases';
import { importMenu } from './import';
import { match } from './match';
import type { MenuCommand, MenuOptions } from './options';
import { sync } from './sync';

/** What can be done with a menu, by name. */
const COMMANDS: Record<string, MenuCommand> = { sync, import: importMenu, match, aliases };

/** `orderwire menu …`: brings a menu in and keeps it right. Resolves to the exit code. */
export async function menu({
  args,
  environment = processEnvironment(),
  say = console.log,
  terminal = process.stderr,
}: MenuOptions): Promise<number> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) return command({ args: rest, environment, say, terminal });
  say(manualOf('menu'));
  return 2;
}
