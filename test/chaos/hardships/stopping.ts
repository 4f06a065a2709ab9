import { setTimeout as wait } from 'node:timers/promises';
import { expectThat, type Hardship } from './hardship';
import { Stage, until } from './stage';

const CALLERS = 8;

/** Told to stop while orders come in: who got through gets an answer, who did not sends again, and everything adds up. */
export const stopsUnderLoad: Hardship = {
  promise: 'told to stop under load, it answers every order it took, leaves with 0, and nothing is lost',
  async run() {
    const stage = await Stage.open();
    try {
      await stage.mustStart();
      const load = new Load(stage);
      await wait(600);
      const from = performance.now();
      const exitCode = await stage.program.end('SIGTERM');
      const took = Math.round(performance.now() - from);
      await load.stop();
      expectThat(exitCode === 0, `It left with ${exitCode} instead of 0.`);
      expectThat(
        load.errors.length === 0,
        `Requests were turned away: ${load.errors.slice(0, 3).join('; ')}`,
      );
      await stage.mustStart();
      for (const ref of load.unanswered) await stage.order(ref);
      const all = load.answered + load.unanswered.length;
      await until('every ticket', () => stage.tickets() >= all);
      await wait(200);
      expectThat(stage.tickets() === all, `${stage.tickets()} tickets for ${all} orders.`);
      return `${load.answered} orders answered, ${load.unanswered.length} sent again later, left after ${took} ms`;
    } finally {
      await stage.close();
    }
  },
};

/** Callers that send one order after another over connections that stay open, until the door is shut. */
class Load {
  answered = 0;
  readonly unanswered: string[] = [];
  /** Answers that are no answer, and connections that broke under a request. */
  readonly errors: string[] = [];
  private stopped = false;
  private readonly callers: Promise<void>[];

  constructor(private readonly stage: Stage) {
    this.callers = Array.from({ length: CALLERS }, (_, n) => this.run(n));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.callers);
  }

  private async run(caller: number): Promise<void> {
    for (let n = 1; !this.stopped; n++) {
      const ref = `CA-${caller}-${n}`;
      try {
        const { status } = await this.stage.order(ref);
        if (status === 201) this.answered++;
        else this.errors.push(`${ref}: ${status}`);
      } catch (error) {
        this.unanswered.push(ref);
        const { code } = (error as { cause?: { code?: string } }).cause ?? {};
        // Nobody listens any more: nothing was taken.
        if (code === 'ECONNREFUSED') return;
        this.errors.push(`${ref}: ${code ?? String(error)}`);
      }
    }
  }
}

/** A POS that takes seconds: what is on its way is finished; a second signal does not wait. */
export const finishesWhatIsOnItsWay: Hardship = {
  promise: 'told to stop while a POS hangs, it waits for the answer; told twice, it leaves at once',
  async run() {
    const stage = await Stage.open();
    try {
      await stage.mustStart();
      const leave = async (ref: string, signals: number) => {
        stage.world.find('square')?.arm({ fault: 'hang', times: 1, seconds: 2 });
        await stage.order(ref);
        await until('the request at the POS', () => stage.rows().some(({ state }) => state === 'sending'));
        const from = performance.now();
        const exits = Array.from({ length: signals }, () => stage.program.end('SIGTERM'));
        const [exitCode] = await Promise.all(exits);
        return { exitCode, ms: performance.now() - from };
      };
      const patient = await leave('CA-1', 1);
      expectThat(patient.exitCode === 0, `It left with ${patient.exitCode} instead of 0.`);
      const [row] = stage.rows().filter(({ kind }) => kind === 'pos');
      expectThat(
        row?.attempts === 1 && row.state.startsWith('delivered'),
        `The order was cut off: ${row?.state}.`,
      );
      await stage.mustStart();
      const hasty = await leave('CA-2', 2);
      expectThat(
        hasty.exitCode === 1 && hasty.ms < 1000,
        `Left with ${hasty.exitCode} after ${hasty.ms} ms.`,
      );
      await stage.mustStart();
      await until('the second ticket', () => stage.tickets() === 2);
      return `${Math.round(patient.ms)} ms with one signal, ${Math.round(hasty.ms)} ms with two`;
    } finally {
      await stage.close();
    }
  },
};
