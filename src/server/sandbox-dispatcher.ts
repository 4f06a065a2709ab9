import type { HttpClient } from '../http';
import { DELIVERY_RULES } from '../sandbox/delivery-rules';
import { type Sandbox, STAFFED_VENDORS } from '../sandbox/sandbox';
import { createHttpClient } from './http-client';
import { WebhookLane } from './sandbox-lane';

const TICK_MS = 100;

type Parts = { sandbox: Sandbox; now: () => Date; http?: HttpClient };

/** Posts what the simulated vendors tell to the addresses that were set, each vendor apart from the others. */
export class Dispatcher {
  private lanes = new Map<string, WebhookLane>();
  private readonly ticking: NodeJS.Timeout;

  constructor(private readonly parts: Parts) {
    this.open();
    this.ticking = setInterval(() => {
      for (const lane of this.lanes.values()) lane.tick();
    }, TICK_MS);
    this.ticking.unref();
  }

  /** The way of one vendor's calls, undefined for a vendor without any. */
  find(vendor: string): WebhookLane | undefined {
    return this.lanes.get(vendor);
  }

  /** Forgets every call and fault; what is on its way is let go. */
  reset(): void {
    this.stopLanes();
    this.open();
  }

  stop(): void {
    clearInterval(this.ticking);
    this.stopLanes();
  }

  private stopLanes(): void {
    for (const lane of this.lanes.values()) lane.stop();
  }

  private open(): void {
    const { sandbox, now, http = createHttpClient() } = this.parts;
    this.lanes = new Map(
      ([...STAFFED_VENDORS, 'twilio'] as const).flatMap((vendor) => {
        const simulator = vendor === 'twilio' ? sandbox.twilio : sandbox.staffed(vendor);
        const rules = DELIVERY_RULES[vendor];
        return simulator ? [[vendor, new WebhookLane({ simulator, rules, http, now })]] : [];
      }),
    );
  }
}
