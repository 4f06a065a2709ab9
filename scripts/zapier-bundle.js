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

/** What the file begins with: the whole app, or the part that concerns one system. Its OAuth client is Zapier's to keep. */
const entry = (only) =>
  only
    ? `const { oneVendorApp } = require('./src/zapier/one-vendor-app');
       const { CLIENT_ID = '', CLIENT_SECRET = '' } = process.env;
       module.exports = oneVendorApp('${only}', () => ({ client_id: CLIENT_ID, client_secret: CLIENT_SECRET }));`
    : `module.exports = require('./src/zapier/app').app;`;

/**
 * The app as one file: our code and the small libraries it uses; zapier-platform-core stays outside. From the sources, not
 * from dist: of compiled modules nothing can be left out, and the file would be half as large again.
 */
async function bundleApp({ outfile, only } = {}) {
  const { metafile } = await esbuild.build({
    stdin: { contents: entry(only), resolveDir: ROOT, sourcefile: 'entry.js' },
    outfile: outfile ?? join(ROOT, 'build', 'never-written.js'),
    write: outfile !== undefined,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    external: ['zapier-platform-core'],
    minifySyntax: true,
    minifyWhitespace: true,
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
