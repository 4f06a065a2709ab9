import { failpoint } from '../failpoint';
import type { HttpClient } from '../http';
import type { Claim, DeliveryChange, DeliveryRecord, NewDelivery, Next } from '../store/delivery-records';
import type { HookChange, HookRecord } from '../store/records';
import type { Store } from '../store/store';
import { endOf, toChange } from './change';
import type { Destination } from './destination';
import { mailRow } from './notices';
import { scopeOf } from './subject';
import type { Timing } from './timing';
import { callHook } from './webhook/call';
import { HOOK_FAILS_FOR_MS, HOOK_SCHEDULE_MS, type HookOutcome } from './webhook/outcome';

type Parts = {
  store: Store;
  http: HttpClient;
  timing: Timing;
  now: () => number;
  newId: (prefix: string) => string;
  /** Sealed secrets in the clear; none where they cannot be opened. */
  secretsOf: (hook: HookRecord, now: number) => string[];
  /** The `data` of a message: what reading the thing answers; undefined where it is gone. */
  dataOf: (claim: Claim) => Promise<object | undefined>;
};
const GONE = 'Its receiver has unsubscribed (410).';

/** Calls subscribers. Each hook is a lane of its own: one that hangs holds up nobody else. */
export function webhookDestination(parts: Parts): Destination {
  const { store, now } = parts;
  return {
    concurrent: () => 2,
    async send(claim) {
      const { delivery } = claim;
      const hook = await store.hook(scopeOf(delivery), delivery.target);
      const data = hook?.active ? await parts.dataOf(claim) : undefined;
      if (!hook || !data) return (row) => endOf(row, 'The hook is no longer active.');
      const outcome = await call(hook, claim, data, parts);
      const learned = await store.noteHookResult(
        scopeOf(delivery),
        hook.id,
        (current) => learn(current, outcome, now()),
        { key_id: null, at: now() },
      );
      return (row) => afterCall(row, hook, { ...outcome, disabled: learned?.active === false }, parts);
    },
  };
}

async function call(hook: HookRecord, { delivery }: Claim, data: object, parts: Parts): Promise<HookOutcome> {
  const at = parts.now();
  const timestamp = new Date(Number(delivery.payload.at ?? delivery.created_at)).toISOString();
  const body = JSON.stringify({ type: delivery.purpose, timestamp, data });
  const secrets = parts.secretsOf(hook, at);
  failpoint('hook.before_send');
  const outcome = await callHook({ url: hook.target_url, id: delivery.id, at, body, secrets }, parts.http);
  failpoint('hook.after_send');
  return outcome;
}

/** What a call tells about its hook. */
function learn(
  { active, failing_since }: HookRecord,
  { outcome }: HookOutcome,
  now: number,
): HookChange | null {
  if (!active) return null;
  if (outcome === 'gone') return { active: false, disabled_reason: GONE };
  if (outcome === 'delivered') return failing_since === null ? null : { failing_since: null };
  if (failing_since === null) return { failing_since: now };
  if (now - failing_since < HOOK_FAILS_FOR_MS) return null;
  return { active: false, disabled_reason: 'Every call has failed for five days.' };
}

type After = HookOutcome & { disabled: boolean };

function afterCall(
  row: DeliveryRecord,
  hook: HookRecord,
  { outcome, message, retryAfterSeconds, disabled }: After,
  { timing, newId }: Parts,
): DeliveryChange | null {
  if (outcome === 'delivered') return toChange(row, 'delivered', { reason: null, ends: ended('ok', null) });
  if (outcome === 'gone') return endOf(row, GONE);
  const wait = HOOK_SCHEDULE_MS[row.failures];
  const ms = Math.max(1, (wait ?? 0) * timing.shopClock);
  const next: Next = { backoff: { base_ms: ms, cap_ms: ms, at_least_ms: retryAfterSeconds * 1000 } };
  const isLast = wait === undefined;
  return toChange(row, isLast ? 'rejected' : 'unreachable', {
    next: isLast ? null : next,
    reason: { kind: outcome === 'throttled' ? 'throttled' : 'unreachable', vendor_code: null, message },
    ends: ended(outcome === 'throttled' ? 'throttled' : 'unreachable', message),
    failed: true,
    adds: disabled ? [disabledRow(row, hook, { newId, message })] : [],
  });
}

const ended = (outcome: 'ok' | 'throttled' | 'unreachable', message: string | null) =>
  ({ outcome, http_status: null, vendor_code: null, message }) as const;

/** The shop hears that somebody no longer hears. */
function disabledRow(
  row: DeliveryRecord,
  hook: HookRecord,
  { newId, message }: { newId: Parts['newId']; message: string },
): NewDelivery {
  return mailRow({
    restaurant_id: row.restaurant_id,
    id: newId('dlv'),
    purpose: 'notice',
    suffix: `hook:${hook.id}:${hook.failing_since}`,
    payload: { alert: 'hook_disabled', id: hook.id, name: new URL(hook.target_url).host, reason: message },
  });
}
