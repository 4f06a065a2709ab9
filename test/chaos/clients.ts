import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sampleOrder } from '../../src/order/sample';
import type { Scene, Shop } from './scene';

/** More than this many orders on their way, and clients wait: the kitchens are slower than the phone. */
const MOST_WAITING = 60;
const CLIENTS = 6;

/** Callers that send orders, and each again with the same reference until it is acknowledged. */
export class Clients {
  acked = 0;
  private stopped = false;
  private readonly running: Promise<void>[];

  constructor(
    private readonly scene: Scene,
    private readonly waiting: () => number,
    private readonly onOrder: (order: ReturnType<typeof toOrder>, shop: Shop) => void,
  ) {
    this.running = Array.from({ length: CLIENTS }, (_, n) => this.run(n));
  }

  /** Each client finishes the order it has in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.running);
  }

  private async run(client: number): Promise<void> {
    const { shops } = this.scene;
    const chance = this.scene.chance.of(`client ${client}`);
    for (let n = 1; !this.stopped; n++) {
      if (this.waiting() > MOST_WAITING) {
        await wait(50);
        n--;
        continue;
      }
      const shop = chance.pick(shops);
      const order = toOrder(`CA-${client}-${n}`, shop);
      this.onOrder(order, shop);
      await this.send(order, shop);
    }
  }

  private async send(order: ReturnType<typeof toOrder>, { vendor, pos_location }: Shop): Promise<void> {
    const { history, call } = this.scene;
    for (;;) {
      const answer = await call('POST', '/v1/orders', order).catch(() => null);
      if (answer && answer.status < 300) {
        const { id } = (await answer.json()) as { id: string };
        history.add({ what: 'acked', ref: order.external_ref, id, vendor, pos_location });
        this.acked++;
        return;
      }
      if (answer && answer.status < 429) throw new Error(`An order was refused: ${await answer.text()}`);
      await wait(20);
    }
  }
}

/** The sample order for now, under a reference and from a phone of its own: the same guest would be asked whether it is the same order. */
export function toOrder(external_ref: string, { location_id }: Shop) {
  const digits = BigInt(`0x${createHash('sha256').update(external_ref).digest('hex')}`) % 8_000_000n;
  // Toast takes ten digits and no others.
  const customer = { ...sampleOrder.customer, phone: `+1617${2_000_000n + digits}` };
  return { ...sampleOrder, customer, external_ref, location_id, timing: {} };
}
