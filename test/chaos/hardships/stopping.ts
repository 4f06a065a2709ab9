import { setTimeout as wait } from 'node:timers/promises';
import { type Ending, KeptCaller } from '../../support/kept-caller';
import { expectThat, type Hardship } from './hardship';
import { KEY, orderOf, type Stage, until, withStage } from './stage';

const CALLERS = 8;

/** Told to stop while orders come in: who got through gets an answer, who did not sends again, and everything adds up. */
export const stopsUnderLoad: Hardship = {
  promise: 'told to stop under load, it answers every order it took, leaves with 0, and nothing is lost',
  run: () =>
    withStage({}, async (stage) => {
      await stage.mustStart();
      let sent = 0;
      const next = () => orderOf(`CA-${++sent}`);
      const url = `${stage.program.url}/v1/orders`;
      const load = Array.from({ length: CALLERS }, () => new KeptCaller().postUntilShut(url, KEY, next));
      await wait(600);
      const from = performance.now();
      const [exitCode, failures] = await Promise.all([stage.program.end('SIGTERM'), Promise.all(load)]);
      const took = Math.round(performance.now() - from);
      expectThat(exitCode === 0, `It left with ${exitCode} instead of 0.`);
      expectThat(failures.flat().length === 0, `Turned away: ${failures.flat().map(toText).join(', ')}.`);
      await sendAllAgain(stage, sent);
      return `${sent} orders, left after ${took} ms`;
    }),
};

const toText = (ending: Ending) => ('status' in ending ? String(ending.status) : ending.code);

/** Everybody calls again, as callers do who are not sure: still each order makes one ticket. */
async function sendAllAgain(stage: Stage, sent: number): Promise<void> {
  await stage.mustStart();
  for (let n = 1; n <= sent; n++) await stage.order(`CA-${n}`);
  await until('every ticket', () => stage.tickets() >= sent);
  await wait(300);
  expectThat(stage.tickets() === sent, `${stage.tickets()} tickets for ${sent} orders.`);
}

/** A POS that takes seconds: what is on its way is finished; a second signal does not wait. */
export const finishesWhatIsOnItsWay: Hardship = {
  promise: 'told to stop while a POS hangs, it waits for the answer; told twice, it leaves at once',
  run: () =>
    withStage({}, async (stage) => {
      const patient = await leaveWhileSending(stage, 'CA-1', { twice: false });
      expectThat(patient.exitCode === 0, `It left with ${patient.exitCode} instead of 0.`);
      const [row] = stage.posRows();
      expectThat(row?.attempts === 1 && row.state.startsWith('delivered'), `Cut off: ${row?.state}.`);
      const hasty = await leaveWhileSending(stage, 'CA-2', { twice: true });
      expectThat(
        hasty.exitCode === 1 && hasty.ms < 1000,
        `Left with ${hasty.exitCode} after ${hasty.ms} ms.`,
      );
      await stage.mustStart();
      await until('the second order in the kitchen', () => stage.waiting() === 0);
      expectThat(stage.tickets() === 2, `${stage.tickets()} tickets for 2 orders.`);
      return `${patient.ms} ms with one signal, ${hasty.ms} ms with two`;
    }),
};

async function leaveWhileSending(stage: Stage, ref: string, { twice }: { twice: boolean }) {
  await stage.mustStart();
  stage.world.find('square')?.arm({ fault: 'hang', times: 1, seconds: 2 });
  await stage.order(ref);
  await until('the request at the POS', () => stage.posRows().some(({ state }) => state === 'sending'));
  const from = performance.now();
  const leaving = stage.program.end('SIGTERM');
  // Signals that come together are one.
  await wait(100);
  if (twice) await stage.program.end('SIGTERM');
  return { exitCode: await leaving, ms: Math.round(performance.now() - from) };
}
