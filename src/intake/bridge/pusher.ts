import type { BridgeMessage, BridgeOutbox } from '../../store/bridge/records';
import type { Log } from '../receptionist/new-rows';

/** What a receiver's answer means. */
export type Pushed = {
  outcome: 'delivered' | 'gone' | 'throttled' | 'failed';
  /** A sentence for whoever runs the receiver. */
  message: string;
  /** How long it asks to be left alone; 0 where it does not say. */
  retryAfterSeconds: number;
};
type PusherParts = {
  outbox: BridgeOutbox;
  /** Calls the receiver once, signed. Resolves whatever comes of it. */
  push: (message: { id: string; body: string; at: number }) => Promise<Pushed>;
  now: () => number;
  log: Log;
};

/** The receiver has said that it wants nothing any more. What waits stays in the outbox. */
export class ReceiverGone extends Error {
  override readonly name = 'ReceiverGone';
}

/** The waits after each failure, in seconds; the last one again and again: an order is never given up here. */
const WAITS_SECONDS = [2, 5, 15, 30, 60, 120, 300];
/** Each for another order. One that hangs does not hold up the others. */
const AT_ONCE = 4;
const LONGEST_REST_MS = 3_600_000;

/** Hands the outbox's messages to the receiver: each until it was taken, those of one order in their order. */
export class Pusher {
  private restUntil = 0;
  constructor(private readonly parts: PusherParts) {}

  /** Sends what is due. Throws `ReceiverGone`. */
  async sendDue(): Promise<void> {
    const { outbox, now } = this.parts;
    while (now() >= this.restUntil) {
      const due = outbox.due(now(), AT_ONCE);
      if (due.length === 0) return;
      await this.sendAll(due);
    }
  }

  /** Sends everything that waits, whenever it was due: each until its first failure. Resolves to how many are left. */
  async drain(): Promise<number> {
    const { outbox, now } = this.parts;
    const failed = new Set<string>();
    while (now() >= this.restUntil) {
      const waiting = outbox.due(Number.MAX_SAFE_INTEGER, AT_ONCE + failed.size);
      const batch = waiting.filter(({ id }) => !failed.has(id)).slice(0, AT_ONCE);
      if (batch.length === 0) break;
      for (const { id } of await this.sendAll(batch)) failed.add(id);
    }
    return outbox.waiting();
  }

  /** Those that were not taken. Throws `ReceiverGone` once all are answered. */
  private async sendAll(messages: BridgeMessage[]): Promise<BridgeMessage[]> {
    const answers = await Promise.all(messages.map((message) => this.send(message)));
    const gone = answers.find(({ outcome }) => outcome === 'gone');
    if (gone) throw new ReceiverGone(gone.message);
    return messages.filter((_, index) => answers[index]?.outcome !== 'delivered');
  }

  private async send({ id, body, reference, failures }: BridgeMessage): Promise<Pushed> {
    const { outbox, push, now, log } = this.parts;
    const answer = await push({ id, body, at: now() });
    const { outcome, message, retryAfterSeconds } = answer;
    if (outcome === 'delivered') {
      outbox.delivered(id);
      log('info', `${reference}: taken. ${outbox.waiting()} wait.`);
    }
    if (outcome === 'delivered' || outcome === 'gone') return answer;
    const asked = Math.min(retryAfterSeconds * 1000, LONGEST_REST_MS);
    // It speaks for itself, not for this message.
    if (asked > 0) this.restUntil = Math.max(this.restUntil, now() + asked);
    const wait = Math.max(asked, (WAITS_SECONDS[failures] ?? WAITS_SECONDS.at(-1) ?? 0) * 1000);
    outbox.failed(id, now() + wait);
    log('warn', `${reference}: not taken, again in ${Math.ceil(wait / 1000)} s. ${message}`);
    return answer;
  }
}
