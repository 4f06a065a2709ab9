import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { COMMAND_NAMES, contents, manualOf } from '../../src/cli/manual';

const CLI = join(__dirname, '../../src/cli');
const commandsPage = readFileSync(join(__dirname, '../../docs/commands.md'), 'utf8');

/** What a command line says on each of its two ways out. */
async function run(...args: string[]) {
  const said = { out: [] as string[], err: [] as string[] };
  const log = jest.spyOn(console, 'log').mockImplementation((line) => void said.out.push(line));
  const error = jest.spyOn(console, 'error').mockImplementation((line) => void said.err.push(line));
  try {
    const exitCode = await main(args);
    return { exitCode, out: said.out.join('\n'), err: said.err.join('\n') };
  } finally {
    log.mockRestore();
    error.mockRestore();
  }
}

/** The flags that a command's own sources take, of those that are written down as a table. */
function flagsIn(name: string): string[] {
  const folder = join(CLI, name);
  const files = existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
  const tables = files.flatMap(
    (file) => readFileSync(file, 'utf8').match(/^(?:export )?const \w*FLAGS = \{[\s\S]*?\} as const/gm) ?? [],
  );
  return tables.flatMap((table) =>
    [...table.matchAll(/([\w-]+)'?: (?:text|yes|\{ type)/g)].map(([, flag = '']) => flag),
  );
}

describe.each(COMMAND_NAMES)('orderwire %s --help', (name) => {
  it('says how it is used, what its exit codes mean, and does nothing', async () => {
    const { exitCode, out } = await run(name, '--help');
    expect([exitCode, out]).toEqual([0, manualOf(name)]);
    expect(out).toMatch(new RegExp(`^Usage: orderwire ${name}`));
    expect(out).toMatch(/Exit code 0: done\. 1: .*\. 2: the command was mistyped\./);
  });

  it('names each flag that the command takes', () => {
    const page = manualOf(name);
    const missing = flagsIn(name).filter((flag) => flag !== 'help' && !page.includes(`--${flag} `));
    expect(missing).toEqual([]);
  });

  it('fits a terminal', () => {
    expect(
      Math.max(
        ...manualOf(name)
          .split('\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(140);
  });
});

it('lists every command, here and in the documentation', async () => {
  const { exitCode, out } = await run('--help');
  expect([exitCode, out]).toEqual([0, contents()]);
  expect(COMMAND_NAMES.filter((name) => !out.includes(`\n  ${name} `))).toEqual([]);
  expect(COMMAND_NAMES.filter((name) => !commandsPage.includes(`| \`${name}\` |`))).toEqual([]);
});

it.each([
  [['serve', '--prot', '8080'], /--prot/],
  [['sandbox', '8090'], /8090/],
  [['doctor', '--sandbocks'], /--sandbocks/],
  [['demo', '--keeep'], /--keeep/],
  [['replay', '--form', '2026-11-27T18:00'], /--form/],
  [['orders', 'show', '14', '--jason'], /--jason/],
  [['test-order', '--connection'], /--connection/],
  [['menu', 'sync', '--dry'], /--dry/],
  [['import', 'a.db', '--dryrun'], /--dryrun/],
  [['bridge', '--too', 'x'], /--too/],
  [['connect', 'square', '--acess_token', 'x'], /--acess_token/],
])('names what is mistyped in %j, and where to look', async (args, named) => {
  const { exitCode, err } = await run(...args);
  expect([exitCode, err]).toEqual([2, expect.stringMatching(named)]);
  expect(err).toContain(`orderwire ${args[0]} --help says what it takes.`);
});

it('says that a command is unknown, and which there are', async () => {
  const { exitCode, out, err } = await run('sreve');
  expect([exitCode, err, out]).toEqual([2, '"sreve" is not a command of orderwire.\n', contents()]);
});
