import { createHash } from 'node:crypto';

/**
 * A Message-ID that is the same whenever the same is told, so that a mail sent twice shows as one. `about` is what it
 * tells of: the order's id, say, and which repetition it is. `.invalid` belongs to nobody (RFC 2606): an id of this
 * kind clashes with no other, and survives a change of the sender's address.
 */
export function messageId({ purpose, about }: { purpose: string; about: (string | number)[] }): string {
  const hash = createHash('sha256').update(JSON.stringify([purpose, ...about]));
  return `<${purpose.replaceAll(/[^a-z]+/g, '-')}.${hash.digest('hex').slice(0, 32)}@orderwire.invalid>`;
}

/** The notification of an order: everything else about the order is threaded under it. */
export function orderThread(orderId: string): string {
  return messageId({ purpose: 'new_order', about: [orderId] });
}
