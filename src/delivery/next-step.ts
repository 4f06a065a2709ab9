import type { DeliveryState } from '../order/delivery';

/** What can happen to a delivery: to the machine (first), at the vendor (second), by a person (third). */
export const DELIVERY_EVENTS = [
  'start',
  'interrupted',
  'verify',
  'release',
  'repaired',
  'rehearsed',
  'degrade',
  'out_of_time',
  'delivered',
  'delivered_degraded',
  'rejected',
  'held',
  'throttled',
  'unreachable',
  'unclear',
  'credentials',
  'absent',
  'unverifiable',
  'seen',
  'confirmed',
  'revoked',
  'retry',
  'resolve',
  'abandon',
] as const;
export type DeliveryEvent = (typeof DELIVERY_EVENTS)[number];

/** Whether the ticket may be at the vendor although nobody has proved it. */
export type Proof = { unproved: boolean };
export type Step = Proof & { state: DeliveryState };

const byPerson = { resolve: 'manual_done', abandon: 'abandoned' } as const;
/** Time is up: the fallback ticket goes to a person, and nothing is sent by itself any more. */
const waiting = { ...byPerson, out_of_time: 'needs_attention', seen: 'delivered', retry: 'pending' } as const;
const answered = {
  delivered: 'delivered',
  delivered_degraded: 'delivered_degraded',
  rejected: 'refused',
  unclear: 'unknown',
  credentials: 'blocked',
  held: 'held',
} as const;
const done = { confirmed: 'confirmed_by_pos', revoked: 'refused', abandon: 'abandoned' } as const;

type Row = Partial<Record<DeliveryEvent, DeliveryState>>;

/** Every transition there is; what is missing cannot happen. */
const TRANSITIONS: Record<DeliveryState, Row> = {
  pending: { ...waiting, start: 'sending', held: 'held', rejected: 'refused', credentials: 'blocked' },
  held: { ...waiting, release: 'pending', held: 'held' },
  sending: {
    ...answered,
    rehearsed: 'abandoned',
    throttled: 'retry_wait',
    unreachable: 'retry_wait',
    interrupted: 'unknown',
  },
  unknown: { ...waiting, verify: 'verifying' },
  verifying: {
    ...answered,
    throttled: 'unknown',
    unreachable: 'unknown',
    interrupted: 'unknown',
    absent: 'pending',
    unverifiable: 'needs_attention',
  },
  retry_wait: { ...waiting, start: 'sending' },
  blocked: { ...waiting, repaired: 'pending' },
  refused: { ...waiting, degrade: 'pending', held: 'held' },
  delivered: done,
  delivered_degraded: done,
  confirmed_by_pos: { revoked: 'refused', abandon: 'abandoned' },
  needs_attention: { ...byPerson, retry: 'pending', seen: 'delivered' },
  manual_done: {},
  abandoned: {},
};

/** What proves that the vendor has, or surely has not, the ticket; and what takes that proof away. */
const PROVES = new Set<DeliveryEvent>([
  'delivered',
  'delivered_degraded',
  'rejected',
  'absent',
  'seen',
  'revoked',
]);
const DISPROVES = new Set<DeliveryEvent>(['unclear', 'interrupted']);

/**
 * The one function that decides where a delivery goes; null where this cannot happen in this state. A ticket that may exist is
 * never simply sent again: while its outcome is unproved, whatever leads back to `pending` leads to `unknown` instead.
 */
export function nextStep({ state, unproved }: Step, event: DeliveryEvent): Step | null {
  const next = TRANSITIONS[state][event];
  if (!next) return null;
  const open = DISPROVES.has(event) || (unproved && !PROVES.has(event));
  return { state: open && next === 'pending' ? 'unknown' : next, unproved: open };
}
