import { type HttpRequest, type HttpResponse, NoResponse } from '../../src/http';
import { buildMenuIndex } from '../../src/menu/menu-index';
import type { Order } from '../../src/order/schema';
import { PosError } from '../../src/pos/errors';
import { prepareOrder } from '../../src/pos/prepare';
import type { Session } from '../../src/pos/vendor';
import { vendorIds } from '../../src/pos/vendors';
import {
  directClient,
  openStage,
  type Stage,
  sample,
  send,
  shop,
  ticketsLater,
} from '../support/vendor-doors';

const QUOTING = ['square', 'toast', 'clover'];

async function prepare({ vendor }: Stage, session: Session, order: Order) {
  const menu = vendor.fetchMenu ? buildMenuIndex(await vendor.fetchMenu(session)) : null;
  return prepareOrder(order, { vendor, settings: session.settings, menu, shop });
}
const quote = async (stage: Stage, session: Session, order: Order) =>
  stage.vendor.quote?.((await prepare(stage, session, order)).order, session);

it('is there where the POS can price an order, and its absence has a reason elsewhere', async () => {
  for (const id of vendorIds) {
    const { vendor } = await openStage(id, directClient);
    expect([id, Boolean(vendor.quote)]).toEqual([id, QUOTING.includes(id)]);
    expect(Boolean(vendor.quote)).toBe(!vendor.noSuchApi?.quote);
  }
});

describe.each(QUOTING)('a quote of %s', (id) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage(id, directClient);
  });
  afterEach(() => stage.close());

  it('is what the order costs in the end, tax included, and makes no ticket', async () => {
    const session = await stage.open();
    const order = sample();
    const price = await quote(stage, session, order);
    expect(ticketsLater(stage)).toEqual([]);
    const receipt = await send(stage, session, order);
    expect(price).toEqual({ total: receipt.pos_total, tax: expect.any(Number) });
  });

  it.each<[string, Partial<HttpResponse> | null, string]>([
    ['the POS is out of reach', null, 'unreachable'],
    ['the POS fails', { status: 503 }, 'unreachable'],
    ['the answer has no total', { status: 200, body: '{}' }, 'unreachable'],
    ['the POS asks to slow down', { status: 429, headers: { 'retry-after': '2' } }, 'throttled'],
    ['the token has expired', { status: 401 }, 'credentials'],
  ])('speaks of no ticket when %s', async (_what, reply, kind) => {
    const session = await stage.open();
    const { order } = await prepare(stage, session, sample());
    const http = async (request: HttpRequest) => {
      if (!/calculate|prices|checkouts/.test(request.url)) return session.http(request);
      if (reply === null) throw new NoResponse('no', 'refused');
      return { status: 200, headers: {}, body: '', ...reply };
    };
    const error = await stage.vendor.quote?.(order, { ...session, http }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PosError);
    expect((error as PosError).kind).toBe(kind);
    expect((error as PosError).message).not.toMatch(/may exist/);
  });
});

describe('what a POS cannot price whole is not told as its price', () => {
  it('is a fee that Toast books only through an open charge', async () => {
    const stage = await openStage('toast', directClient);
    const session = await stage.open();
    const settings = { ...session.settings, delivery_fee_charge_id: undefined };
    await expect(quote(stage, { ...session, settings }, sample())).rejects.toThrow(/not on Toast's check/);
  });

  it('is an order outside North America at Clover', async () => {
    const stage = await openStage('clover', directClient);
    const session = await stage.open();
    const elsewhere = { ...session, settings: { ...session.settings, region: 'eu' } };
    await expect(quote(stage, elsewhere, sample())).rejects.toThrow(/only in the United States and Canada/);
  });
});
