import { spaceSeen } from '../../../src/server/doctor/checks/disk';
import { nodeSeen } from '../../../src/server/doctor/checks/node';
import { examine } from '../../../src/server/doctor/examine';
import { type Check, well } from '../../../src/server/doctor/finding';
import type { Premises } from '../../../src/server/doctor/premises';

const nowhere = {} as Premises;
const check = (id: string, look: Check['look'], last?: true): Check => ({
  ...{ id, title: id, look },
  ...(last && { last }),
});
const GIGABYTE = 1024 ** 3;

it('waits for no check longer than it may take, and the others are told all the same', async () => {
  const checks = [check('hangs', () => new Promise(() => {})), check('works', () => [well('fine')])];
  const findings = await examine(nowhere, { checks, limitMs: 20 });
  expect(findings).toMatchObject([
    { check: 'hangs', outcome: 'fail', found: 'Nothing came back within 0.02 s.' },
    { check: 'works', outcome: 'ok', found: 'fine' },
  ]);
});

it('goes on when a check itself breaks, and repeats none of its words', async () => {
  const breaks = check('breaks', () => {
    throw new TypeError('hunter2 is not a function');
  });
  const [finding] = await examine(nowhere, { checks: [breaks] });
  expect(finding).toMatchObject({ outcome: 'fail', found: 'This check itself failed (TypeError).' });
  expect(JSON.stringify(finding)).not.toContain('hunter2');
});

it('tells in the order of the list, whoever comes back first, and runs the last ones last', async () => {
  const came: string[] = [];
  const note = (id: string) => async () => {
    came.push(id);
    return [well(id)];
  };
  const checks = [check('clock', note('clock'), true), check('mail', note('mail'))];
  const done: string[] = [];
  const findings = await examine(nowhere, { checks, onDone: ({ id }) => done.push(id) });
  expect([came, findings.map(({ check: id }) => id)]).toEqual([
    ['mail', 'clock'],
    ['clock', 'mail'],
  ]);
  expect(done).toEqual(['mail', 'clock']);
});

it.each([
  ['v22.14.0', 'ok'],
  ['v24.0.0', 'ok'],
  ['v22.13.1', 'fail'],
  ['v20.20.2', 'fail'],
])('calls Node %s %s', (version, outcome) => {
  expect(nodeSeen(version).outcome).toBe(outcome);
});

it.each([
  [0.1, 'fail'],
  [0.5, 'warn'],
  [5, 'ok'],
])('calls %s GB of free disk space %s', (gigabytes, outcome) => {
  expect(spaceSeen(gigabytes * GIGABYTE).outcome).toBe(outcome);
});
