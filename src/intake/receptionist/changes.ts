import { CHANGEABLE } from '../../order/changeable';
import type { OrderInput } from '../order-api';

/** What a later row of a call says otherwise than the one that was sent; null where it says the same. */
export function changesSince(before: OrderInput | null, after: OrderInput): Record<string, unknown> | null {
  const parts = CHANGEABLE.filter((part) => !isSame(partOf(before, part), partOf(after, part)));
  if (parts.length === 0) return null;
  return Object.fromEntries(parts.map((part) => [part, partOf(after, part)]));
}

/** When a row was written is no change of what the guest wants. */
function partOf(order: OrderInput | null, part: (typeof CHANGEABLE)[number]): unknown {
  if (part !== 'timing') return order?.[part] ?? null;
  const { requested_at = null, requested_text = null } = (order?.timing ?? {}) as Record<string, unknown>;
  return { requested_at, requested_text };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
