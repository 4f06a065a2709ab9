import { compare } from '../../src/delivery/rehearsal/compare';
import { DeliveryHouse } from '../support/delivery-house';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const COKE = { items: [{ name: 'Coke', quantity: '1' }], customer: { name: 'Ann Lee' } };

describe('a night', () => {
  let house: DeliveryHouse;
  let id: string;
  beforeEach(async () => {
    house = await DeliveryHouse.open('square');
    id = (await house.api.call('GET', '/v1/connections')).body.data[0].id;
    await house.api.call('PATCH', `/v1/connections/${id}`, { body: { mode: 'rehearsal' } });
  });
  afterEach(() => house.close());

  const result = async () => (await house.api.call('GET', `/v1/connections/${id}/rehearsal`)).body;
  const nightMails = () =>
    house.mailbox.list().filter(({ message_id }) => message_id?.startsWith('<rehearsal'));

  it('is mailed once after closing, held against what staff rang up, and offers to go live', async () => {
    await house.reached(await house.order(COKE), 'abandoned');
    house.ringUp('square');
    expect((await result()).tonight).toMatchObject({ orders: 1, good: 1, compared: false });
    house.clock.move(DAY);
    await house.order({ ...COKE, external_ref: 'CA-2' });
    const { subject, text } = await house.mail(/as rung up/, 'rehearsal');
    expect(subject).toContain('REHEARSAL: 1 order: 1 exactly as rung up, nothing to fix');
    expect(text).toMatch(/clean night[\s\S]*http:\/\/orders\.example\/rehearsal/);
    expect(text).not.toContain('Ann');
    const { nights, ready } = await result();
    expect([nights.length, nights[0].clean, ready]).toEqual([1, true, true]);
    house.clock.move(3_600_000);
    await house.order({ ...COKE, external_ref: 'CA-3', customer: { name: 'Zoe' } });
    await house.mail(/Zoe/, 'new_order');
    expect(nightMails()).toHaveLength(1);
    expect(house.mailbox.list().some(({ message_id }) => message_id?.startsWith('<summary'))).toBe(false);
  });

  it('names each order that is to fix, with the reason and the way to it', async () => {
    const lost = await house.order({ ...COKE, items: [{ name: 'unicorn steak', quantity: '1' }] });
    await house.reached(lost, 'abandoned');
    house.clock.move(DAY);
    await house.order({ ...COKE, external_ref: 'CA-2' });
    const { text } = await house.mail(/1 to fix, here they are/, 'rehearsal');
    expect(text).toMatch(/unicorn steak[\s\S]*http:\/\/orders\.example\/orders\/ord_/);
    expect((await result()).ready).toBe(false);
  });
});

describe('held against the POS', () => {
  const at = Date.parse('2026-11-27T18:00:00Z');
  const ours = {
    ...{ id: 'ord_1', at, isLater: false, total: 900, tip: 0, currency: 'USD' },
    lines: [{ name: 'Large Pepperoni Pizza', quantity: '2' }],
  };
  const line = (name: string) => ({ name, quantity: '1', unit_price: null, options: [], notes: null });
  const seen = (changes: object) =>
    ({
      ...{
        pos_order_id: 'X',
        status: 'accepted',
        pos_total: 900,
        placed_at: new Date(at + 60_000).toISOString(),
      },
      items: [line('Pepperoni Pizza (Large)'), line('Pepperoni Pizza (Large)')],
      ...changes,
    }) as never;
  const kindOf = (changes: object) => compare([ours], [seen(changes)]).get('ord_1')?.kind;

  it.each([
    ['the same dishes on other lines, the size in brackets', {}, undefined],
    ['another total', { pos_total: 950 }, 'differs'],
    ['one dish too few', { items: [line('Pepperoni Pizza (Large)')] }, 'differs'],
    ['something else', { items: [line('Coke')] }, 'not_found'],
    ['the same, hours later', { placed_at: new Date(at + 5 * 3_600_000).toISOString() }, 'not_found'],
    ['the same, taken back', { status: 'cancelled' }, 'not_found'],
  ])('%s', (_what, changes, kind) => {
    expect(kindOf(changes)).toBe(kind);
  });

  it('lets one order of the POS stand for one of ours only', () => {
    expect(compare([ours, { ...ours, id: 'ord_2' }], [seen({})]).get('ord_2')?.kind).toBe('not_found');
  });
});
