import type { DeliveryRecord } from '../store/delivery-records';
import type { OrderRecord } from '../store/records';

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
  const stuck = tickets.find((row) => causeOf(row, status, rows) !== null) ?? null;
  const cause = stuck && causeOf(stuck, status, rows);
  if (stuck && cause)
    return { cause, remedy: REMEDIES[cause], row: stuck, said: stuck.reason?.message ?? null };
  return status === 'held' ? { cause: 'question', remedy: REMEDIES.question, row: null, said: null } : null;
}

function causeOf(
  row: DeliveryRecord,
  status: OrderRecord['status'],
  rows: readonly DeliveryRecord[],
): Cause | null {
  const { purpose, state, reason } = row;
  if (purpose !== 'order') return state === 'needs_attention' || state === 'blocked' ? 'untold' : null;
  if (status === 'cancelled') return null;
  if (state === 'blocked') return 'blocked';
  if (state === 'refused') return 'refused';
  if (state === 'needs_attention') return reason?.kind === 'rejected' ? 'refused' : 'nowhere';
  if (state !== 'held' || reason?.kind === 'scheduled') return null;
  return status === 'held' && rows.some(isTwinQuestion) ? 'twin' : 'question';
}

/** Somebody was asked whether it is the same order as the one before. */
const isTwinQuestion = ({ payload, purpose }: DeliveryRecord) =>
  purpose === 'twin' || payload.alert === 'twin';
