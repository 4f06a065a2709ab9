/** The tests that drive a browser: `npm run test:e2e`. They play the program as it is compiled, once for all of them. */
const shared = require('../../jest.config.js');

module.exports = {
  ...shared,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/e2e/**/*.e2e.ts'],
  globalSetup: '<rootDir>/test/e2e/compile.ts',
  globalTeardown: '<rootDir>/test/e2e/clear.ts',
  testTimeout: 120_000,
};
