// Runs the tests that drive a real browser; says plainly when there is none, as a pass without one would prove nothing.
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browser = process.env.CHROMIUM ?? BROWSERS.find((path) => existsSync(path));
if (!browser || !existsSync(browser)) {
  console.error('not run: there is no Chromium here. As root: apt-get update && apt-get install -y chromium');
  console.error('Or set CHROMIUM to the path of one.');
  process.exit(1);
}
const jest = require.resolve('jest/bin/jest');
const args = [jest, '--config', 'test/e2e/jest.config.js', '--runInBand', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM: browser },
});
process.exit(status ?? 1);
