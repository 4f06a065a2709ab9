import { type HttpClient, NoResponse } from '../http';
import type { DeliveryRules, Result } from '../sandbox/delivery-rules';
import type { NotifyingSimulator, VendorNotification } from '../sandbox/notification';

/** A call as `GET /_sandbox/{vendor}/webhook-calls` tells of it; `status` is null while the last attempt has no answer. */
export type WebhookCall = { id: string; at: string; url: string; status: number | null; attempts: number };
export type WebhookFaults = { duplicate: boolean; shuffle: boolean };
type Parts = { simulator: NotifyingSimulator; rules: DeliveryRules; http: HttpClient; now: () => Date };
/** `dueAt` is null once nothing more will be tried. */
type Delivery = Result & { call: VendorNotification; attempts: number; dueAt: number | null };

/** How long a shuffled call waits for another one to be overtaken by. */
const SHUFFLE_WAIT_MS = 5_000;

/** The way of one vendor's calls to their address: each is posted once, in order, and again as that vendor repeats it. */
export class WebhookLane {
  faults: WebhookFaults = { duplicate: false, shuffle: false };
  private readonly seen = new Set<string>();
  private held: VendorNotification[] = [];
  private readonly deliveries: Delivery[] = [];
  private busy = false;
  private stopped = false;

  constructor(private readonly parts: Parts) {}

  /** Takes up what has come due and sets it on its way; nobody waits for that. */
  tick(): void {
    if (this.stopped) return;
    this.collect();
    if (!this.busy) void this.drain();
  }

  /** Every call so far, the oldest first. */
  calls(): WebhookCall[] {
    return this.deliveries.map(({ call, status, attempts }) => ({
      id: call.id,
      at: call.at.toISOString(),
      url: call.url,
      status,
      attempts,
    }));
  }

  /** Nothing more leaves; an answer that is still awaited counts no more. */
  stop(): void {
    this.stopped = true;
  }

  private collect(): void {
    const now = this.parts.now();
    for (const call of this.parts.simulator.notifications(now)) {
      if (call.url === '' || this.seen.has(call.id)) continue;
      this.seen.add(call.id);
      this.held.push(call);
    }
    const [only, another] = this.held;
    if (!only || (this.faults.shuffle && !another && now.getTime() - only.at.getTime() < SHUFFLE_WAIT_MS))
      return;
    const batch = this.faults.shuffle ? this.held.reverse() : this.held;
    const copies = this.faults.duplicate ? [1, 2] : [1];
    for (const call of batch)
      this.deliveries.push(
        ...copies.map(() => ({ call, status: null, unsent: false, attempts: 0, dueAt: now.getTime() })),
      );
    this.held = [];
  }

  private async drain(): Promise<void> {
    this.busy = true;
    for (let next = this.next(); next; next = this.next()) await this.post(next);
    this.busy = false;
  }

  private next(): Delivery | undefined {
    const now = this.parts.now().getTime();
    return this.stopped ? undefined : this.deliveries.find(({ dueAt }) => dueAt !== null && dueAt <= now);
  }

  private async post(delivery: Delivery): Promise<void> {
    const { rules, http, now } = this.parts;
    const { call, attempts: number, status } = delivery;
    const { url, headers, body } = number === 0 ? call : rules.toRepeat(call, { number, status });
    Object.assign(delivery, { attempts: number + 1, status: null });
    const answer = http({ method: 'POST', url, headers, body, timeoutMs: rules.timeoutMs });
    const result: Result = await answer.then(
      (reply) => ({ status: reply.status, unsent: false }),
      (error) => ({ status: null, unsent: error instanceof NoResponse && error.sent === 'no' }),
    );
    Object.assign(delivery, result);
    delivery.dueAt = dueAgain(delivery, rules, now());
  }
}

function dueAgain({ status, unsent, attempts }: Delivery, rules: DeliveryRules, now: Date): number | null {
  const wait = rules.repeatAfterSeconds[attempts - 1];
  const taken = status !== null && status >= 200 && status < 300;
  return taken || wait === undefined || !rules.repeats({ status, unsent })
    ? null
    : now.getTime() + wait * 1000;
}
