import type { ConnectionRecord } from '../../store/records';
import { ConnectionDirectory } from '../connection-directory';
import { PUBLIC_ONLY } from '../public-address';
import { CannotOpen, type SecretBox } from '../secret-box';
import type { Books, Examined, Premises } from './premises';

type Found = { opened: Examined[]; sealed: Premises['sealed'] };

/** The connections that were made through the API, in the clear where the key opens them. */
export async function storedConnections(books: Books, box: SecretBox | null): Promise<Found> {
  const found: Found = { opened: [], sealed: [] };
  if (books.state !== 'open') return found;
  const { store } = books;
  const directory =
    box && new ConnectionDirectory({ store, box, configured: [], now: Date.now, addresses: PUBLIC_ONLY });
  for (const record of await store.everyConnection()) {
    if (record.source !== 'api') continue;
    const opened = open(record, directory);
    if ('why' in opened) found.sealed.push({ id: record.id, ...opened });
    else found.opened.push(opened);
  }
  return found;
}

function open(record: ConnectionRecord, directory: ConnectionDirectory | null): Examined | { why: string } {
  if (directory === null) return { why: 'there is no key that opens its credentials.' };
  try {
    return { connection: directory.inTheClear(record), source: 'store' };
  } catch (error) {
    if (error instanceof CannotOpen) return { why: error.message };
    throw error;
  }
}
