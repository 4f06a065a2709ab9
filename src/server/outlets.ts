import type { PosOutlets } from '../delivery/pos-outlet';
import { scopeOf } from '../delivery/subject';
import { PosError } from '../pos/errors';
import { findVendor } from '../pos/vendors';
import type { ConnectionDirectory } from './connection-directory';
import type { Services } from './services';

/** Toast takes two log-ins an hour for a sign of trouble (https://doc.toasttab.com/doc/devguide/authentication.html, read 2026-11-24). */
const LOGINS_APART_MS = 30 * 60_000;

type Parts = Pick<Services, 'store' | 'now'> & { directory: ConnectionDirectory };

/** The stored connections, for the delivery engine. */
export function storedOutlets({ store, directory, now }: Parts): PosOutlets {
  const find = (restaurant_id: string, id: string) => store.connection(scopeOf({ restaurant_id }), id);
  return {
    async open(restaurant_id, id) {
      const record = await find(restaurant_id, id);
      if (record) return directory.open(record);
      throw new PosError('credentials', 'pos', `The connection ${id} no longer exists.`, { code: 'DELETED' });
    },
    async isRehearsed(restaurant_id, id) {
      return (await find(restaurant_id, id))?.mode === 'rehearsal';
    },
    async renew(restaurant_id, id) {
      const record = await find(restaurant_id, id);
      if (!record || !findVendor(record.vendor)?.authenticate) return false;
      // A token that the vendor has just refused is dropped already, whatever its age.
      directory.forget(id, LOGINS_APART_MS);
      return true;
    },
    async note(restaurant_id, id, { status, reason }) {
      const act = { key_id: null, at: now() };
      const found = { status, status_reason: reason, checked_at: act.at };
      await store.setConnectionStatus(scopeOf({ restaurant_id }), id, found, act);
    },
  };
}
