import { Limiter } from '../delivery/limiter';
import { type HttpClient, NoResponse } from '../http';
import type { MenuIndex } from '../menu/menu-index';
import type { Order } from '../order/schema';
import type { Shop } from '../order/shop';
import { PosError } from '../pos/errors';
import { prepareOrder } from '../pos/prepare';
import type { PosPrice } from '../pos/price';
import type { ConnectionRecord, Scope } from '../store/records';
import type { Services } from './services';

type Asking = { scope: Scope; shop: Shop; index: MenuIndex | null; waitMs: number };

/** Quotes take at most this part of what a vendor allows a token: orders go first. */
const SHARE = 0.25;

/** Asks POS systems what they would charge, while a guest waits: never longer than the guest can. */
export class PosQuotes {
  private readonly limiters = new Map<string, Limiter>();
  constructor(private readonly services: Pick<Services, 'store' | 'directory'>) {}

  /** The price in the shop's own POS; null where it cannot tell within `waitMs`, or not for the whole order. */
  async price(order: Order, asking: Asking): Promise<PosPrice | null> {
    if (asking.waitMs === 0) return null;
    const until = performance.now() + asking.waitMs;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, asking.waitMs, null);
    });
    const asked = this.ask(order, asking, until).catch((error: unknown) => {
      if (error instanceof PosError) return null;
      throw error;
    });
    return Promise.race([asked, late]).finally(() => clearTimeout(timer));
  }

  private async ask(order: Order, { scope, shop, index }: Asking, until: number): Promise<PosPrice | null> {
    const connection = await this.connectionOf(scope, shop);
    if (!connection || !index) return null;
    const { vendor, session } = await this.services.directory.open(connection);
    if (!vendor.quote) return null;
    const { settings } = session;
    // The reference is not kept: nothing is made.
    const referenced = { ...order, external_ref: order.external_ref ?? 'quote' };
    // What has no id of this POS would be priced by our own opinion.
    const prepared = prepareOrder(referenced, { vendor, settings, menu: index, shop });
    if (prepared.unmatched.length > 0) return null;
    const http = this.hurried(session.http, {
      connection,
      until,
      perSecond: vendor.limits.requestsPerSecond,
    });
    return vendor.quote(prepared.order, { ...session, http });
  }

  /** Where this shop's orders go; one that is rehearsed prices them all the same. */
  private async connectionOf(scope: Scope, shop: Shop): Promise<ConnectionRecord | undefined> {
    const connections = await this.services.store.connections(scope);
    return connections.find(
      ({ location_id, is_default, status }) => location_id === shop.id && is_default && status !== 'blocked',
    );
  }

  /** A client that waits for its turn, and sends nothing more once the guest has had an answer. */
  private hurried(
    http: HttpClient,
    {
      connection: { id },
      until,
      perSecond,
    }: { connection: ConnectionRecord; until: number; perSecond: number },
  ): HttpClient {
    const limiter = this.limiters.get(id) ?? new Limiter(perSecond * SHARE, () => performance.now());
    this.limiters.set(id, limiter);
    return async (request) => {
      await limiter.pass('order');
      const left = Math.ceil(until - performance.now());
      if (left <= 0) throw new NoResponse('no', 'the guest has had an answer');
      return http({ ...request, timeoutMs: Math.min(request.timeoutMs ?? left, left) });
    };
  }
}
