import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fill } from '../fill';
import type { Options } from '../options';

export type Scene = {
  options: Options;
  /** An empty place for a database. */
  fresh(name: string): string;
  /** A database with so many orders; made once. */
  filled(orders: number): Promise<string>;
};

/** A folder of its own for everything that a run writes. */
export function openScene(options: Options): Scene {
  const folder = mkdtempSync(join(tmpdir(), 'orderwire-bench-'));
  // Gigabytes: they go, whatever ends the run.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const made = new Map<number, Promise<string>>();
  let count = 0;
  const make = async (orders: number) => {
    const file = join(folder, `${orders}-orders.db`);
    await fill(file, orders);
    return file;
  };
  return {
    options,
    fresh: (name) => join(folder, `${name}-${count++}.db`),
    filled(orders) {
      const database = made.get(orders) ?? make(orders);
      made.set(orders, database);
      return database;
    },
  };
}
