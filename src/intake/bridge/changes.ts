import { changeText } from '../../order/change-text';
import { differences } from '../../order/differences';
import type { Order } from '../../order/schema';
import type { BridgeStatus } from './message';

type Standing = { order: Order; status: string };

/** When and in which words it was written is no change of what the guest wants. */
const NO_CHANGE = /^(?:source\b|timing\.placed_at$)/;

/** What a later word of a call says otherwise, a line each; null where it says the same. */
export function changeLines(
  before: Standing,
  after: { order: Order; status: BridgeStatus },
  timezone: string,
): string[] | null {
  const paths = differences(before.order, after.order).filter((path) => !NO_CHANGE.test(path));
  if (paths.length === 0 && before.status === after.status) return null;
  if (after.status === 'cancelled') return ['CANCELLED - DO NOT MAKE'];
  if (before.status === 'cancelled') return ['WANTED AFTER ALL'];
  const lines = changeText(before.order, after.order, timezone);
  return lines.length > 0 ? lines : ['THE SAME DISHES: what is paid, told or open is different'];
}
