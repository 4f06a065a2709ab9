/** Moments at which a crash would hurt most, in the order in which an order passes them. */
export const FAILPOINTS = [
  'order.before_commit',
  'order.after_commit',
  'claim.before_commit',
  'claim.after_commit',
  'pos.before_request',
  'pos.after_reply',
  'settle.before_commit',
  'settle.after_commit',
  'mail.before_send',
  'mail.after_send',
  'hook.before_send',
  'hook.after_send',
  'token.before_save',
  'token.after_save',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

let onFailpoint: (name: Failpoint) => void = () => {};

/** Marks a moment; nothing happens unless a crash was asked for here (`ORDERWIRE_FAILPOINT`, for trying what a crash does). */
export function failpoint(name: Failpoint): void {
  onFailpoint(name);
}

/** Calls `crash` at the nth passing of a failpoint. */
export function armFailpoint({ name, nth }: { name: Failpoint; nth: number }, crash: () => void): void {
  let passed = 0;
  onFailpoint = (reached) => {
    if (reached === name && ++passed === nth) crash();
  };
}
