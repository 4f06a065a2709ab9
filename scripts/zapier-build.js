// Bundles the Zapier app into build/zapier, a package of its own that has only zapier-platform-core, and builds the zip there, offline.
const { execFileSync } = require('node:child_process');
const { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join, relative, sep } = require('node:path');
const { createRequire } = require('node:module');
const esbuild = require('esbuild');
const yauzl = require('yauzl');

const ROOT = join(__dirname, '..');
const OUT = join(ROOT, 'build/zapier');
const CORE = 'zapier-platform-core';
/** What must never reach Zapier's runtime: native code, the server, its clients. */
const FORBIDDEN = [/\.node$/, /(^|\/)(better-sqlite3|fastify|axios|nodemailer)\//];
const FORBIDDEN_IN_BUNDLE = /require\("(?:better-sqlite3|fastify|axios|nodemailer|node:net|node:http)"\)/;

const { version, dependencies, engines } = require(join(ROOT, 'package.json'));

function bundle() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  esbuild.buildSync({
    entryPoints: [join(ROOT, 'index.js')],
    outfile: join(OUT, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: [CORE],
    logLevel: 'warning',
  });
  const lean = { name: 'orderwire-zapier', version, private: true, main: 'index.js', engines };
  writeFileSync(
    join(OUT, 'package.json'),
    JSON.stringify({ ...lean, dependencies: { [CORE]: dependencies[CORE] } }, null, 2),
  );
  writeFileSync(join(OUT, '.gitignore'), 'node_modules/\nbuild/\n');
  cpSync(join(ROOT, '.zapierapprc'), join(OUT, '.zapierapprc'));
}

/** Copies core and all it needs from node_modules, so that the build asks no registry. */
function copyCore(name = CORE, from = ROOT, seen = new Set()) {
  const folder = packageFolder(name, from);
  if (!folder || seen.has(folder)) return;
  seen.add(folder);
  const kept = (path) => !relative(folder, path).split(sep).includes('node_modules');
  cpSync(folder, join(OUT, relative(ROOT, folder)), { recursive: true, filter: kept });
  const { dependencies: needed = {} } = require(join(folder, 'package.json'));
  for (const dependency of Object.keys(needed)) copyCore(dependency, folder, seen);
}

/** Where Node finds a package from a folder; packages with closed `exports` included. */
function packageFolder(name, from) {
  const places = createRequire(join(from, 'package.json')).resolve.paths(name) ?? [];
  const found = places
    .map((place) => join(place, name))
    .find((folder) => statSync(join(folder, 'package.json'), { throwIfNoEntry: false }));
  return found?.startsWith(ROOT) ? found : undefined;
}

function entriesOf(zip) {
  return new Promise((resolve, reject) => {
    yauzl.open(zip, (error, file) => {
      if (error) return reject(error);
      const names = [];
      file
        .on('entry', (entry) => names.push(entry.fileName))
        .on('end', () => resolve(names))
        .on('error', reject);
    });
  });
}

function coldStartMs() {
  const code =
    'const t=performance.now();require(process.argv[1]);console.log(Math.round(performance.now()-t))';
  return execFileSync(process.execPath, ['-e', code, OUT], { encoding: 'utf8' }).trim();
}

async function main() {
  bundle();
  copyCore();
  const cli = join(dirname(require.resolve('zapier-platform-cli/package.json')), 'src/bin/run');
  execFileSync(process.execPath, [cli, 'build', '--skip-validation', '--skip-dep-install'], {
    cwd: OUT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const zip = join(OUT, 'build/build.zip');
  const names = await entriesOf(zip);
  const wrong = names.filter((name) => FORBIDDEN.some((pattern) => pattern.test(name)));
  if (FORBIDDEN_IN_BUNDLE.test(readFileSync(join(OUT, 'index.js'), 'utf8'))) wrong.push('index.js');
  if (wrong.length > 0) throw new Error(`The zip must not hold: ${wrong.join(', ')}`);
  const megabytes = (statSync(zip).size / 1024 / 1024).toFixed(2);
  console.log(
    `build/zapier/build/build.zip: ${megabytes} MB, ${names.length} files, cold start ${coldStartMs()} ms; no native module, Fastify, axios or nodemailer in it.`,
  );
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
