/** What a hook can be called about. The body's `data` is what reading the thing answers. */
export const HOOK_EVENTS = ['order.created', 'order.updated', 'delivery.updated', 'pos_order.seen'] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];
