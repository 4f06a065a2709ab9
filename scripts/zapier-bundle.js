const { join } = require('node:path');
const esbuild = require('esbuild');

const ROOT = join(__dirname, '..');

/** What never belongs in Zapier's runtime: servers, native modules, other people's HTTP and mail. */
const UNWANTED = [
  'fastify',
  '@fastify',
  'axios',
  'nodemailer',
  'better-sqlite3',
  'pg',
  'pino',
  'zapier-platform-core',
];

/**
 * The app as one file: our code and the small libraries it uses; zapier-platform-core stays outside. From the sources, not
 * from dist: of compiled modules nothing can be left out, and the file would be half as large again.
 */
async function bundleApp(outfile) {
  const { metafile } = await esbuild.build({
    entryPoints: [join(ROOT, 'src', 'zapier', 'app.ts')],
    outfile: outfile ?? join(ROOT, 'build', 'never-written.js'),
    write: outfile !== undefined,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['zapier-platform-core'],
    footer: { js: 'module.exports = module.exports.app;' },
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  });
  return packagesOf(Object.keys(metafile.inputs));
}

/** The packages that files come from, without repetition. */
function packagesOf(files) {
  const found = files.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  return [...new Set(found)].sort();
}

/** Those of the packages that must not be there. */
function unwantedIn(packages) {
  return packages.filter((name) => UNWANTED.some((one) => name === one || name.startsWith(`${one}/`)));
}

module.exports = { bundleApp, packagesOf, unwantedIn };
