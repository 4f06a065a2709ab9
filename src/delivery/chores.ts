import { isTicket } from '../order/delivery';
import type { Clock, DeliveryChange, DeliveryRecord, NewDelivery, Subject } from '../store/delivery-records';
import type { Store } from '../store/store';
import { giveUp } from './begin';
import { keepGoing } from './change';
import { nextStep } from './next-step';
import { ALERT_OF, alertRow } from './notices';
import { staffRows } from './sms/rows';
import { scopeOf } from './subject';
import { shopClock, type Timing } from './timing';

type Parts = { store: Store; timing: Timing; newId: (prefix: string) => string };
type Ring = (row: DeliveryRecord, subject: Subject, now: number) => DeliveryChange | null;

const MOST_AT_ONCE = 100;

/** Runs through all rows whose clock has run out, and decides on each inside its write. */
function clockChore(store: Store, clock: Clock, ring: Ring): (now: number) => Promise<void> {
  return async (now) => {
    for (const due of await store.runOut(clock, now, MOST_AT_ONCE)) {
      const decide = (row: DeliveryRecord, subject: Subject) => {
        const at = row[clock];
        return at === null || at > now ? null : ring(row, subject, now);
      };
      await store.changeDelivery(scopeOf(due), due.id, decide, { key_id: null, at: now });
    }
  };
}

/** At its deadline a ticket that is nowhere goes to a person. One that is being sent right now is waited for. */
export function deadlineChore({ store, timing, newId }: Parts) {
  return clockChore(store, 'deadline_at', (row, subject, now) => {
    if (nextStep(row, 'out_of_time')) return giveUp(row, { now, newId, timing }, subject);
    const isUnderWay = row.state === 'sending' || row.state === 'verifying';
    return keepGoing(row, 'deadline_waits', { deadline_at: isUnderWay ? now + timing.verifySoon : null });
  });
}

/** While a ticket is nowhere the shop is told, again and again until somebody has seen it; retries go on meanwhile. */
export function alertChore({ store, timing, newId }: Parts) {
  return clockChore(store, 'alert_at', (row, { shop }, now) => {
    const repeat = Math.max(1, shopClock(shop.fallback.repeat_every_seconds, timing));
    const n = row.alerts + 1;
    return keepGoing(row, 'alerted', {
      alerts: n,
      alert_at: now + repeat,
      adds: [
        alertRow(row, { newId, kind: ALERT_OF[row.purpose] ?? 'undelivered', n }),
        ...alertTexts(row, { shop, n, now, newId, timing }),
      ],
    });
  });
}

/** The first text message follows the first mail after a while, unless it has been settled by then. */
function alertTexts(
  row: DeliveryRecord,
  { shop, n, now, newId, timing }: Omit<Parts, 'store'> & { shop: Subject['shop']; n: number; now: number },
): NewDelivery[] {
  if (!isTicket(row)) return [];
  const { email_after_seconds, sms_after_seconds } = shop.fallback;
  const later = n === 1 ? Math.max(0, sms_after_seconds - email_after_seconds) : 0;
  // Once automation has ended, what is told is what to do.
  const purpose = row.state === 'needs_attention' ? 'fallback' : 'alert';
  return staffRows(row, { shop, purpose, newId, about: `ring ${n}`, at: now + shopClock(later, timing) });
}
