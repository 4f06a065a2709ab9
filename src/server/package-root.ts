import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package, wherever it is installed and whether it runs compiled or not. */
export function packageRoot(from = __dirname): string {
  return existsSync(join(from, 'bin/orderwire.js')) ? from : packageRoot(dirname(from));
}
