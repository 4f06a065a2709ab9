import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { GroupCommit } from '../../src/store/sqlite/group-commit';
import { openDatabase } from '../../src/store/sqlite/open';
import { StoreUnavailable } from '../../src/store/store';
import { freshFile } from '../support/sqlite-file';

const place = freshFile();
let db: Database.Database;
let commits: GroupCommit;

beforeAll(() => {
  db = openDatabase(place.file);
  db.exec('CREATE TABLE notes (text TEXT UNIQUE)');
  commits = new GroupCommit(db);
});
afterEach(() => db.exec('DELETE FROM notes'));
afterAll(() => {
  db.close();
  place.remove();
});

const add = (text: string) =>
  commits.write(() => db.prepare('INSERT INTO notes VALUES (?)').run(text).changes);
const count = (database = db) => database.prepare('SELECT count(*) FROM notes').pluck().get();

/** Commits in SQLite's log: its frames that end a transaction say how large the database is then (sqlite.org/fileformat2). */
function commitsInLog(): number {
  const log = readFileSync(`${place.file}-wal`);
  const frame = 24 + log.readUInt32BE(8);
  let found = 0;
  for (let at = 32; at + frame <= log.length; at += frame) if (log.readUInt32BE(at + 4) > 0) found++;
  return found;
}

it('writes requests that arrive together in one transaction', async () => {
  await add('first');
  const before = commitsInLog();
  await Promise.all(['a', 'b', 'c'].map(add));
  expect(commitsInLog()).toBe(before + 1);
  expect(count()).toBe(4);
});

it('lets one that fails leave the others alone', async () => {
  const outcomes = await Promise.allSettled(['a', 'b', 'a', 'c'].map(add));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(count()).toBe(3);
});

it('undoes all of one that fails half way', async () => {
  const half = commits.write(() => {
    db.prepare("INSERT INTO notes VALUES ('half')").run();
    throw new Error('no');
  });
  await expect(half).rejects.toThrow('no');
  expect(count()).toBe(0);
});

it('answers only once the write is on the disk', async () => {
  const other = new Database(place.file, { readonly: true });
  await add('a');
  expect(count(other)).toBe(1);
  other.close();
});

it('waits for another program that is writing, without blocking, and then writes', async () => {
  const other = new Database(place.file);
  other.exec('BEGIN IMMEDIATE');
  const written = add('a');
  await new Promise((resolve) => setTimeout(resolve, 300));
  other.exec('COMMIT');
  await expect(written).resolves.toBe(1);
  other.close();
});

it('gives up after two seconds and says when to try again', async () => {
  const other = new Database(place.file);
  other.exec('BEGIN IMMEDIATE');
  const error = await add('a').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StoreUnavailable);
  expect(error).toMatchObject({
    retryAfterSeconds: 1,
    message: expect.stringContaining('Send the request again'),
  });
  other.exec('ROLLBACK');
  other.close();
  await expect(add('a')).resolves.toBe(1);
});

it('writes what is queued before it is drained', async () => {
  const writes = Array.from({ length: 1_200 }, (_, index) => add(`n${index}`));
  await commits.drained();
  expect(count()).toBe(1_200);
  await Promise.all(writes);
});
