import { toCursor } from '../src/server/list-query';
import type { Position } from '../src/store/records';
import { orderAt } from './fill';
import { percentile } from './pairs';

export const READINGS = ['newest', 'empty', 'old'] as const;
export type Reading = (typeof READINGS)[number];
export const PAGE = 100;
const CURSORS = 500;

/** Places all over the list but in its oldest fifth, where a page may not be full; the same ones in each run, strewn by the golden ratio. */
export function oldPositions(orders: number): Position[] {
  return Array.from({ length: CURSORS }, (_, n) =>
    orderAt(Math.floor(orders * (0.2 + 0.8 * ((n * 0.618034) % 1))), orders),
  );
}

/** What a caller asks for. */
export function pathsOf(reading: Reading, orders: number): string[] {
  if (reading === 'newest') return [`/v1/orders?limit=${PAGE}`];
  if (reading === 'empty') return [`/v1/orders?since=${new Date().toISOString()}`];
  return oldPositions(orders).map(
    (position) => `/v1/orders?limit=${PAGE}&cursor=${toCursor(position, { limit: PAGE })}`,
  );
}

/** Milliseconds: as the clock on the wall has them, and of processor time, which other programs hardly touch. */
export type Times = { p50: number; p99: number; cpuP99: number };

/** Calls one after the other for so long. */
export async function timed(seconds: number, call: (n: number) => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  const cpuTimes: number[] = [];
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const before = process.cpuUsage();
    const from = performance.now();
    await call(times.length);
    times.push(performance.now() - from);
    const { user, system } = process.cpuUsage(before);
    cpuTimes.push((user + system) / 1000);
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), cpuP99: percentile(cpuTimes, 0.99) };
}
