import { setTimeout as wait } from 'node:timers/promises';
import { isSettled } from '../order/delivery';
import type { DeliveryRecord } from '../store/delivery-records';
import type { Scope } from '../store/records';
import type { Store } from '../store/store';
import { notFound } from './problem';

const LOOKS_EVERY_MS = 50;

/** A delivery once nothing more happens to it by itself, or as it stands after so many seconds. It looks at the store, so it does not matter which process sends. */
export async function waitUntilSettled(
  store: Store,
  scope: Scope,
  id: string,
  seconds: number,
): Promise<{ delivery: DeliveryRecord; settled: boolean }> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const delivery = await store.delivery(scope, id);
    if (!delivery) throw notFound('delivery');
    const settled = isSettled(delivery.state) && delivery.next_attempt_at === null;
    if (settled || performance.now() >= until) return { delivery, settled };
    await wait(LOOKS_EVERY_MS);
  }
}

/** How much is left of so many seconds, each time it is asked. */
export function secondsLeftOf(seconds: number): () => number {
  const until = performance.now() + seconds * 1000;
  return () => Math.max(0, (until - performance.now()) / 1000);
}
