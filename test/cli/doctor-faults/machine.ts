import { chmodSync, existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Fault, MINUTE, row, sealed, set, stranger } from './plant';

const MEMORY = '/dev/shm';
const hasMemory = existsSync(MEMORY) && statfsSync(MEMORY).type === 0x01021994;
if (!hasMemory) console.log(`not run: no memory drive at ${MEMORY}`);

const IN_MEMORY: Fault = {
  fault: 'a database in memory',
  plant: set({ ORDERWIRE_DB: join(MEMORY, 'orders.db') }),
  check: 'folder',
  found: /lies in memory \(tmpfs\): a restart of the machine loses every order/,
  fix: /to a folder on a disk of this machine/,
};

/** This machine: its settings, disk, files and clock. */
export const MACHINE: Fault[] = [
  {
    fault: 'a port that is no number',
    plant: set({ PORT: 'eighty' }),
    check: 'setting',
    about: 'PORT',
    found: /is "eighty"; write a whole number/,
    fix: /Correct PORT in \.env/,
  },
  {
    fault: 'a mail server left as the example prints it',
    plant: set({ SMTP_URL: 'smtp://user:password@smtp.example.com:587' }),
    check: 'example-value',
    about: 'SMTP_URL',
    found: /still stands as the example/,
    fix: /Write your own value into SMTP_URL/,
  },
  {
    fault: 'a database that is a text',
    plant: ({ environment }) =>
      writeFileSync(
        environment.ORDERWIRE_DB ?? '',
        'a text, and long enough not to be taken for an empty file'.repeat(9),
      ),
    check: 'database',
    found: /cannot be used: .*not a database/,
    fix: /restore the file from a backup/,
  },
  {
    fault: 'a database of a newer OrderWire',
    plant: row('PRAGMA user_version = 999'),
    check: 'database',
    found: /written by a newer OrderWire \(its version is 999/,
    fix: /Set ORDERWIRE_DB to a file/,
  },
  {
    fault: 'a database among temporary files',
    plant: set({ ORDERWIRE_DB: join(tmpdir(), 'orders.db') }),
    check: 'folder',
    found: /for temporary files|in memory/,
    fix: /set ORDERWIRE_DB/,
  },
  {
    fault: 'a database in a folder that Dropbox copies',
    plant: ({ folder, environment }) => {
      mkdirSync(join(folder, 'Dropbox'));
      environment.ORDERWIRE_DB = join(folder, 'Dropbox', 'orders.db');
    },
    check: 'folder',
    found: /copied elsewhere while it is written to \(Dropbox\)/,
    fix: /Move the file, and the \.secret beside it/,
  },
  {
    fault: 'a folder that is a file',
    plant: ({ folder, environment }) => {
      writeFileSync(join(folder, 'data'), '');
      environment.ORDERWIRE_DB = join(folder, 'data', 'orders.db');
    },
    check: 'commit',
    found: /Nothing can be committed/,
    fix: /the right to write into .*, or set ORDERWIRE_DB/,
  },
  {
    fault: 'a key file that everybody may read',
    plant: ({ environment }) => chmodSync(`${environment.ORDERWIRE_DB}.secret`, 0o644),
    check: 'file-modes',
    found: /other users of this machine may open it/,
    fix: /chmod 600 .*orders\.db\.secret/,
  },
  {
    fault: 'credentials that were saved under another secret',
    plant: async (house) => {
      await sealed(house);
      house.environment.ORDERWIRE_SECRET = 'a secret that is set since yesterday only';
    },
    check: 'secret',
    found: /credentials of con_1 do not open/,
    fix: /Set ORDERWIRE_SECRET to what it was/,
  },
  {
    fault: 'a key file that is gone',
    plant: async (house) => {
      await sealed(house);
      rmSync(`${house.environment.ORDERWIRE_DB}.secret`);
    },
    check: 'secret',
    found: /The key file .*orders\.db\.secret is not there/,
    fix: /Put .*orders\.db\.secret back from a backup/,
  },
  {
    fault: 'a clock that is ten minutes fast',
    plant: () => {},
    now: () => Date.now() + 10 * MINUTE,
    check: 'clock',
    found: /10 minutes ahead of/,
    fix: /set its clock from the network/,
  },
  {
    fault: 'a port that another program has',
    plant: async (house) => {
      house.environment.PORT = String(await stranger(house));
    },
    check: 'server',
    found: /Something else answers at http:\/\/127\.0\.0\.1:/,
    fix: /set PORT to another one/,
  },
  ...(hasMemory ? [IN_MEMORY] : []),
];
