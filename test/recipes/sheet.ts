import type { OtherApp } from './zap';

/** A spreadsheet with one sheet. */
export function sheet(rows: Record<string, string>[]): OtherApp {
  return async (operation, columns) => {
    if (operation !== 'Create Spreadsheet Row') throw new Error(`Nobody plays "${operation}" of a sheet.`);
    rows.push(columns);
    return new Map([['Row ID', String(rows.length + 1)]]);
  };
}
