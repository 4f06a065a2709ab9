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

/** States in which nothing more will happen by itself. */
const SETTLED = new Set<DeliveryState>([
  'held',
  'blocked',
  'delivered',
  'delivered_degraded',
  'confirmed_by_pos',
  'needs_attention',
  'manual_done',
  'abandoned',
]);

/** Whether a caller who waits for the outcome can be answered. */
export function isSettled(state: DeliveryState): boolean {
  return SETTLED.has(state);
}

/** States in which the ticket is, or may be, at its destination already: the order can no longer be changed in silence. */
export const IN_FLIGHT_STATES: DeliveryState[] = [
  'sending',
  'unknown',
  'verifying',
  'delivered',
  'delivered_degraded',
  'confirmed_by_pos',
  'manual_done',
];
