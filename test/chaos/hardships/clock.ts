import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expectThat, type Hardship } from './hardship';
import { type Stage, until, withStage } from './stage';

const HOUR = 3_600_000;

/** Sets the program's clock, as somebody does who corrects it, or a machine that slept. */
function setClock(stage: Stage, offset: number): void {
  writeFileSync(join(stage.folder, 'clock'), String(offset));
}

const withClock = (stage: Stage) => ({
  NODE_OPTIONS: `--require ${join(__dirname, 'moving-clock.js')}`,
  MOVING_CLOCK: join(stage.folder, 'clock'),
});

/** The moments at which New York's clocks change: back from two to one, ahead from two to three. */
const CHANGES = ['2026-11-01T06:00:00Z', '2027-03-14T07:00:00Z'];
const BEFORE_MS = 3_000;

export const outlivesTheNight: Hardship = {
  promise:
    'takes and delivers every order under a number of its own through both nights in which the clocks change',
  async run() {
    for (const change of CHANGES) await playNight(Date.parse(change) - BEFORE_MS - Date.now());
    return undefined;
  },
};

function playNight(offset: number): Promise<void> {
  return withStage({ now: () => new Date(Date.now() + offset) }, async (stage) => {
    setClock(stage, offset);
    await stage.mustStart(withClock(stage));
    const numbers = new Set<string>();
    const end = performance.now() + 2 * BEFORE_MS;
    let sent = 0;
    while (performance.now() < end) {
      const answer = await stage.order(`CA-${++sent}`);
      expectThat(
        answer.status === 201,
        `An order was answered ${answer.status}: ${await answer.clone().text()}`,
      );
      numbers.add(((await answer.json()) as { number: string }).number);
      await wait(200);
    }
    await until('every ticket', () => stage.waiting() === 0);
    expectThat(numbers.size === sent, `${numbers.size} numbers for ${sent} orders.`);
    expectThat(stage.tickets() === sent, `${stage.tickets()} tickets for ${sent} orders.`);
  });
}

export const outlivesJumps: Hardship = {
  promise:
    'loses and doubles nothing when its clock jumps an hour ahead or back while orders are on their way',
  run: () =>
    withStage({}, async (stage) => {
      const took: string[] = [];
      setClock(stage, 0);
      await stage.mustStart(withClock(stage));
      await stage.bePatient();
      let sent = 0;
      for (const [from, to] of [
        [0, HOUR],
        [HOUR, 0],
        [0, -HOUR],
        [-HOUR, 0],
      ] as const) {
        for (const fault of ['error_after', 'throttle', 'error_before'] as const) {
          stage.world.find(stage.vendor)?.arm({ fault, times: 1, seconds: 1 });
          await stage.order(`CA-${++sent}`);
        }
        await until('a first attempt', () => stage.posRows().every(({ attempts }) => attempts > 0));
        setClock(stage, to);
        const began = performance.now();
        await stage.order(`CA-${++sent}`);
        await until(`every ticket after ${(to - from) / HOUR} h`, () => stage.waiting() === 0, 20_000);
        took.push(`${(to - from) / HOUR} h: ${Math.round(performance.now() - began)} ms`);
      }
      expectThat(stage.tickets() === sent, `${stage.tickets()} tickets for ${sent} orders.`);
      return took.join(', ');
    }),
};
