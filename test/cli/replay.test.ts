import { PassThrough } from 'node:stream';
import { createPrompt } from '../../src/cli/prompt';
import { replay } from '../../src/cli/replay';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const SOON = { ticket_after_seconds: 40 };
let house: DeliveryHouse;
afterEach(() => house.close());

/** Runs the command; `typed` is what a person answers, null where nobody is there. */
async function run(args: string[], typed: string | null = null) {
  const lines: string[] = [];
  const input = new PassThrough();
  if (typed !== null) input.end(`${typed}\n`);
  const exitCode = await replay({
    args: [...args, '--url', house.address, '--key', 'mario-write'],
    environment: { ORDERWIRE_DB: house.api.file },
    say: (line) => lines.push(line),
    prompt: typed === null ? null : createPrompt({ input, output: new PassThrough() }),
    now: house.clock.now,
  });
  return { exitCode, text: lines.join('\n') };
}
const time = (minutes: number) => new Date(house.clock.now() + minutes * 60_000).toISOString();
const lastHour = () => ['--from', time(-60), '--to', time(1)];

/** An order that has run out of time while the POS turned everybody away. */
async function lost(external_ref: string): Promise<string> {
  const id = await house.order({ external_ref });
  await house.reached(id, 'needs_attention');
  return id;
}

it('shows what became of each order of an evening, and sends only what is nowhere, once', async () => {
  house = await DeliveryHouse.open('toast', {}, SOON);
  const there = await house.order({ external_ref: 'CA-THERE' });
  await house.reached(there, 'delivered', 'delivered_degraded');
  house.fault('toast', 'throttle', 1000);
  const nowhere = await lost('CA-NOWHERE');
  const keyed = await lost('CA-KEYED');
  const { id } = await house.reached(keyed, 'needs_attention');
  await house.api.call('POST', `/v1/deliveries/${id}/resolve`);
  const cancelled = await lost('CA-CANCELLED');
  await house.api.call('POST', `/v1/orders/${cancelled}/cancel`);
  house.sandbox.disarm();

  const shown = await run(lastHour());
  expect(shown.exitCode).toBe(0);
  expect(shown.text).toMatch(/CA-THERE +there +delivered, ticket #\w+/);
  expect(shown.text).toMatch(/CA-NOWHERE +WILL BE SENT +the POS does not have it/);
  expect(shown.text).toMatch(/CA-KEYED +by hand +somebody keyed it in/);
  expect(shown.text).toMatch(/CA-CANCELLED +cancelled/);
  expect(shown.text).toContain('Nothing was sent. With --run 1 of 4 would be.');
  expect((await run(lastHour(), 'no')).text).toContain('Nothing was sent.');
  expect(house.tickets('toast')).toHaveLength(1);

  const sent = await run(lastHour(), 'yes');
  expect(sent.text).toMatch(/1\/1 {2}#2 {2}Toast has the order as ticket/);
  expect(sent.exitCode).toBe(0);
  await house.reached(nowhere, 'delivered', 'delivered_degraded');
  const again = await run([...lastHour(), '--run']);
  expect(again.text).not.toContain('WILL BE SENT');
  expect(house.tickets('toast')).toHaveLength(2);
});

it('never sends what the POS has although our books say that it is nowhere', async () => {
  house = await DeliveryHouse.open('square', {}, SOON);
  house.fault('square', 'throttle', 1000);
  const id = await lost('CA-OTHER-DOOR');
  house.sandbox.disarm();
  await byAnotherDoor(id);
  const { text, exitCode } = await run(['CA-OTHER-DOOR', '--run']);
  expect(text).toMatch(/CA-OTHER-DOOR +there +the POS has it/);
  expect(exitCode).toBe(0);
  expect(house.tickets('square')).toHaveLength(1);
  await house.reached(id, 'needs_attention');
});

/** A Zap makes the same order's ticket. */
async function byAnotherDoor(id: string): Promise<void> {
  const { store, directory } = house.api;
  const scope = { restaurant_id: 'rst_1', location_ids: null };
  const [record, connection] = [await store.order(scope, id), await store.connection(scope, 'con_square')];
  if (!record || !connection) throw new Error('No such order or connection.');
  const { vendor, session } = await directory.open(connection);
  await vendor.submitOrder(record.order, session);
}

it('sends nothing while the POS cannot be asked, and says so', async () => {
  house = await DeliveryHouse.open('square', { api_url: 'http://127.0.0.1:9' }, SOON);
  const id = await lost('CA-1');
  const { text, exitCode } = await run([id, '--run']);
  expect(text).toMatch(/unsure +Square could not be reached/);
  expect(exitCode).toBe(1);
});

it('needs the running API: a command beside it would send a second time', async () => {
  house = await DeliveryHouse.open('square');
  const beside = replay({
    args: ['x'],
    environment: { ORDERWIRE_DB: house.api.file, PORT: '9' },
    say: () => {},
  });
  await expect(beside).rejects.toThrow('does not answer at http://127.0.0.1:9');
});
