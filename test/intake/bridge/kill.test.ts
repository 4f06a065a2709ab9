import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { toldOf } from '../../support/bridge';
import { buildProgram } from '../../support/built-program';
import { openReceiver } from '../../support/hook-receiver';
import { describeWithPython, ReceptionistFile } from '../../support/receptionist-file';

const CALLS = 30;
const LEAST_KILLS = 6;
const MOST_KILLS = 12;
const LONGEST_LIFE_MS = 1_000;

describeWithPython('a bridge that is killed again and again while Python writes', () => {
  const program = buildProgram('bridge-test');
  const file = ReceptionistFile.make('migrated');
  let hook: Awaited<ReturnType<typeof openReceiver>>;
  afterAll(async () => {
    await hook.close();
    program.remove();
    file.remove();
  });

  it('loses no order, keeps no writer waiting, and tells each order under one reference', async () => {
    let child: ChildProcess | undefined;
    let arrivals = 0;
    let isKilling = true;
    // Some kills come while an answer is on its way: the receiver has the order, the bridge does not know.
    hook = await openReceiver(() => {
      arrivals += 1;
      if (isKilling && arrivals % 10 === 0) child?.kill('SIGKILL');
      return isKilling && arrivals % 7 === 0 ? 500 : 200;
    });
    const run = (...flags: string[]) => {
      const args = program.argsFor('bridge', '--db', file.path, '--to', hook.url, ...flags);
      const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      child = started;
      const ended = new Promise<number | null>((resolve) => started.on('exit', (code) => resolve(code)));
      const begun = new Promise<void>((resolve) => {
        started.stdout.on('data', (said) => /From /.test(String(said)) && resolve());
      });
      return { child: started, ended, begun };
    };
    await run('--once').ended;

    const writing = file.loop(CALLS);
    let written: Awaited<typeof writing> | undefined;
    writing.then((result) => {
      written = result;
    });
    const isAllThere = () => new Set(hook.calls.map((call) => toldOf(call).data.external_ref)).size === CALLS;
    for (let kills = 0; kills < MOST_KILLS; kills++) {
      if (written && kills >= LEAST_KILLS && isAllThere()) break;
      const bridge = run();
      await bridge.begun;
      await Promise.race([bridge.ended, wait(Math.random() * LONGEST_LIFE_MS)]);
      bridge.child.kill('SIGKILL');
      await bridge.ended;
    }
    expect(await writing).toEqual({ calls: CALLS, refused: [] });

    // Else it was killed too early to have done anything.
    expect(arrivals).toBeGreaterThan(LEAST_KILLS);
    isKilling = false;
    expect(await run('--once').ended).toBe(0);
    const told = hook.calls.map(toldOf);
    const latest = new Map(
      told
        .sort((one, other) => Number(one.data.version) - Number(other.data.version))
        .map(({ data }) => [data.external_ref, data.items_text]),
    );
    const all = Array.from({ length: CALLS }, (_, n) => `CAloop${String(n).padStart(4, '0')}`);
    expect([...latest.keys()].sort()).toEqual(all);
    for (const words of latest.values()) expect(words).toBe('1 × 3 large pepperoni');
    const bodies = Map.groupBy(hook.calls, ({ headers }) => headers['webhook-id']);
    for (const repeats of bodies.values()) expect(new Set(repeats.map(({ body }) => body)).size).toBe(1);
    const ids = Map.groupBy(told, ({ data }) => data.external_ref);
    for (const messages of ids.values()) expect(new Set(messages.map(({ data }) => data.id)).size).toBe(1);
  }, 240_000);
});
