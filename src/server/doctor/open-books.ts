import { existsSync } from 'node:fs';
import { openCondition } from '../../store/sqlite/condition';
import { openSqliteStore } from '../../store/sqlite/open';
import type { Books } from './premises';

/** The database as it lies there: none is made, and one of an earlier version stays as it is until the server starts. */
export async function openBooks(file: string): Promise<Books> {
  if (!existsSync(file)) return { state: 'none' };
  try {
    const condition = openCondition(file);
    if (condition.seen < condition.known) return { state: 'earlier', condition };
    const store = await openSqliteStoreOr(file, () => condition.close());
    const restaurants = new Set((await store.everyShop()).map(({ restaurant_id }) => restaurant_id));
    const scopes = [...restaurants].map((restaurant_id) => ({ restaurant_id, location_ids: null }));
    return { state: 'open', condition, store, scopes };
  } catch (error) {
    return { state: 'broken', why: inWords(file, error as Error) };
  }
}

async function openSqliteStoreOr(file: string, giveUp: () => void) {
  try {
    return openSqliteStore(file);
  } catch (error) {
    giveUp();
    throw error;
  }
}

function inWords(file: string, { message }: Error): string {
  return message.includes(file) ? message : `The database ${file} cannot be used: ${message}`;
}

export async function closeBooks(books: Books): Promise<void> {
  if ('condition' in books) books.condition.close();
  if (books.state === 'open') await books.store.close();
}
