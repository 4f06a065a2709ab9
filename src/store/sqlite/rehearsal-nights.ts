import type { Database } from 'better-sqlite3';
import type { RehearsalStore, StoredNight } from '../rehearsal-nights';
import { deliveryInserter } from './delivery-rows';
import type { Write } from './events';

export const SELECT_NIGHTS =
  'SELECT business_day, body FROM rehearsal_nights WHERE connection_id = ? ORDER BY business_day DESC LIMIT ?';

export function rehearsalStore(db: Database, write: Write): RehearsalStore {
  const insert = db.prepare(
    'INSERT INTO rehearsal_nights (connection_id, business_day, body, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const select = db.prepare(SELECT_NIGHTS);
  const deliver = deliveryInserter(db);
  return {
    keepNight: ({ connection, business_day, body, mail }, act) =>
      write(() => {
        const { id, restaurant_id, location_id } = connection;
        const isNew = insert.run(id, business_day, JSON.stringify(body), act.at).changes === 1;
        if (isNew && mail) deliver({ restaurant_id, location_id, order_id: null }, mail, act);
        return isNew;
      }),
    nightsOf: async (connection_id, limit) =>
      (select.all(connection_id, limit) as (StoredNight & { body: string })[]).map((row) => ({
        ...row,
        body: JSON.parse(row.body),
      })),
  };
}
