#!/usr/bin/env node
// Runs on any Node, to say in words which one is needed: nothing is required before the version is known.
const NEEDED = [22, 14];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`OrderWire needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}.`);
  console.error(
    'In the OrderWire folder use the npm scripts (npm start, npm run sandbox): they bring Node 22 along.',
  );
  console.error('Anywhere else install Node 22 from https://nodejs.org and run the command again.');
  process.exit(1);
}

const { existsSync } = require('node:fs');
const { join } = require('node:path');
const program = join(__dirname, '../dist/src/cli/main.js');

if (!existsSync(program)) {
  console.error('OrderWire is not built yet: run "npm run build", then this command again.');
  process.exit(1);
}

require(program)
  .main(process.argv.slice(2))
  .then((exitCode) => {
    if (exitCode !== undefined) process.exitCode = exitCode;
  });
