import { InputProblems } from '../order/problems';
import { processEnvironment, sandboxPort } from '../server/config';

type Command = { summary: string; run: (args: string[]) => Promise<unknown> };

/** Every command by name. Each loads its own file, so that `--help` stays quick. */
const COMMANDS: Record<string, Command> = {
  serve: {
    summary: 'Take orders over HTTP (the Order API)',
    run: () => load<typeof import('./serve')>('./serve').serve(),
  },
  sandbox: {
    summary: 'Five simulated POS systems, a kitchen screen and a mailbox, on this machine only',
    run: () => {
      const environment = processEnvironment();
      return load<typeof import('./sandbox')>('./sandbox').sandbox({
        port: sandboxPort(environment),
        smtpPort: sandboxPort(environment, 'SANDBOX_SMTP_PORT'),
      });
    },
  },
  connect: {
    summary: 'Connect a shop to its POS: connect square, say (--field value for scripts, --json)',
    run: (args) => load<typeof import('./connect')>('./connect').connect({ args }),
  },
  menu: {
    summary: 'Bring a menu in and keep it right: menu sync, menu import FILE, menu aliases',
    run: (args) => load<typeof import('./menu')>('./menu').menu({ args }),
  },
  orders: {
    summary: 'What became of an order, in plain words: orders show 14',
    run: (args) => load<typeof import('./orders')>('./orders').orders({ args }),
  },
  'test-order': {
    summary:
      'A small order marked TEST DO NOT MAKE, to the printer and back: --connection con_1 --type pickup',
    run: (args) => load<typeof import('./test-order')>('./test-order').testOrder({ args }),
  },
  replay: {
    summary: 'Send again what is nowhere: replay 14, or --from T --to T (shows the plan; --run sends)',
    run: (args) => load<typeof import('./replay')>('./replay').replay({ args }),
  },
  import: {
    summary: "A receptionist's database into the Order API: import receptionist.db (--dry-run only looks)",
    run: (args) => load<typeof import('./import')>('./import').importFile({ args }),
  },
  bridge: {
    summary:
      "A receptionist's orders to a Zapier or Make hook, nothing hosted: bridge --db FILE --to ADDRESS",
    run: (args) => load<typeof import('./bridge')>('./bridge').bridge({ args }),
  },
  demo: {
    summary: 'A phone order becomes a ticket in five kitchens (--keep leaves it running)',
    run: (args) => load<typeof import('./demo')>('./demo').demo({ keep: args.includes('--keep') }),
  },
  doctor: {
    summary: 'Check this set-up and say how to repair it (--sandbox: against the simulators)',
    run: (args) => load<typeof import('./doctor')>('./doctor').doctor({ args }),
  },
};

/** `orderwire <command>`: runs it and says in words what went wrong. Resolves to the exit code, undefined while a server runs on. */
export async function main([name = '--help', ...args]: string[]): Promise<number | undefined> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const isHelp = ['--help', '-h', 'help'].includes(name);
    if (!isHelp) console.error(`"${name}" is not a command of orderwire.\n`);
    console.log(usage());
    return isHelp ? 0 : 2;
  }
  try {
    const exitCode = await command.run(args);
    return typeof exitCode === 'number' ? exitCode : undefined;
  } catch (error) {
    console.error(inWords(error));
    return 1;
  }
}

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return [
    'Usage: orderwire <command>',
    '',
    ...lines,
    '',
    'Settings come from the environment or a .env file: see README.',
  ].join('\n');
}

function inWords(error: unknown): string {
  if (error instanceof InputProblems) {
    return error.problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}

function load<T>(file: string): T {
  return require(file) as T;
}
