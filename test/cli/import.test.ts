import { importFile } from '../../src/cli/import';
import { createProgress } from '../../src/cli/progress';
import { DeliveryHouse } from '../support/delivery-house';
import { type Action, describeWithPython, ReceptionistFile } from '../support/receptionist-file';

const order = (call_sid: string, given: object = {}): Action => ({
  order: { call_sid, items: 'a salad', order_type: 'pickup', created_at: '2026-10-01 18:00:00', ...given },
});
const ended = (call_sid: string): Action => ({ call: { call_sid, end_time: '2026-10-01 14:01:00' } });

describeWithPython('orderwire import', () => {
  let house: DeliveryHouse;
  let file: ReceptionistFile;
  beforeEach(async () => {
    house = await DeliveryHouse.open('square');
    file = ReceptionistFile.make();
  });
  afterEach(async () => {
    await house.close();
    file.remove();
  });

  async function run(...args: string[]) {
    const lines: string[] = [];
    const steps: number[] = [];
    const exitCode = await importFile({
      args: [file.path, ...args, '--url', house.address, '--key', 'mario-write'],
      environment: { ORDERWIRE_DB: house.api.file },
      say: (line) => lines.push(line),
      now: house.clock.now,
      progress: (total) => ({ step: () => steps.push(total), end: () => {} }),
    });
    return { exitCode, text: lines.join('\n'), steps: steps.length };
  }
  const orders = async () => (await house.api.call('GET', '/v1/orders?limit=100')).body.data;

  it('takes old calls as history, a fresh one as a new order, and each once however often it runs', async () => {
    file.write(
      ...['CA1', 'CA2', 'CA3', 'CA4'].map(ended),
      order('CA1', { items: 'a soup' }),
      order('CA1'),
      order('CA2', { order_status: 'cancelled' }),
      order('CA3', { created_at: new Date(house.clock.now()).toISOString().slice(0, 19) }),
      order('CA4', { customer_name: 'x'.repeat(300) }),
      order('CA5', { created_at: new Date(house.clock.now()).toISOString().slice(0, 19) }),
    );
    const looked = await run('--dry-run');
    expect(looked.text).toContain('Nothing was taken: --dry-run.');
    expect(await orders()).toEqual([]);

    const first = await run();
    expect([first.exitCode, first.steps]).toEqual([0, 5]);
    expect(first.text).toMatch(/5 calls:\n +1 {2}taken, as new orders\n +2 {2}taken, as history/);
    expect(first.text).toMatch(/1 {2}cancelled, left out\n +1 {2}still talking/);
    const taken = await orders();
    expect(taken).toMatchObject([
      { external_ref: 'CA3', items_text: '1 × a salad' },
      { external_ref: 'CA4', status: 'completed', deliveries: [] },
      { external_ref: 'CA1', status: 'completed', deliveries: [], items_text: '1 × a salad' },
    ]);
    await house.reached(taken[0].id, 'delivered', 'delivered_degraded');
    expect((await run()).text).toMatch(/3 {2}there already/);
    expect(await orders()).toHaveLength(3);
    expect(house.tickets('square')).toHaveLength(1);
  });

  it('names what it could not take, and why', async () => {
    file.write({ business: { name: 'Other', phone_number: '+16175550199' } });
    file.write({ business: { name: 'Another', phone_number: '+16175550198' } });
    for (const call_sid of ['CA1', 'CA2', 'CA3']) {
      const business_id = call_sid === 'CA2' ? 2 : 1;
      file.write({ call: { call_sid, business_id, end_time: 'x' } }, order(call_sid));
    }
    const { exitCode, text } = await run();
    expect(exitCode).toBe(1);
    expect(text).toMatch(
      /3 {2}NOT taken\n {2}CA1, CA3: \+16175550199 is the .*\n {2}CA2: \+16175550198 is the/,
    );
  });
});

it('says what to write where no file is named', async () => {
  const said: string[] = [];
  expect(await importFile({ args: [], environment: {}, say: (line) => said.push(line) })).toBe(2);
  expect(said.join()).toContain('orderwire import receptionist.db');
});

it('shows how far it is where somebody watches, and nothing in a log', () => {
  const lines: string[] = [];
  const output = { write: (text: string) => lines.push(text), isTTY: true };
  const bar = createProgress(2, output);
  bar.step();
  bar.step();
  bar.end();
  expect(lines.at(-2)).toMatch(/^\r\[#{30}\] 2\/2 100 %$/);
  expect(lines[0]).toMatch(/^\r\[\.{30}\] 0\/2 0 %$/);
  const quiet = createProgress(1, { write: (text) => lines.push(`log ${text}`) });
  quiet.step();
  quiet.end();
  expect(lines.filter((line) => line.startsWith('log'))).toEqual([]);
});
