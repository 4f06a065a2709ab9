/** Real parts wherever they can run: see CONTRIBUTING.md. ESM-only packages are compiled too, as jest on Node 22 cannot require them. */
const { availableParallelism } = require('node:os');

module.exports = {
  // Many tests wait for real sockets and clocks: more of them than processors fit beside each other.
  maxWorkers: Math.max(3, availableParallelism() - 1),
  // No test is about speed: a busy machine only takes longer.
  testTimeout: 60_000,
  // A worker whose event loop is empty still frees its heap and its native modules, which takes a busy machine seconds: what
  // jest calls a leak after that is one.
  workerGracefulExitTimeout: 10_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.m?[jt]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(?:.*/)?(?:typebox|temporal-polyfill|temporal-utils|@fastify/type-provider-typebox|cookie|content-disposition)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/'],
};
