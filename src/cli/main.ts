import { parseArgs } from 'node:util';
import { InputProblems, type Problem } from '../order/problems';
import { processEnvironment, sandboxPort } from '../server/config';
import { COMMAND_NAMES, type CommandName, contents, manualOf } from './manual';

type Run = (args: string[]) => Promise<unknown>;

/** Every command by name. Each loads its own file, so that `--help` stays quick. */
const COMMANDS: Record<CommandName, Run> = {
  serve: (args) => {
    parseArgs({ args });
    return load<typeof import('./serve')>('./serve').serve();
  },
  sandbox: (args) => {
    parseArgs({ args });
    const environment = processEnvironment();
    return load<typeof import('./sandbox')>('./sandbox').sandbox({
      port: sandboxPort(environment),
      smtpPort: sandboxPort(environment, 'SANDBOX_SMTP_PORT'),
    });
  },
  connect: (args) => load<typeof import('./connect')>('./connect').connect({ args }),
  menu: (args) => load<typeof import('./menu')>('./menu').menu({ args }),
  orders: (args) => load<typeof import('./orders')>('./orders').orders({ args }),
  'test-order': (args) => load<typeof import('./test-order')>('./test-order').testOrder({ args }),
  replay: (args) => load<typeof import('./replay')>('./replay').replay({ args }),
  import: (args) => load<typeof import('./import')>('./import').importFile({ args }),
  bridge: (args) => load<typeof import('./bridge')>('./bridge').bridge({ args }),
  demo: (args) => {
    const { keep } = parseArgs({ args, options: { keep: { type: 'boolean', default: false } } }).values;
    return load<typeof import('./demo')>('./demo').demo({ keep });
  },
  rehearsal: (args) => load<typeof import('./rehearsal')>('./rehearsal').rehearsal({ args }),
  doctor: (args) => load<typeof import('./doctor')>('./doctor').doctor({ args }),
};

const HELP = ['--help', '-h', 'help'];

/** `orderwire <command>`: runs it and says in words what went wrong. Resolves to the exit code, undefined while a server runs on. */
export async function main([name = '--help', ...args]: string[]): Promise<number | undefined> {
  const command = COMMAND_NAMES.find((one) => one === name);
  if (!command) {
    const isHelp = HELP.includes(name);
    if (!isHelp) console.error(`"${name}" is not a command of orderwire.\n`);
    console.log(contents());
    return isHelp ? 0 : 2;
  }
  if (args.some((arg) => HELP.slice(0, 2).includes(arg))) {
    console.log(manualOf(command));
    return 0;
  }
  try {
    // Within the promise: what is mistyped is thrown before there is one.
    const exitCode = await Promise.resolve().then(() => COMMANDS[command](args));
    return typeof exitCode === 'number' ? exitCode : undefined;
  } catch (error) {
    console.error(inWords(error));
    if (!isMistyped(error)) return 1;
    console.error(`orderwire ${name} --help says what it takes.`);
    return 2;
  }
}

/** A command line that Node or we cannot read, rather than something that went wrong. */
function isMistyped(error: unknown): boolean {
  const { code } = error as { code?: string };
  const isFlag = (problem: Problem) => problem.path.startsWith('--');
  return (
    code?.startsWith('ERR_PARSE_ARGS') || (error instanceof InputProblems && error.problems.every(isFlag))
  );
}

function inWords(error: unknown): string {
  if (error instanceof InputProblems) {
    return error.problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('\n');
  }
  // Node goes on to explain how a dash could be meant otherwise.
  return error instanceof Error ? (error.message.split('. To specify')[0] ?? '') : String(error);
}

function load<T>(file: string): T {
  return require(file) as T;
}
