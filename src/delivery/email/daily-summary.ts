/** What became of an order by the end of the day; `scheduled`: it is sent when it is time to cook it. */
export const OUTCOMES = ['in_pos', 'by_hand', 'scheduled', 'waiting', 'failed', 'cancelled'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One order of the day. Times are milliseconds, money is minor units; null where it is not known. Nothing about the guest. */
export type SummaryRow = {
  number: string;
  placed_at: number;
  /** When the POS took it. */
  kitchen_at: number | null;
  currency: string;
  told: number | null;
  pos_total: number | null;
  outcome: Outcome;
  /** Why it is not in the POS, in plain words. */
  reason: string | null;
};

/** The orders of one business day of a shop, in the order in which they came. */
export type DailySummary = { date: string; rows: SummaryRow[] };

/** What a POS charges more (or less) than the guest was told; null where either is not known. */
export function difference({ told, pos_total }: SummaryRow): number | null {
  return told === null || pos_total === null ? null : pos_total - told;
}

/** How many orders ended so. */
export function countOf(rows: SummaryRow[], ...outcomes: Outcome[]): number {
  return rows.filter((row) => outcomes.includes(row.outcome)).length;
}

/** Whether somebody has to look at it: nobody has cooked from it yet, for all we know. */
export function needsSomebody({ outcome }: SummaryRow): boolean {
  return outcome === 'waiting' || outcome === 'failed';
}

/** Whole minutes from the order to the POS. */
export function minutesToKitchen({ placed_at, kitchen_at }: SummaryRow): number | null {
  return kitchen_at === null ? null : Math.max(0, Math.round((kitchen_at - placed_at) / 60_000));
}
