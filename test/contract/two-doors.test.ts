import { buildMenuIndex } from '../../src/menu/menu-index';
import { placeOrder } from '../../src/pos/place-order';
import { prepareOrder } from '../../src/pos/prepare';
import type { Session } from '../../src/pos/vendor';
import { findVendor, vendorIds } from '../../src/pos/vendors';
import { knownConnections } from '../../src/sandbox/known-connections';
import { createHttpClient } from '../../src/server/http-client';
import { sample, shop } from '../support/vendor-doors';
import { machineClock, openZap, type Zap } from '../support/zapier-door';

jest.setTimeout(60_000);

/** The server's door to the same POS that a Zap sends to: same place, same rights, another process as far as the POS can tell. */
function directDoor(id: string, zap: Zap): Session {
  const known = knownConnections('http://sandbox').find((one) => one.vendor === id);
  return {
    http: createHttpClient(),
    credentials: known?.credentials ?? {},
    token: { access_token: zap.connection.access_token ?? '' },
    settings: known?.settings ?? {},
    posLocation: known?.pos_location ?? '',
    environment: 'sandbox',
    baseUrl: zap.url,
    now: new Date().toISOString(),
  };
}

async function sendDirectly(id: string, zap: Zap) {
  const vendor = findVendor(id);
  if (!vendor) throw new Error(`no vendor ${id}`);
  const session = directDoor(id, zap);
  const menu = vendor.fetchMenu ? buildMenuIndex(await vendor.fetchMenu(session)) : null;
  const prepared = prepareOrder(sample(), { vendor, settings: session.settings, menu, shop });
  return placeOrder({ vendor, prepared, session, lookFirst: false });
}

describe.each(vendorIds)('%s', (id) => {
  let zap: Zap;
  beforeEach(async () => {
    zap = await openZap(id, machineClock);
  });
  afterEach(() => zap.close());

  it('cooks an order once when a Zap and the server send it at the same moment', async () => {
    const outcomes = await Promise.allSettled([zap.run(), sendDirectly(id, zap)]);
    expect(outcomes.some((outcome) => outcome.status === 'fulfilled')).toBe(true);
    // Where one of the two was told to look again, the look-up finds the ticket of the other.
    const again = await zap.run();
    const tickets = zap.tickets();
    expect(tickets.map((ticket) => ticket.visible)).toEqual([true]);
    expect(tickets[0]?.printed).toBeLessThanOrEqual(1);
    expect(again).toMatchObject({ sent_to_kitchen: true, replayed: true });
  });
});
