import { bundleApp, packagesOf, unwantedIn } from '../../scripts/zapier-bundle';

describe("what goes into Zapier's runtime", () => {
  it('is our code and a few small libraries: no server, HTTP client, mailer or native module', async () => {
    const packages = await bundleApp();
    expect(unwantedIn(packages)).toEqual([]);
    expect(packages).toEqual([
      'fastest-levenshtein',
      'libphonenumber-js',
      'minisearch',
      'temporal-polyfill',
      'temporal-utils',
      'typebox',
    ]);
  });

  it('is no more in the app of one vendor alone', async () => {
    expect(await bundleApp({ only: 'lightspeed' })).toEqual(await bundleApp());
  });

  it('would not go unnoticed', () => {
    const files = [
      'node_modules/fastify/lib/a.js',
      'node_modules/x/node_modules/@fastify/b/c.js',
      'src/a.ts',
    ];
    expect(unwantedIn(packagesOf(files))).toEqual(['@fastify/b', 'fastify']);
  });
});
