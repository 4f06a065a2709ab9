/**
 * Runs every trigger, search and create that Zapier's own tool can reach, in the app as it was built, against an Order API and a
 * sandbox of this machine on free ports. One line each; the exit code says whether all went well. Systems may be named:
 * `npm run zapier:invoke -- toast clover`.
 */
const { execFile, spawn } = require('node:child_process');
const { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');
const { HOOKS, INVOCATIONS } = require('./zapier-invocations');

const ROOT = join(__dirname, '..');
const TOOL = join(ROOT, 'node_modules', 'zapier-platform-cli', 'src', 'bin', 'run');
const ENV = join(ROOT, 'docs', 'zapier-env');
const API_KEY = 'sandbox-order-api-key';
const AT_ONCE = 2;
const children = [];

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A command of ours, until it says that it is ready. */
function start(command, { environment, ready }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'bin', 'orderwire.js'), command], {
      env: { PATH: process.env.PATH, ...environment },
    });
    children.push(child);
    let said = '';
    const listen = (chunk) => {
      said += chunk;
      if (ready.test(said)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', () => reject(new Error(`orderwire ${command} ended early:\n${said}`)));
  });
}

/** The Order API and the sandbox, with the menu read from the sandbox's Square; their ports by name. */
async function boot(folder) {
  const [sandbox, smtp, api] = [await freePort(), await freePort(), await freePort()];
  await start('sandbox', {
    environment: { SANDBOX_PORT: sandbox, SANDBOX_SMTP_PORT: smtp },
    ready: /^touchbistro: /m,
  });
  await start('serve', {
    environment: {
      ...{
        HOST: '127.0.0.1',
        PORT: api,
        ORDERWIRE_DB: join(folder, 'orders.db'),
        ORDERWIRE_API_KEY: API_KEY,
      },
      ...{ POS_SYSTEM: 'square', POS_API_KEY: 'sandbox-square-token', POS_LOCATION_ID: 'LSANDBOX1' },
      ...{ POS_API_URL: `http://127.0.0.1:${sandbox}/square`, POS_ENVIRONMENT: 'sandbox' },
      POS_UNPAID_ORDERS: 'external_tender',
    },
    ready: /listens on/,
  });
  await syncMenu(`http://127.0.0.1:${api}/v1/menu/sync`);
  return { sandbox, api };
}

/** A server that is only just up may ask to come again. */
async function syncMenu(url, attempts = 20) {
  const headers = { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: '{}' });
  if (answer.ok) return;
  if (answer.status !== 503 || attempts === 0)
    throw new Error(`The menu could not be read: ${await answer.text()}`);
  await sleep(1000);
  await syncMenu(url, attempts - 1);
}

/** The built app in a folder of its own, with the connection of one system. */
function openApp(system, { folder, ports }) {
  const app = join(folder, system);
  for (const file of ['index.js', 'package.json'])
    cpSync(join(ROOT, 'build', 'zapier', file), join(app, file));
  symlinkSync(join(ROOT, 'node_modules'), join(app, 'node_modules'));
  const env = readFileSync(join(ENV, `${system}.env`), 'utf8');
  writeFileSync(
    join(app, '.env'),
    env
      .replace('127.0.0.1:8090', `127.0.0.1:${ports.sandbox}`)
      .replace('127.0.0.1:8080', `127.0.0.1:${ports.api}`),
  );
  return app;
}

/** Why an invocation went wrong, undefined where it went well. */
function invoke({ what, input, file, expect }, app) {
  const fields = file ? ['-i', `@${join(ENV, file)}`] : ['-i', JSON.stringify(input ?? {})];
  const isAuth = what.startsWith('auth');
  const args = [TOOL, 'invoke', ...what.split(' '), '--non-interactive', ...(isAuth ? [] : fields)];
  const options = { cwd: app, env: { ...process.env, NO_UPDATE_NOTIFIER: '1', CI: '1' } };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (error) resolve(`${stdout}\n${stderr}`.trim());
      else resolve(expect.test(stdout) ? undefined : `${expect} is not in:\n${stdout}`);
    });
  });
}

async function runSystem(system, context) {
  const app = openApp(system, context);
  let failures = 0;
  for (const invocation of INVOCATIONS[system]) {
    const started = Date.now();
    const wrong = await invoke(invocation, app);
    const line = `${wrong ? 'FAILED' : 'ok    '} ${system}: ${invocation.what}`;
    console.log(`${line} (${((Date.now() - started) / 1000).toFixed(1)} s)${wrong ? `\n${wrong}` : ''}`);
    if (wrong) failures++;
  }
  return failures;
}

/** What the app has and the table lacks. */
function forgotten() {
  const { triggers, searches, creates } = require(join(ROOT, 'build', 'zapier', 'index.js'));
  const invoked = new Set(
    Object.values(INVOCATIONS).flatMap((list) => list.map(({ what }) => what.split(' ')[1])),
  );
  return Object.keys({ ...triggers, ...searches, ...creates }).filter(
    (key) => !invoked.has(key) && !HOOKS.includes(key),
  );
}

function chosenSystems() {
  const named = process.argv.slice(2);
  const unknown = named.find((system) => !INVOCATIONS[system]);
  if (unknown) throw new Error(`No system "${unknown}": choose from ${Object.keys(INVOCATIONS).join(', ')}.`);
  return named.length > 0 ? named : Object.keys(INVOCATIONS);
}

async function main(folder) {
  const missing = forgotten();
  if (missing.length > 0) throw new Error(`Not in scripts/zapier-invocations.js: ${missing.join(', ')}.`);
  const ports = await boot(folder);
  const waiting = chosenSystems();
  const count = waiting.flatMap((system) => INVOCATIONS[system]).length;
  let failures = 0;
  const work = async () => {
    for (let system = waiting.shift(); system; system = waiting.shift())
      failures += await runSystem(system, { folder, ports });
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  console.log(`${count - failures} of ${count} invocations went well`);
  if (failures > 0) process.exitCode = 1;
}

const folder = mkdtempSync(join(tmpdir(), 'orderwire-invoke-'));
main(folder)
  .catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(() => {
    for (const child of children) child.removeAllListeners('exit').kill();
    rmSync(folder, { recursive: true, force: true });
  });
