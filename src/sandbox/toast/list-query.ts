import { readTimestamp } from './dates';
import { invalid } from './errors';
import { businessDateOf, changedAt, type Kitchen, type StoredOrder } from './stored-order';

/** Which orders a list asks for: those that changed within a period, or those of one business day. */
export function readPeriod(query: URLSearchParams, kitchen: Kitchen): (order: StoredOrder) => boolean {
  const [start, end, day] = ['startDate', 'endDate', 'businessDate'].map((name) => query.get(name));
  if (day) return (order) => String(businessDateOf(order)) === day;
  if (!start || !end) throw invalid('EITHER (startDate and endDate) OR businessDate is required');
  const [from, to] = [readTimestamp(start, 'startDate'), readTimestamp(end, 'endDate')];
  if (from >= to) throw invalid('Input startDate must be before endDate');
  return (order) => {
    const changed = changedAt(order, kitchen);
    return changed >= from && changed < to;
  };
}

/** A positive number of the query. */
export function readCount(query: URLSearchParams, name: string, max: number, fallback = max): number {
  const text = query.get(name);
  if (text === null) return fallback;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > max) throw invalid(`${name} must be from 1 to ${max}`);
  return count;
}
