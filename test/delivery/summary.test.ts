import { summaryChore } from '../../src/delivery/summary';
import { TIMING } from '../../src/delivery/timing';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const DAY = 86_400_000;
/** One o'clock in the shop's afternoon, so that a day later is the next day wherever this runs. */
const AFTERNOON = 18 * 3_600_000;
/** Two seconds here. */
const SOON = { ticket_after_seconds: 40 };
/** A POS that nobody can reach: nothing listens there. */
const NOWHERE = { api_url: 'http://127.0.0.1:9' };

let house: DeliveryHouse;
afterEach(() => house.close());

async function openAfternoon(...given: Parameters<typeof DeliveryHouse.open>): Promise<void> {
  house = await DeliveryHouse.open(...given);
  house.clock.move(DAY + AFTERNOON - (house.clock.now() % DAY));
}

const summaries = () =>
  house.mailbox.list().filter(({ message_id }) => (message_id ?? '').startsWith('<summary'));
/** What a process that has just started does about days that have ended. */
const restarted = () =>
  summaryChore({ store: house.api.store, timing: TIMING, newId: (prefix) => `${prefix}_${Math.random()}` });
const dateOf = (daysAgo: number) =>
  new Date(house.clock.now() - daysAgo * DAY).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });

it('tells the shop about its orders once the day has ended, and never again', async () => {
  await openAfternoon('square');
  const id = await house.order({ quoted_total: 3198 });
  await house.reached(id, 'delivered', 'delivered_degraded');
  await house.order({ external_ref: 'CA-TEST', test: true });
  expect(summaries()).toEqual([]);
  house.clock.move(DAY);
  await house.order({ external_ref: 'CA-2' });
  const { subject, text } = await house.mail(/Orders of/, 'summary');
  expect(subject).toContain(dateOf(1));
  expect(subject).toContain('1 order (');
  expect(text).toMatch(/#1 .* → .*\$/);
  expect(text).toContain('in the POS');
  expect(text).not.toContain('Ann');
  await restarted()(house.clock.now());
  house.clock.move(3_600_000);
  await house.order({ external_ref: 'CA-3', customer: { name: 'Zoe' } });
  await house.mail(/Zoe/, 'new_order');
  expect(summaries()).toHaveLength(1);
});

it('says what became of what is not in the POS', async () => {
  await openAfternoon('square', NOWHERE, SOON);
  const [lost, keyed] = [await house.order(), await house.order({ external_ref: 'CA-2' })];
  const wanted = new Date(house.clock.now() + 3 * DAY).toISOString();
  await house.order({ external_ref: 'CA-3', timing: { requested_at: wanted } });
  const gone = await house.order({ external_ref: 'CA-4' });
  await house.api.call('POST', `/v1/orders/${gone}/cancel`);
  await house.reached(lost, 'needs_attention');
  const { id } = await house.reached(keyed, 'needs_attention');
  await house.api.call('POST', `/v1/deliveries/${id}/resolve`);
  house.clock.move(DAY);
  await house.order({ external_ref: 'CA-5' });
  const { subject, text } = await house.mail(/Orders of/, 'summary');
  expect(subject).toContain('4 orders, 1 not in the kitchen');
  const of = (number: number) => text.slice(text.indexOf(`#${number} `)).split('\n#')[0];
  expect(of(1)).toMatch(/not in the POS: .*Square/s);
  expect(of(2)).toContain('keyed in by hand');
  expect(of(3)).toContain('goes out at its time');
  expect(of(4)).toContain('cancelled');
});

it('catches up on the last day only, and says nothing about a day without orders', async () => {
  await openAfternoon('square');
  await house.api.call('PATCH', '/v1/locations/loc_1', { body: { email: null } });
  for (const external_ref of ['CA-1', 'CA-2']) {
    const id = await house.order({ external_ref });
    await house.reached(id, 'delivered', 'delivered_degraded');
    house.clock.move(DAY);
  }
  await house.api.call('PATCH', '/v1/locations/loc_1', { body: { email: 'kitchen@marios.example' } });
  await restarted()(house.clock.now());
  expect((await house.mail(/Orders of/, 'summary')).subject).toContain(dateOf(1));
  house.clock.move(2 * DAY);
  await restarted()(house.clock.now());
  await house.order({ external_ref: 'CA-3', customer: { name: 'Zoe' } });
  await house.mail(/Zoe/, 'new_order');
  expect(summaries()).toHaveLength(1);
});
