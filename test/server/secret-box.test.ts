import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { readConfig } from '../../src/server/config';
import { CannotOpen, SecretBox } from '../../src/server/secret-box';
import { openSecretBox } from '../../src/server/secret-file';
import { freshFile } from '../support/sqlite-file';

const text = '{"access_token":"EAAA-secret"}';
const box = new SecretBox('a secret that somebody thought up');

it('opens what it sealed, also after a restart', () => {
  const sealed = box.seal(text, 'con_1');
  expect(new SecretBox('a secret that somebody thought up').open(sealed, 'con_1')).toBe(text);
});

it('shows nothing of what is sealed, and never seals twice alike', () => {
  const [first, second] = [box.seal(text, 'con_1'), box.seal(text, 'con_1')];
  expect(first.includes('EAAA')).toBe(false);
  expect(first.equals(second)).toBe(false);
});

it('does not open under the id of another row', () => {
  const sealed = box.seal(text, 'con_1');
  expect(() => box.open(sealed, 'con_2')).toThrow(CannotOpen);
  expect(() => box.open(sealed, 'con_2')).toThrow(
    'The credentials of con_2 are damaged or were sealed for something else.',
  );
});

it('notices any byte that was changed or cut off', () => {
  const sealed = box.seal(text, 'con_1');
  for (let place = 0; place < sealed.length; place++) {
    const changed = Buffer.from(sealed);
    changed[place] = (changed[place] ?? 0) ^ 1;
    expect(() => box.open(changed, 'con_1')).toThrow(CannotOpen);
    expect(() => box.open(sealed.subarray(0, place), 'con_1')).toThrow(CannotOpen);
  }
});

it('says which variable to look at when the secret is another, without a word of either', () => {
  const sealed = box.seal(text, 'con_1');
  const other = new SecretBox('some other secret, just as long as that');
  const open = () => other.open(sealed, 'con_1');
  expect(open).toThrow(/saved under another secret\. Set ORDERWIRE_SECRET to the one of that time/);
  expect(open).not.toThrow(/thought up|just as long|EAAA/);
});

it('gives keys for other purposes that have nothing to do with each other', () => {
  const keys = ['links', 'other'].map((purpose) => box.derive(purpose).toString('hex'));
  expect(new Set(keys).size).toBe(2);
  expect(box.derive('links').toString('hex')).toBe(keys[0]);
});

describe('without ORDERWIRE_SECRET', () => {
  const place = freshFile();
  const config = { secret: null, database: `${place.file}-folder/orders.db` };
  const file = `${config.database}.secret`;
  afterAll(() => place.remove());

  it('makes a key beside the database at first start, for its owner only, and uses it from then on', () => {
    const sealed = openSecretBox(config).seal(text, 'con_1');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(openSecretBox(config).open(sealed, 'con_1')).toBe(text);
    expect(readdirSync(dirname(file))).toEqual([basename(file)]);
  });

  it('says in words that a key file is broken, and does not replace it', () => {
    writeFileSync(file, 'cut');
    expect(() => openSecretBox(config)).toThrow(
      /orders\.db\.secret cannot be used: it is too short to be a key/,
    );
    expect(readFileSync(file, 'utf8')).toBe('cut');
  });

  it('makes no file where the variable is set', () => {
    const database = `${place.file}-elsewhere/orders.db`;
    openSecretBox({ secret: 'x'.repeat(32), database });
    expect(existsSync(`${database}.secret`)).toBe(false);
  });
});

it('refuses an ORDERWIRE_SECRET that could be guessed', () => {
  expect(() => readConfig({ ORDERWIRE_SECRET: 'short' })).toThrow(
    /ORDERWIRE_SECRET: has 5 characters; write at least 32/,
  );
  expect(readConfig({ ORDERWIRE_SECRET: 'x'.repeat(32) }).secret).toBe('x'.repeat(32));
  expect(readConfig({}).secret).toBeNull();
});
