/** What customer and kitchen care about, in the order in which it happens. */
export const STATUS_PATH = [
  'held',
  'received',
  'scheduled',
  'sent',
  'accepted',
  'in_preparation',
  'ready',
  'out_for_delivery',
  'completed',
] as const;
/** The ends that are reached from anywhere before them. */
export const STATUS_ENDS = ['rejected', 'cancelled', 'expired'] as const;
export const ORDER_STATUSES = [...STATUS_PATH, ...STATUS_ENDS] as const;

export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** Why an order cannot go from one status to another, in a sentence; null where it can. Status only moves forward. */
export function statusRefusal(from: OrderStatus, to: OrderStatus): string | null {
  if (from === to) return null;
  const next = nextStatuses(from);
  if (next.includes(to)) return null;
  if (next.length === 0) return `The order is ${from}, which is final; it cannot become ${to}.`;
  return `The order is ${from} and status only moves forward; from here it can become ${next.join(', ')}.`;
}

/** Whether the ticket has not left for the POS yet: until then the order itself may change. */
export function isBeforeRelease(status: OrderStatus): boolean {
  const at = pathIndex(status);
  return at >= 0 && at < pathIndex('sent');
}

function nextStatuses(from: OrderStatus): OrderStatus[] {
  const at = pathIndex(from);
  return at < 0 || from === 'completed' ? [] : [...STATUS_PATH.slice(at + 1), ...STATUS_ENDS];
}

function pathIndex(status: OrderStatus): number {
  return (STATUS_PATH as readonly string[]).indexOf(status);
}
