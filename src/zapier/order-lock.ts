/** Runs of one order go one after the other: two that look at the same moment would both find no ticket. `order` names it. */
export function orderLock(order: string) {
  return { key: `order-${order}`, scope: ['auth' as const], timeout: 60 };
}
