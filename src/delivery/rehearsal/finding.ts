import type { DeliveryRecord } from '../../store/delivery-records';

/** What stands between an order and going there by itself. */
export const FINDING_KINDS = [
  'held',
  'unmatched',
  'price',
  'refused',
  'credentials',
  'unreachable',
  'differs',
  'not_found',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
/** `message` is for people and holds no guest's data. */
export type Finding = { kind: FindingKind; message: string };
/** A line as it would have been rung up. */
export type RehearsedLine = { name: string; quantity: string };

/** What a rehearsal found out about one order; it lies in the row's receipt. */
export type Rehearsed = { findings: Finding[]; lines: RehearsedLine[]; total: number | null; tip: number };

/** What a row's rehearsal found; undefined until it was rehearsed. */
export function rehearsedOf({ receipt }: Pick<DeliveryRecord, 'receipt'>): Rehearsed | undefined {
  return receipt?.rehearsal as Rehearsed | undefined;
}
