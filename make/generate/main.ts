import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { appFiles } from './app-files';

const FOLDER = 'make/app';

/** Writes the app anew: what is no longer made goes. */
async function main(): Promise<void> {
  const files = await appFiles();
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(FOLDER, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(`${FOLDER}: ${Object.keys(files).length} files`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
