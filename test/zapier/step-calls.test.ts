import type { VendorId } from '../../src/pos/vendors';
import { openZap, type Zap } from '../support/zapier-door';

/** How often the vendor is asked: no more answers than these are waited for one after the other. */
function countCalls(zap: Zap): () => number {
  let calls = 0;
  const { handle } = zap.target;
  zap.target.handle = (request, now) => {
    calls += 1;
    return handle.call(zap.target, request, now);
  };
  return () => {
    const seen = calls;
    calls = 0;
    return seen;
  };
}

/** `first`: the shop and its menu are not in memory yet; the sandbox's Square gives its menu in three pages. */
const CALLS: [VendorId, { first: number; next: number }][] = [
  ['square', { first: 9, next: 4 }],
  ['toast', { first: 7, next: 4 }],
  // Looks twice by two ways before it makes the ticket and after: Clover has no key that makes a repeat safe.
  ['clover', { first: 11, next: 7 }],
  // Two of these are looks for the answer that comes late.
  ['lightspeed', { first: 12, next: 5 }],
  ['touchbistro', { first: 1, next: 1 }],
];

describe('a ticket does not keep a Zap waiting', () => {
  it.each(CALLS)('%s is asked no more often than it must be: %j', async (vendor, { first, next }) => {
    const zap = await openZap(vendor);
    const taken = countCalls(zap);
    await zap.run();
    expect(taken()).toBeLessThanOrEqual(first);
    await zap.run({ order_reference: 'the next one' });
    expect(taken()).toBeLessThanOrEqual(next);
    await zap.close();
  });
});
