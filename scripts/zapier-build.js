/**
 * Builds what Zapier runs, without network: our code as one file in a lean package whose only dependency is
 * zapier-platform-core, zipped by Zapier's own tool. The tool works outside this folder: inside it, it would find this
 * project's packages (node-fetch asks for one it can do without) and pack those as well. The result is in build/zapier/.
 */
const { execFileSync } = require('node:child_process');
const { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { parseArgs } = require('node:util');
const { bundleApp, packagesOf, unwantedIn } = require('./zapier-bundle');
const { zipEntries } = require('./zip-entries');

const ROOT = join(__dirname, '..');
/** `--only lightspeed`: the app of one system, in a folder of its own. */
const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
const FOLDER = only ? `zapier-${only}` : 'zapier';
const OUT = join(ROOT, 'build', FOLDER);
const CORE = 'zapier-platform-core';
const LARGEST_MEGABYTES = 1;
const SLOWEST_LOAD = 1.25;
/** The tool's own trial of a build gives a fresh process five seconds: on a busy machine that is not always enough. */
const TRIES = 3;
const root = readJson(join(ROOT, 'package.json'));

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** A package and all it depends on, as npm laid them out here: no registry is asked. */
function copyWithDependencies(name, { from = ROOT, to, copied = new Set() }) {
  const folder = findPackage(name, from);
  if (!folder || copied.has(folder)) return;
  copied.add(folder);
  const nested = join(folder, 'node_modules');
  cpSync(folder, join(to, folder.slice(ROOT.length)), {
    recursive: true,
    filter: (path) => !path.startsWith(nested),
  });
  const { dependencies = {}, optionalDependencies = {} } = readJson(join(folder, 'package.json'));
  for (const one of Object.keys({ ...dependencies, ...optionalDependencies })) {
    copyWithDependencies(one, { from: folder, to, copied });
  }
}

/** Where Node would find a package from a folder; undefined for an optional one that is not installed. */
function findPackage(name, from) {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  return from === ROOT ? undefined : findPackage(name, dirname(from));
}

function writePackage(stage) {
  const { name, version, description, engines, license } = root;
  const dependencies = { [CORE]: root.dependencies[CORE] };
  const manifest = {
    name: only ? `${name}-${only.replaceAll('_', '-')}` : name,
    version,
    description,
    license,
    main: 'index.js',
    engines,
    private: true,
    dependencies,
  };
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(stage, '.gitignore'), 'node_modules/\nbuild/\n.env\n');
  writeFileSync(join(stage, '.zapierapprc'), `${JSON.stringify(settings(), null, 2)}\n`);
}

/** The tool's settings, with the id that registering wrote into the last build. */
function settings() {
  const last = join(OUT, '.zapierapprc');
  return { ...(existsSync(last) && readJson(last)), ...readJson(join(ROOT, '.zapierapprc')) };
}

/** What Zapier's tool says, thrown where it does not agree. */
function runTool(stage, flags, tries = 1) {
  const tool = join(ROOT, 'node_modules', 'zapier-platform-cli', 'src', 'bin', 'run');
  const environment = { ...process.env, NO_UPDATE_NOTIFIER: '1', CI: '1' };
  try {
    execFileSync(process.execPath, [tool, ...flags], { cwd: stage, env: environment, stdio: 'pipe' });
  } catch (error) {
    if (tries > 1) return runTool(stage, flags, tries - 1);
    throw new Error(`zapier-platform ${flags[0]} failed:\n${error.stdout}\n${error.stderr}`);
  }
}

function refuseUnwanted(packages, entries) {
  const native = entries.filter((name) => name.endsWith('.node'));
  const wrong = [
    ...unwantedIn(packages),
    ...unwantedIn(packagesOf(entries)).filter((name) => name !== CORE),
    ...native,
  ];
  if (wrong.length > 0) throw new Error(`The zip holds what Zapier's runtime must not: ${wrong.join(', ')}.`);
}

/** Milliseconds of processor time that a fresh process needs to load each module, taken in turns: the median of nine. */
function loadTimes(stage, modules) {
  const run = (module) => {
    const script = `require('${module}'); const { user, system } = process.cpuUsage(started); console.log((user + system) / 1000)`;
    const args = ['-e', `const started = process.cpuUsage(); ${script}`];
    return Number(execFileSync(process.execPath, args, { cwd: stage, encoding: 'utf8' }));
  };
  const rounds = Array.from({ length: 9 }, () => modules.map(run));
  return modules.map((_module, at) => rounds.map((round) => round[at]).sort((a, b) => a - b)[4]);
}

async function build(stage) {
  const started = Date.now();
  const packages = await bundleApp({ outfile: join(stage, 'index.js'), only });
  writePackage(stage);
  copyWithDependencies(CORE, { to: stage });
  runTool(stage, ['validate', '--without-style']);
  // Hidden in the tool's help; without it the tool asks Zapier's servers.
  runTool(stage, ['build', '--skip-validation', '--skip-dep-install'], TRIES);
  rmSync(OUT, { recursive: true, force: true });
  cpSync(stage, OUT, { recursive: true, filter: (path) => !path.startsWith(join(stage, 'node_modules')) });
  const file = join(OUT, 'build', 'build.zip');
  const entries = zipEntries(file);
  refuseUnwanted(packages, entries);
  const megabytes = (statSync(file).size / 1_000_000).toFixed(2);
  if (megabytes > LARGEST_MEGABYTES)
    throw new Error(`The zip has ${megabytes} MB, and at most ${LARGEST_MEGABYTES} is meant to travel.`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `build/${FOLDER}/build/build.zip: ${megabytes} MB, ${entries.length} files, built in ${seconds} s`,
  );
  console.log(`bundled with it: ${packages.join(', ')}`);
  const [bare, ours] = loadTimes(stage, [CORE, './index.js']);
  const ratio = (ours / bare).toFixed(2);
  console.log(
    `loaded in ${Math.round(ours)} ms of the processor, ${ratio} times ${CORE} alone (${Math.round(bare)} ms; goal: ${SLOWEST_LOAD})`,
  );
}

const stage = mkdtempSync(join(tmpdir(), 'orderwire-zapier-'));
build(stage)
  .catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  })
  .finally(() => rmSync(stage, { recursive: true, force: true }));
