import { type DeliveryState, REHEARSAL } from '../order/delivery';
import { asObject, asText, type Json } from '../pos/json';

/** What a delivery means to a Zap: the POS has it, the server goes on by itself, or nothing more happens without a person. */
export type Standing = 'done' | 'under_way' | 'stopped';

const STANDINGS: Record<DeliveryState, Standing> = {
  pending: 'under_way',
  held: 'stopped',
  sending: 'under_way',
  unknown: 'under_way',
  verifying: 'under_way',
  retry_wait: 'under_way',
  blocked: 'stopped',
  refused: 'stopped',
  delivered: 'done',
  delivered_degraded: 'done',
  confirmed_by_pos: 'done',
  needs_attention: 'stopped',
  manual_done: 'done',
  abandoned: 'stopped',
};

/** Where a time is set for the next attempt, the server goes on: an order for later is held until then. */
export function standingOf({ state, next_attempt_at }: Json): Standing {
  // A state that only a newer server knows is not ours to call an end.
  const standing = STANDINGS[state as DeliveryState] ?? 'under_way';
  return standing === 'stopped' && next_attempt_at ? 'under_way' : standing;
}

/** Whether the server only rehearsed it: nothing was sent, and staff key it in as ever. */
export function wasRehearsed({ reason, receipt }: Json): boolean {
  return Boolean(receipt) && asText(asObject(reason).kind) === REHEARSAL;
}

/** What a person has to do now. */
const NEXT_STEPS: Partial<Record<DeliveryState, string>> = {
  held: 'The server holds the order until somebody decides.',
  blocked: 'Nothing is sent there until the connection on your server is repaired.',
  refused: 'Somebody must take this order.',
  needs_attention: 'The server has stopped trying: somebody must take this order.',
  abandoned: 'The delivery was given up: nothing is sent any more.',
};

/** Why a delivery stopped, and what that asks for. */
export function stoppedText({ state, reason }: Json): string {
  const next = NEXT_STEPS[state as DeliveryState] ?? '';
  return [asText(asObject(reason).message), next].filter(Boolean).join(' ');
}
