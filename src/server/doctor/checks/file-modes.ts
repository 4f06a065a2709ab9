import { existsSync, statSync } from 'node:fs';
import { type Check, fault, type Seen, warning, well } from '../finding';
import type { Premises } from '../premises';

/** Files that hold what opens a POS, or who ordered what. The key opens all the rest, and is made for its owner alone. */
function files({ config, environment }: Premises): { file: string; isKey: boolean }[] {
  const { ORDERWIRE_CONNECTIONS } = environment;
  return [
    { file: `${config.database}.secret`, isKey: true },
    { file: config.database, isKey: false },
    { file: '.env', isKey: false },
    ...(ORDERWIRE_CONNECTIONS ? [{ file: ORDERWIRE_CONNECTIONS, isKey: false }] : []),
  ].filter(({ file }) => existsSync(file));
}

/** Whether other users of this machine can read the files with secrets in them. */
export const fileModes: Check = {
  id: 'file-modes',
  title: 'File',
  // Windows has no such modes.
  look: (premises) => (process.platform === 'win32' ? [] : files(premises).map(seen)),
};

function seen({ file, isKey }: { file: string; isKey: boolean }): Seen {
  const others = statSync(file).mode & 0o077;
  if (others === 0) return well('only its owner may open it', file);
  const trouble = {
    about: file,
    found: 'other users of this machine may open it',
    fix: `Run: chmod 600 ${file}`,
  };
  return isKey ? fault(trouble) : warning(trouble);
}
