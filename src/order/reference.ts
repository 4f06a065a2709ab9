import { createHash } from 'node:crypto';

/**
 * The reference every vendor sees: 20 characters, the same from every door that sends the same order to the same POS location.
 * Never derived from our own id, the run or the clock, so that a repeat finds the first ticket instead of making a second.
 */
export function ticketReference(order: { pos_location: string; external_ref: string }): string {
  const hash = createHash('sha256').update(`${order.pos_location}\n${order.external_ref}`).digest('hex');
  return `ow${hash.slice(0, 18)}`;
}

const REFERENCE = /^ow[0-9a-f]{18}(?:-[a-z]\d*)*$/;

/** Whether a word found in a POS is a reference of ours, with or without what a ticket adds to it (`-r2`, `-c1`, `-x`). */
export function isTicketReference(word: string): boolean {
  return REFERENCE.test(word);
}
