import { parseOrder } from '../../src/order/parse';
import { ticketReference } from '../../src/order/reference';
import { readStoredShop } from '../../src/order/shop';
import { clover } from '../../src/pos/clover';
import { placeOrder } from '../../src/pos/place-order';
import { square } from '../../src/pos/square';
import { createHttpClient } from '../../src/server/http-client';
import { Scenario } from './interpreter/scenario';
import { openWebhook } from './interpreter/webhook-address';
import { GENERATIONS, published } from './support/published';
import { openStreet, type Street } from './support/sandbox-street';

const SAID = 'Two large pepperoni, "extra crispy",\nno onions please \\ and a Coke ☕';
const POS = {
  square: { vendor: square, token: 'access_token', place: 'location_id' },
  clover: { vendor: clover, token: 'us_access_token', place: 'us_merchant_id' },
} as const;
type Pos = keyof typeof POS;
const DOORS = (['square', 'clover'] as const).flatMap((pos) =>
  GENERATIONS.map((generation) => ({ pos, path: `${generation}direct-${pos}` })),
);

let street: Street;
beforeEach(async () => {
  street = await openStreet();
});
afterEach(() => street.close());

const settings = (pos: Pos) => ({
  pos_token: street.fact(pos, POS[pos].token),
  pos_location: street.fact(pos, POS[pos].place),
  pos_address: `${street.url}/${pos}`,
  ...street.alerts(),
});
const scenario = (path: string, pos: Pos) =>
  new Scenario(published(path, settings(pos)), { now: () => street.clock.now, sleep: street.wait });
const message = (sid = 'SM0123') => ({
  MessageSid: sid,
  From: '+16175550123',
  To: '+16175550100',
  Body: SAID,
});
const words = (pos: Pos) => {
  const [ticket] = street.tickets(pos);
  return [...(ticket?.lines ?? []).map(({ note }) => note), ...(ticket?.notes ?? [])].join('\n');
};
const visible = (pos: Pos) => street.tickets(pos).filter((one) => one.visible && !one.voided);

describe.each(DOORS)('a text message through $path', ({ pos, path }) => {
  it('is on the ticket word for word, and the guest is answered', async () => {
    const address = await openWebhook(scenario(path, pos));
    const answer = await fetch(address.url, { method: 'POST', body: new URLSearchParams(message()) });
    expect(await answer.text()).toMatch(/^<\?xml.*<Message>Thank you!/s);
    expect(address.outcomes.map(({ status }) => status)).toEqual(['success']);
    expect(visible(pos)).toHaveLength(1);
    expect(words(pos)).toContain(SAID);
    expect(words(pos)).toContain('+16175550123');
    expect(JSON.stringify(visible(pos))).toContain('UNPAID');
    await address.close();
  });

  it('makes one ticket when Twilio calls twice', async () => {
    const made = scenario(path, pos);
    await made.run(message());
    await street.wait(60);
    await made.run(message());
    expect(visible(pos)).toHaveLength(1);
    await made.run(message('SM0124'));
    expect(visible(pos)).toHaveLength(2);
  });

  it.each(['lose_reply', 'error_after', 'error_before', 'throttle'] as const)(
    'makes one ticket, which the kitchen sees, after %s',
    async (fault) => {
      const made = scenario(path, pos);
      street.fault(pos, fault);
      await made.run(message());
      for (let minutes = 0; minutes < 6 && made.incomplete.length > 0; minutes++) {
        await street.wait(60);
        await made.retryIncomplete();
      }
      expect(visible(pos)).toHaveLength(1);
      expect(words(pos)).toContain(SAID);
      expect(made.incomplete).toEqual([]);
    },
  );

  it('tells the manager with the guest’s words when the POS never takes it', async () => {
    const made = scenario(path, pos);
    street.fault(pos, 'error_before', 50);
    await made.run(message());
    const [text] = street.texts(street.fact('twilio', 'guest_ben'));
    expect(text).toContain('no onions please');
    expect(street.tickets(pos)).toEqual([]);
  });

  it('leaves alone what is no order', async () => {
    const made = scenario(path, pos);
    await made.run({ MessageSid: 'SM1', From: '+16175550123', Body: '' });
    expect(street.tickets(pos)).toEqual([]);
  });
});

describe.each(['square', 'clover'] as const)('direct-%s beside another door', (pos) => {
  const external_ref = message().MessageSid;
  const otherDoor = () => {
    const { pos_token, pos_location, pos_address } = settings(pos);
    const shop = { id: 'loc_1', ...readStoredShop({ name: 'Mario’s' }) };
    const items = [{ name: 'Large Pepperoni', quantity: '2', unit_price: 1599 }];
    const session = {
      http: createHttpClient(),
      credentials: { access_token: pos_token },
      settings: { unpaid_orders: 'external_tender' },
      posLocation: pos_location,
      environment: 'sandbox' as const,
      baseUrl: pos_address,
      now: street.clock.now.toISOString(),
    };
    const prepared = { order: parseOrder({ external_ref, items }, shop), unmatched: [], matches: [] };
    return placeOrder({ vendor: POS[pos].vendor, prepared, session, lookFirst: true });
  };

  it('is found by it: both make one ticket, under the reference that every door makes', async () => {
    await scenario(`direct-${pos}`, pos).run(message());
    await street.wait(60);
    expect((await otherDoor()).replayed).toBe(true);
    const [ticket, ...more] = visible(pos);
    const { pos_location } = settings(pos);
    expect(JSON.stringify(ticket)).toContain(ticketReference({ pos_location, external_ref }));
    expect(more).toEqual([]);
  });

  it('makes no second ticket where the other was first', async () => {
    await otherDoor();
    await street.wait(60);
    await scenario(`direct-${pos}`, pos).run(message());
    expect(visible(pos)).toHaveLength(1);
  });
});
