import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expectThat, type Hardship } from './hardship';
import { type Stage, until, withStage } from './stage';

type Wound = {
  part: string;
  left: 'SIGTERM' | 'SIGKILL';
  place: (size: number) => { from: number; to: number };
};

/** What is overwritten after which end. After a clean one it reads no more than it needs; killed, it looks closely at its next start. */
const WOUNDS: Wound[] = [
  { part: 'header', left: 'SIGTERM', place: () => ({ from: 0, to: 2048 }) },
  { part: 'middle', left: 'SIGKILL', place: (size) => ({ from: size * 0.3, to: size * 0.7 }) },
];

export const refusesDamage: Hardship = {
  promise: 'refuses a damaged database in words, serves nothing from it and leaves it alone',
  run: () =>
    withStage({}, async (stage) => {
      for (const [n, { part, left, place }] of WOUNDS.entries()) {
        await stage.mustStart();
        for (let i = 1; i <= 10; i++) await stage.order(`CA-${n}-${i}`);
        await until('the orders in the kitchen', () => stage.waiting() === 0);
        await stage.program.end(left);
        const whole = readFileSync(stage.database);
        wound(stage.database, place(whole.length));
        const damaged = readFileSync(stage.database);
        const before = stage.said().length;
        expectThat(!(await stage.start()), `It starts on a file with a damaged ${part}.`);
        const said = stage.said().slice(before);
        expectThat(/cannot be used: .*(damaged|not a database)/.test(said), `It says only: ${said}`);
        expectThat(readFileSync(stage.database).equals(damaged), `It has changed the file (${part}).`);
        writeFileSync(stage.database, whole);
      }
      await stage.mustStart();
      expectThat(stage.tickets() === 20, `${stage.tickets()} tickets for 20 orders.`);
      return undefined;
    }),
};

function wound(file: string, { from, to }: { from: number; to: number }): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(Math.floor(to - from), 0xa5), 0, Math.floor(to - from), Math.floor(from));
  closeSync(handle);
}

export const waitsForAnotherWriter: Hardship = {
  promise:
    'waits while another program writes, says when to come again if it takes long, and answers the rest meanwhile',
  run: () =>
    withStage({}, async (stage) => {
      await stage.mustStart();
      const other = new Database(stage.database);
      other.exec('BEGIN IMMEDIATE');
      const short = stage.order('CA-1');
      await wait(700);
      other.exec('COMMIT');
      expectThat((await short).status === 201, `A short wait was answered ${(await short).status}.`);
      other.exec('BEGIN IMMEDIATE');
      const long = stage.order('CA-2');
      const slowest = await slowestHealth(stage, 1_500);
      const answer = await long;
      const retryAfter = Number(answer.headers.get('retry-after'));
      expectThat(answer.status === 503 && retryAfter > 0, `A long wait was answered ${answer.status}.`);
      other.exec('COMMIT');
      other.close();
      expectThat((await stage.order('CA-2')).status === 201, 'It did not recover.');
      await until('both tickets', () => stage.tickets() === 2);
      expectThat(slowest < 1_000, `While it waited, /healthz took ${slowest} ms.`);
      return `/healthz meanwhile ${slowest} ms at most`;
    }),
};

async function slowestHealth(stage: Stage, ms: number): Promise<number> {
  const end = performance.now() + ms;
  let slowest = 0;
  while (performance.now() < end) {
    const from = performance.now();
    await stage.call('GET', '/healthz');
    slowest = Math.max(slowest, Math.round(performance.now() - from));
    await wait(20);
  }
  return slowest;
}
