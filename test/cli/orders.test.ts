import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { orders } from '../../src/cli/orders';
import { NOTES, ticketWords } from '../../src/cli/orders/words';
import { DELIVERY_EVENTS } from '../../src/delivery/next-step';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

let house: DeliveryHouse;
const opened: DeliveryHouse[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(...given: Parameters<typeof DeliveryHouse.open>) {
  house = await DeliveryHouse.open(...given);
  opened.push(house);
}

async function show(...args: string[]) {
  const lines: string[] = [];
  const exitCode = await orders({
    args: ['show', ...args, '--url', house.address, '--key', 'mario-read'],
    environment: { ORDERWIRE_DB: house.api.file },
    say: (line) => lines.push(line),
    now: house.clock.now,
  });
  return { exitCode, text: lines.join('\n') };
}

it('tells the whole story of an order that had trouble, and what to do now', async () => {
  await open('square', { api_url: 'http://127.0.0.1:9' }, { ticket_after_seconds: 40 });
  const id = await house.order();
  await house.reached(id, 'needs_attention');
  await house.mail(/Ann Lee/, 'fallback');
  const { exitCode, text } = await show(id);
  expect(exitCode).toBe(0);
  expect(text).toContain("Order #1 of Ann Lee, mario's");
  expect(text).toMatch(/\d:\d\d [AP]M {2}The order came in\./);
  expect(text).toMatch(/It is being sent to Square\. \(\d+ times, last at \d+:\d\d [AP]M\)/);
  expect(text).toContain('Square could not be reached; it is tried again. (');
  expect(text).toContain('The restaurant was told that it is not in the POS yet.');
  expect(text).toContain('the ticket to key in by hand went out');
  expect(text).toContain('Now:   OrderWire has stopped: a person must see to it.');
  expect(text).toMatch(/Why: {3}Square could not be reached .*troubleshooting\.md#unreachable/);
  expect(text).toContain('orderwire replay');
  expect(text).not.toMatch(/undefined|null/);
});

it('finds an order by its reference, and by the number on the ticket as long as that is today', async () => {
  await open('square');
  const id = await house.order({ external_ref: 'CA-77' });
  await house.reached(id, 'delivered', 'delivered_degraded');
  for (const named of ['CA-77', '1', '#1']) expect((await show(named)).text).toContain(id);
  expect((await show('1')).text).toMatch(/Square has it, ticket #\w+/);
  const { events, ...order } = JSON.parse((await show('1', '--json')).text);
  expect(order).toMatchObject({ id, external_ref: 'CA-77' });
  expect(events[0]).toMatchObject({ type: 'order.created' });
  house.clock.move(86_400_000);
  expect(await show('1')).toEqual({
    exitCode: 1,
    text: 'No order has the id or reference "1", and no ticket of today that number.',
  });
});

it('has words for everything that is ever noted about a ticket', () => {
  const sources = ['delivery', 'server/routes'].flatMap((folder) =>
    readdirSync(join(__dirname, '../../src', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(__dirname, '../../src', folder, name), 'utf8')),
  );
  const noted = sources.flatMap((text) =>
    [...text.matchAll(/keepGoing\(\w+, (?:\w+ \? '(\w+)' : )?'(\w+)'|\bevent: '(\w+)'/g)].flatMap(
      ([, first = '', second = '', third = '']) => [first, second, third].filter(Boolean),
    ),
  );
  const known: string[] = [...DELIVERY_EVENTS, ...NOTES];
  expect(noted.length).toBeGreaterThan(8);
  expect(noted.filter((name) => !known.includes(name))).toEqual([]);
  const facts = { pos: 'Square', ticket: '', why: '.' };
  for (const event of DELIVERY_EVENTS) expect(ticketWords(event, 'order', facts)).toMatch(/^[A-Z].*\.$/);
});
