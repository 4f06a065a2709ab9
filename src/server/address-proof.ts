import { createHmac } from 'node:crypto';

/** What only an installation with the same secret can answer to a nonce: whoever asks knows that it was this one, and learns nothing else. */
export function proofOf(nonce: string, ownSecret: (purpose: string) => string): string {
  return createHmac('sha256', ownSecret('proof of address')).update(nonce).digest('hex');
}
