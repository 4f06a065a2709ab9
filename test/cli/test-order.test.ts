import { PassThrough } from 'node:stream';
import { createPrompt } from '../../src/cli/prompt';
import { testOrder } from '../../src/cli/test-order';
import { parseMenu } from '../../src/menu/schema';
import { knownConnections } from '../../src/sandbox/known-connections';
import { smallestDish } from '../../src/server/test-dish';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

let house: DeliveryHouse | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

/** Runs the command; `typed` is what a person answers, null where nobody is there. */
async function run(args: string[], typed: string | null = null) {
  if (!house) throw new Error('No house.');
  const lines: string[] = [];
  const input = new PassThrough();
  if (typed !== null) input.end(`${typed}\n`);
  const exitCode = await testOrder({
    args: [...args, '--url', house.address, '--key', 'mario-write'],
    environment: { ORDERWIRE_DB: house.api.file },
    say: (line) => lines.push(line),
    prompt: typed === null ? null : createPrompt({ input, output: new PassThrough() }),
    now: house.clock.now,
  });
  return { exitCode, text: lines.join('\n') };
}

it.each([
  ['square', 'voided|cancel it in the POS'],
  ['toast', 'voided|cancel it in the POS'],
  ['clover', 'voided|cancel it in the POS'],
  ['lightspeed', 'cancel it in the POS'],
  ['touchbistro', 'cancel it in the POS'],
])('sends one marked ticket to %s, finds it there and says how it is taken back', async (vendor, taken) => {
  house = await DeliveryHouse.open(vendor);
  const { text, exitCode } = await run(['--yes']);
  expect(text).toMatch(/sent +ok /);
  expect(text).toMatch(/found in the POS +(ok +yes, ticket #\w+|.*cannot be asked)/);
  expect(text).toMatch(/told \/ POS total +(ok)? +\$/);
  expect(text).toMatch(new RegExp(`cancelled .*(${taken})`));
  expect(text).not.toContain('undefined');
  expect(exitCode).toBe(/FAIL/.test(text) ? 1 : 0);
  expect(JSON.stringify(house.tickets(vendor))).toContain('TEST');
});

it('tells a machine each step', async () => {
  house = await DeliveryHouse.open('square');
  const { text } = await run(['--json']);
  const { connection_id, steps } = JSON.parse(text);
  expect(connection_id).toBe('con_square');
  expect(steps[0]).toMatchObject({ what: 'sent', well: true });
});

it('believes the person at the printer', async () => {
  house = await DeliveryHouse.open('square');
  const well = await run(['--connection', 'square', '--type', 'delivery'], 'y');
  expect(well.text).toMatch(/printed once +ok +yes, you say/);
  house.clock.move(2_000);
  const bad = await run([], 'n');
  expect(bad.text).toMatch(/printed once +FAIL +NO, you say/);
  expect(bad.exitCode).toBe(1);
});

it('says what is wrong when nothing arrives, and leaves nothing on its way', async () => {
  house = await DeliveryHouse.open('square');
  house.fault('square', 'read_only', 1000);
  const { text, exitCode } = await run(['--yes']);
  expect(text).toMatch(/sent +FAIL +blocked: Square/);
  expect(text).toMatch(/cancelled +nothing was sent/);
  expect(exitCode).toBe(1);
});

it('tries a second POS without a ticket in the one where orders go by themselves', async () => {
  house = await DeliveryHouse.open('square');
  const { data } = (await house.api.call('GET', '/v1/connections')).body;
  const base = String(data[0].api_url).replace('/square', '');
  const { id: _, ...clover } = knownConnections(base).find(({ vendor }) => vendor === 'clover') ?? {};
  const made = await house.api.call('POST', '/v1/connections', { body: { ...clover, location_id: 'loc_1' } });
  expect(made.body.default).toBe(false);
  await expect(run(['--yes'])).rejects.toThrow('Say which with --connection: con_square');
  const { text } = await run(['--yes', '--connection', made.body.id]);
  expect(text).toMatch(/sent +ok +Clover/);
  expect(house.tickets('square')).toEqual([]);
});

it('takes the cheapest dish that needs no choice and that nothing else is called like', () => {
  const shop = { currency: 'USD', country: 'US', timezone: 'UTC' };
  const dish = (id: string, name: string, price: number | null, rest: object = {}) => ({
    id,
    name,
    price,
    ...rest,
  });
  const menu = parseMenu(
    {
      currency: 'USD',
      items: [
        dish('a', 'Sauce', 50, { option_groups: ['kind'] }),
        dish('b', 'Coke', 100),
        dish('c', 'Coke', 100),
        dish('d', 'Market fish', null),
        dish('e', 'Side salad', 400, { available: false }),
        dish('f', 'Fries', 350),
        dish('g', 'Pizza', 1200),
      ],
      option_groups: [{ id: 'kind', name: 'Kind', min: 1, options: [{ id: 'x', name: 'Red', price: 0 }] }],
    },
    shop,
  );
  expect(smallestDish(menu)).toEqual({ name: 'Fries', unit_price: 350 });
});
