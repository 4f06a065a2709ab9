import type { DeliveryChange, DeliveryRecord } from '../store/delivery-records';
import { keepGoing, toChange } from './change';

/** What a person decides about a delivery; null where that is not possible in its state. */
export type Press = (row: DeliveryRecord, now: number) => DeliveryChange | null;
const quiet = { deadline_at: null, alert_at: null, check_at: null };

/** What a person can do with a delivery, by the last part of the address. */
export const PRESSES = {
  retry: {
    summary: 'Try again; what may be in the POS already is looked up first',
    press: (row, now) => toChange(row, 'retry', { next: { at: now }, rung: 0, alert_at: null }),
  },
  resolve: {
    summary: 'I keyed it in: nothing is sent any more',
    press: (row) => toChange(row, 'resolve', quiet),
  },
  abandon: {
    summary: 'Give it up: nothing is sent any more',
    press: (row) => toChange(row, 'abandon', quiet),
  },
  acknowledge: {
    summary: 'I have seen the alerts: they stop, the retries go on',
    press: (row) => (row.alert_at === null ? null : keepGoing(row, 'acknowledged', { alert_at: null })),
  },
} satisfies Record<string, { summary: string; press: Press }>;
export type PressName = keyof typeof PRESSES;
