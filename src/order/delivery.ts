import type { DegradeRung } from './shop';

/** Where one delivery (an order on its way to one destination) can stand. */
export const DELIVERY_STATES = [
  'pending',
  'held',
  'sending',
  'unknown',
  'verifying',
  'retry_wait',
  'blocked',
  'refused',
  'delivered',
  'delivered_degraded',
  'confirmed_by_pos',
  'needs_attention',
  'manual_done',
  'abandoned',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const DESTINATION_KINDS = ['pos', 'email', 'sms', 'webhook'] as const;
export type DestinationKind = (typeof DESTINATION_KINDS)[number];

export const ATTEMPT_STEPS = ['submit', 'pay', 'print', 'verify', 'cancel'] as const;
export type AttemptStep = (typeof ATTEMPT_STEPS)[number];
export const ATTEMPT_OUTCOMES = [
  'ok',
  'rejected',
  'throttled',
  'unreachable',
  'unclear',
  'credentials',
] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** States in which the destination has it. */
const ARRIVED: DeliveryState[] = ['delivered', 'delivered_degraded', 'confirmed_by_pos'];

/** Whether the destination has it. */
export function hasArrived({ state }: { state: string }): boolean {
  return (ARRIVED as string[]).includes(state);
}

/** States in which nothing more will happen by itself. */
const SETTLED: DeliveryState[] = [
  ...ARRIVED,
  'held',
  'blocked',
  'needs_attention',
  'manual_done',
  'abandoned',
];

/** Whether a caller who waits for the outcome can be answered. */
export function isSettled(state: DeliveryState): boolean {
  return SETTLED.includes(state);
}

/** States in which the ticket is, or may be, at its destination already: the order can no longer be changed in silence. */
export const IN_FLIGHT_STATES: DeliveryState[] = [
  ...ARRIVED,
  'sending',
  'unknown',
  'verifying',
  'manual_done',
];

/** The kind of reason of a delivery that was only rehearsed. */
export const REHEARSAL = 'rehearsal';

/** Whether it was only rehearsed: the POS was sent nothing of it, and never will be. */
export function wasRehearsed({ reason }: { reason: { kind: string } | null }): boolean {
  return reason?.kind === REHEARSAL;
}

/** Whether it brings the order itself to a POS: not a mail or a call about it, nor a change or cancel ticket. */
export function isTicket({ kind, purpose }: { kind: string; purpose: string }): boolean {
  return kind === 'pos' && purpose === 'order';
}

/** What of an order was sent in a lesser form. */
export type Degraded = { path: string; rung: DegradeRung };
