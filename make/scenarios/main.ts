import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blueprintFiles } from './files';

const FOLDER = 'make/blueprints';

/** Writes the blueprints anew: what is no longer made goes. */
function main(): void {
  const files = blueprintFiles();
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(FOLDER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(`${FOLDER}: ${Object.keys(files).length} files`);
}

main();
