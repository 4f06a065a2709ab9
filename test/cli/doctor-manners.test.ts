import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { doctor } from '../../src/cli/doctor';
import { ExaminedHouse } from '../support/examined-house';

let house: ExaminedHouse;
beforeEach(async () => {
  house = await ExaminedHouse.build();
});
afterEach(() => house.remove());

const ofConnection = async () =>
  (await house.examine()).findings.filter(({ check }) => check === 'connection')[0];

describe('the doctor changes nothing', () => {
  it('in a house that has been lived in', async () => {
    const contents = () =>
      readdirSync(house.folder).map((name) => [name, readFileSync(join(house.folder, name))]);
    const before = contents();
    await house.examine();
    expect(contents()).toEqual(before);
    expect(house.sandbox.tickets(new Date())).toEqual([]);
    expect(house.sandbox.mailbox.list()).toEqual([]);
    expect(house.sandbox.twilio.world().messages).toEqual([]);
  });

  it('before the first start: neither a database nor a key is made', async () => {
    house.environment.ORDERWIRE_DB = join(house.folder, 'new', 'orders.db');
    const { findings } = await house.examine();
    expect(readdirSync(house.folder)).toEqual(['orders.db', 'orders.db.secret']);
    expect(findings.find(({ check }) => check === 'database')?.found).toContain('the first start makes it');
  });

  it('of a database that an earlier version wrote', async () => {
    const file = house.environment.ORDERWIRE_DB ?? '';
    const db = new Database(file);
    db.pragma('user_version = 1');
    db.close();
    const { findings } = await house.examine();
    expect(findings.find(({ check }) => check === 'database')?.found).toMatch(
      /of an earlier version \(1 of \d+\)/,
    );
    const after = new Database(file, { readonly: true });
    expect(after.pragma('user_version', { simple: true })).toBe(1);
    after.close();
  });
});

describe('a refresh token that works once', () => {
  beforeEach(() => house.become('lightspeed'));

  it('is not spent before there is a place for the next one', async () => {
    house.environment.ORDERWIRE_DB = join(house.folder, 'new.db');
    expect(await ofConnection()).toMatchObject({
      outcome: 'skipped',
      found: expect.stringContaining('start OrderWire'),
    });
  });

  it('is left to the server while that runs', async () => {
    await house.open();
    expect(await ofConnection()).toMatchObject({
      outcome: 'skipped',
      found: expect.stringContaining('POST /v1/connections/con_env/check'),
    });
  });

  it('is followed by the one that was kept, at the second look', async () => {
    await (await house.open()).close(1_000);
    expect(await ofConnection()).toMatchObject({ outcome: 'ok' });
    expect(await ofConnection()).toMatchObject({ outcome: 'ok' });
  });
});

it('gives a machine a shape that stays', async () => {
  let said = '';
  const say = (line: string) => {
    said += line;
  };
  await doctor({ args: ['--json'], environment: house.environment, say });
  const report = JSON.parse(said);
  expect(Object.keys(report)).toEqual(['version', 'at', 'ok', 'counts', 'findings']);
  expect(report.ok).toBe(true);
  expect(Object.keys(report.counts)).toEqual(['ok', 'warn', 'fail', 'skipped']);
  for (const finding of report.findings) {
    expect(Object.keys(finding)).toEqual(['check', 'about', 'title', 'outcome', 'found', 'fix']);
    expect(finding.fix === null).toBe(['ok', 'skipped'].includes(finding.outcome));
  }
});

it('shows colours and a bar on a terminal, and neither in a pipe', async () => {
  const lines: string[] = [];
  const drawn: string[] = [];
  const terminal = { isTTY: true, write: (text: string) => drawn.push(text) };
  const run = (colours: boolean, isTTY: boolean) =>
    doctor({
      args: [],
      environment: house.environment,
      say: (line) => lines.push(line),
      colours,
      terminal: { ...terminal, isTTY },
    });
  await run(false, false);
  expect(lines.join('\n')).not.toContain('\u001b');
  expect(drawn).toEqual([]);
  await run(true, true);
  expect(lines.join('\n')).toContain('\u001b[32m  ok  \u001b[39m');
  expect(drawn.join('')).toContain('100 %');
});
