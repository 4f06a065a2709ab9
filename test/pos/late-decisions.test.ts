import type { PosOrder } from '../../src/pos/pos-order';
import { touchbistro } from '../../src/pos/touchbistro';
import type { Session, Vendor } from '../../src/pos/vendor';
import type { WebhookEvent } from '../../src/pos/webhook';
import type { NotifyingSimulator } from '../../src/sandbox/notification';
import { openWay } from '../support/touchbistro-doors';
import { directClient, openStage, sample } from '../support/vendor-doors';

type Door = { vendor: Vendor; session: Session; simulator: NotifyingSimulator; now: Date };
const WRONG = { lightspeed: { pos: 'NO-SUCH-SKU' }, deliverect: { menu_item_id: 'NO-SUCH-PLU' } };
const KNOWN = { lightspeed: { pos: 'CHEESEBURGER' }, deliverect: { menu_item_id: 'CHEESEBURGER' } };
type Name = keyof typeof WRONG;

async function openDoor(name: Name): Promise<Door> {
  if (name === 'deliverect') {
    const { session, simulator, clock } = await openWay('deliverect');
    return { vendor: touchbistro, session, simulator: simulator as NotifyingSimulator, now: clock.now };
  }
  const { vendor, target, clock, open } = await openStage('lightspeed', directClient);
  return {
    vendor,
    session: await open(),
    simulator: target.simulator as NotifyingSimulator,
    now: clock.now,
  };
}

const order = (item: object): PosOrder => {
  const [line] = sample({ items: [{ name: 'cheeseburger', quantity: '1' }] }).items;
  return { ...sample(), items: [{ ...line, ...item }] } as PosOrder;
};

/** What the vendor's calls tell within two minutes. */
function told({ vendor, session, simulator, now }: Door): WebhookEvent[] {
  const secrets = {
    credentials: {
      webhook_secret: simulator.facts.webhook_secret,
      webhook_username: simulator.facts.webhook_username,
      webhook_password: simulator.facts.webhook_password,
    },
    settings: session.settings,
    now: now.toISOString(),
  };
  return simulator.notifications(new Date(now.getTime() + 120_000)).flatMap((call) => {
    const reading = vendor.readWebhook?.(call, secrets);
    if (reading?.outcome !== 'verified') throw new Error(JSON.stringify(reading));
    return reading.events;
  });
}

describe.each<Name>(['lightspeed', 'deliverect'])(
  'an order that %s takes first and decides on later',
  (name) => {
    it('is told to be in the POS, by its reference', async () => {
      const door = await openDoor(name);
      const { reference, state } = await door.vendor.submitOrder(order(KNOWN[name]), door.session);
      expect(state).toBe('queued');
      expect(told(door)).toEqual([
        expect.objectContaining({ reference, status: 'accepted', pos_order_id: expect.any(String) }),
      ]);
    });

    it('is told to be refused, with the reason and without the guest', async () => {
      const door = await openDoor(name);
      const { reference } = await door.vendor.submitOrder(order(WRONG[name]), door.session);
      const [refusal, ...more] = told(door);
      expect(refusal).toMatchObject({
        reference,
        status: 'rejected',
        message: expect.stringMatching(/NO-SUCH/),
      });
      expect(refusal?.message).not.toMatch(/Ann|617/);
      expect(more).toEqual([]);
    });

    it('keeps the reference of a ticket about a ticket apart', async () => {
      const door = await openDoor(name);
      await door.vendor.submitOrder(order(KNOWN[name]), door.session);
      const again = { ...order(KNOWN[name]), reference_suffix: '-r2' };
      const { reference } = await door.vendor.submitOrder(again, door.session);
      expect(told(door).map((event) => event.reference)).toEqual([reference.slice(0, -3), reference]);
    });
  },
);

it('reads at Lightspeed the check that the call names', async () => {
  const door = await openDoor('lightspeed');
  await door.vendor.submitOrder(order(KNOWN.lightspeed), door.session);
  const [event] = told(door);
  const settings = { ...door.session.settings, currency: 'USD' };
  const seen = await door.vendor.fetchPosOrder?.(event?.pos_order_id ?? '', { ...door.session, settings });
  expect(seen).toMatchObject({ pos_order_id: event?.pos_order_id, status: 'accepted', currency: 'USD' });
  expect(seen?.items).toContainEqual(expect.objectContaining({ name: 'Cheeseburger', unit_price: 1095 }));
});
