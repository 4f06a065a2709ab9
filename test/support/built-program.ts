import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The program compiled as it is now, for tests that kill it. */
export function buildProgram(folder: string) {
  const out = join('build', folder);
  const steps = [
    ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck', '--outDir', out],
    ['scripts/copy-assets.js', out],
  ];
  for (const step of steps) {
    const { status, stdout, stderr } = spawnSync(process.execPath, step, { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${step[0]}: ${stdout}${stderr}`);
  }
  const main = join(ROOT, out, 'src/cli/main.js');
  return {
    /** What node is to run for a command of the program. */
    argsFor: (...args: string[]) => [
      '-e',
      `require(${JSON.stringify(main)}).main(process.argv.slice(1)).then((code) => { process.exitCode = code; });`,
      '--',
      ...args,
    ],
    remove: () => rmSync(join(ROOT, out), { recursive: true, force: true }),
  };
}
