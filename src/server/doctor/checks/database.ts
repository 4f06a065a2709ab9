import { type Check, fault, type Seen, well } from '../finding';
import type { Books, Premises } from '../premises';

const RESTORE =
  'Set ORDERWIRE_DB to a file in a folder that this user may write to, or restore the file from a backup.';

const SEEN: { [State in Books['state']]: (books: Extract<Books, { state: State }>, file: string) => Seen } = {
  none: (_books, file) => well(`${file} is not there yet; the first start makes it`),
  broken: ({ why }) => fault({ found: why, fix: RESTORE }),
  earlier: ({ condition: { seen, known } }, file) =>
    well(`${file} is of an earlier version (${seen} of ${known}); the next start brings it up to date`),
  open: ({ condition: { sqlite, journal } }, file) =>
    well(`${file} opens and answers (SQLite ${sqlite}, ${journal})`),
};

/** The database file, read as it lies there. */
export const database: Check = {
  id: 'database',
  title: 'Database',
  look: ({ books, config }) => [seen(books, config.database)],
};

function seen<State extends Books['state']>(books: Extract<Books, { state: State }>, file: string): Seen {
  const say = SEEN[books.state as State] as (books: Books, file: string) => Seen;
  return say(books, file);
}

/** What is only to be seen in an open database, as one sentence where it is not open. */
export function closedBecause({ books }: Pick<Premises, 'books'>): string {
  return books.state === 'broken'
    ? 'the database cannot be opened'
    : 'the database is made, or brought up to date, at the next start';
}
