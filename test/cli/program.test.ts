import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = join(__dirname, '../../bin/orderwire.js');
const folder = mkdtempSync(join(tmpdir(), 'orderwire-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8', cwd: folder });

it('may be run as it is', () => {
  expect(statSync(BIN).mode & 0o111).toBe(0o111);
});

it('says on an old Node which one is needed and what to do, before it loads anything', () => {
  const pretend = "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });";
  const { status, stderr } = run('-e', `${pretend} require(${JSON.stringify(BIN)})`);
  expect(status).toBe(1);
  expect(stderr).toContain('OrderWire needs Node 22.14 or newer; this is 20.20.2.');
  expect(stderr).toContain('npm start');
});

it('says where it is not built yet how to build it', () => {
  const copy = join(folder, 'bin/orderwire.js');
  cpSync(BIN, copy);
  const { status, stderr } = run(copy, 'serve');
  expect([status, stderr]).toEqual([1, expect.stringContaining('npm run build')]);
});

/** The compiled program is there after `npm ci` and `npm run build`; a bare working copy has none. */
const isBuilt = existsSync(join(__dirname, '../../dist/src/cli/main.js'));
const built = isBuilt ? describe : describe.skip;
if (!isBuilt) console.log('not run: the program is not built (npm run build)');

built('the built program', () => {
  it('lists its commands', () => {
    const { status, stdout } = run(BIN, '--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/serve +Take orders/);
    expect(run(BIN, 'sreve').status).toBe(2);
  });

  it('names every variable that is wrong, and starts nothing', () => {
    const env = { ...process.env, PORT: 'x', DATABASE_URL: 'my.db' };
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'serve'], {
      encoding: 'utf8',
      cwd: folder,
      env,
    });
    expect(status).toBe(1);
    expect(stderr).toContain("DATABASE_URL: This looks like the receptionist's file; set RECEPTIONIST_DB.");
    expect(stderr).toContain('PORT: is "x"');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('serves from an empty folder, shows the key once, and leaves when told to', async () => {
    const first = await serveOnce();
    expect(first.output).toMatch(/shown this once: owk_[0-9a-f]{48}\n/);
    expect(first.output).toContain('orders are kept in ./data/orderwire.db');
    expect(first.output).toMatch(/http:\/\/127\.0\.0\.1:\d+\/docs/);
    expect(first.exitCode).toBe(0);
    expect((await serveOnce()).output).not.toContain('owk_');
  }, 20_000);
});

async function serveOnce(): Promise<{ output: string; exitCode: number | null }> {
  const env = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, [BIN, 'serve'], { cwd: folder, env });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('/docs')) resolve();
    });
    child.on('exit', () => reject(new Error(`it stopped: ${output}`)));
  });
  await ready;
  const left = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  return { output, exitCode: await left };
}
