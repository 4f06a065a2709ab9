import type { DeliveryState } from './delivery';

/** How an order's delivery to the POS stands, as a sentence for whoever looks at it. */
export const STANDINGS: Record<DeliveryState, string> = {
  pending: 'It is about to be sent to the POS.',
  held: 'It waits.',
  sending: 'It is being sent to the POS this very moment.',
  unknown: 'It may be in the POS: OrderWire is looking it up.',
  verifying: 'It may be in the POS: OrderWire is looking it up.',
  retry_wait: 'It is not in the POS yet; OrderWire tries again by itself.',
  blocked: 'The POS does not let OrderWire in: its connection needs repair.',
  refused: 'The POS has refused it.',
  delivered: 'It is in the POS.',
  delivered_degraded: 'It is in the POS, parts of it in words only.',
  confirmed_by_pos: 'It is in the POS, and the kitchen has seen it.',
  needs_attention: 'It is not in the POS, as far as OrderWire knows. Key it in, or let OrderWire try again.',
  manual_done: 'Somebody has keyed it in; OrderWire sends nothing more.',
  abandoned: 'It was given up; OrderWire sends nothing more.',
};
