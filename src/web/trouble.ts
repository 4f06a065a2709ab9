import type { DeliveryRecord } from '../store/delivery-records';
import type { OrderRecord } from '../store/records';
import { isClosed } from './standing';

/** Why an order needs somebody. */
export type Cause = 'twin' | 'question' | 'blocked' | 'refused' | 'nowhere' | 'untold';
/** What somebody does about it. */
export type Remedy = 'twin' | 'fix' | 'check' | 'keyed' | 'told';

/** The one right button for each cause. */
export const REMEDIES: Record<Cause, Remedy> = {
  twin: 'twin',
  question: 'fix',
  blocked: 'check',
  refused: 'fix',
  nowhere: 'keyed',
  untold: 'told',
};

export type Trouble = {
  cause: Cause;
  remedy: Remedy;
  /** The row that somebody decides about; null where the order itself waits. */
  row: DeliveryRecord | null;
  /** What the POS, or our own rules, said. */
  said: string | null;
};

/** What keeps an order from its kitchen until somebody does something; null: nothing does. `rows` is everything sent for it. */
export function troubleOf(
  { status }: Pick<OrderRecord, 'status'>,
  rows: readonly DeliveryRecord[],
): Trouble | null {
  const tickets = rows.filter(({ kind }) => kind === 'pos');
  const [first] = tickets.flatMap((row) => {
    const cause = causeOf(row, status);
    return cause === null ? [] : [{ cause, row, said: row.reason?.message ?? null }];
  });
  const waits = status === 'held' ? { cause: 'question' as const, row: null, said: null } : null;
  const stuck = first ?? waits;
  return stuck && { ...stuck, remedy: REMEDIES[stuck.cause] };
}

function causeOf({ purpose, state, reason }: DeliveryRecord, status: OrderRecord['status']): Cause | null {
  if (purpose !== 'order') return state === 'needs_attention' || state === 'blocked' ? 'untold' : null;
  if (isClosed(status)) return null;
  if (state === 'blocked') return 'blocked';
  if (state === 'refused') return 'refused';
  if (state === 'needs_attention') return reason?.kind === 'rejected' ? 'refused' : 'nowhere';
  if (state !== 'held' || reason?.kind === 'scheduled') return null;
  return reason?.asked_by === 'twin' ? 'twin' : 'question';
}
