import { appendFileSync, readFileSync } from 'node:fs';

/** What happened outside the program, a line each, only ever added to: the checker believes nothing else but the database. */
export type Entry =
  | { what: 'acked'; ref: string; id: string; vendor: string; pos_location: string }
  | { what: 'zap'; ref: string; outcome: string }
  | {
      what: 'ticket';
      vendor: string;
      reference: string | null;
      visible: boolean;
      voided: boolean;
      printed: number;
    }
  | { what: 'mail'; message_id: string }
  | { what: 'called'; order_id: string; receiver: number }
  | { what: 'restart'; ms: number }
  | { what: 'fault'; where: string; fault: string }
  | { what: 'answered'; path: string; status: number; expected: string; well: boolean };

export class History {
  constructor(readonly file: string) {}

  add(entry: Entry): void {
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
  }

  read(): Entry[] {
    const lines = readFileSync(this.file, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Entry);
  }
}

type Of<What extends Entry['what']> = Extract<Entry, { what: What }>;

/** The entries of one sort. */
export function entriesOf<What extends Entry['what']>(entries: Entry[], what: What): Of<What>[] {
  return entries.filter((entry): entry is Of<What> => entry.what === what);
}
