import type { Database } from 'better-sqlite3';
import { differences } from '../../order/differences';
import type { Restaurant } from '../records';
import type { Store } from '../store';
import { eventRecorder, type Write } from './events';
import { keyInserter } from './keys';
import { shopInserter } from './shops';

type Part = Pick<Store, 'firstRestaurant' | 'createTenant' | 'restaurant' | 'updateRestaurant'>;

const FIELDS = 'id, name, country, language, organization_id';

export function restaurantStore(db: Database, write: Write): Part {
  const record = eventRecorder(db);
  const insertShop = shopInserter(db);
  const insertKey = keyInserter(db);
  const first = db.prepare(`SELECT ${FIELDS} FROM restaurants ORDER BY id LIMIT 1`);
  const select = db.prepare(`SELECT ${FIELDS} FROM restaurants WHERE id = ?`);
  const insert = db.prepare(
    'INSERT INTO restaurants (id, name, country, language, organization_id, created_at) VALUES (@id, @name, @country, @language, @organization_id, @at)',
  );
  const update = db.prepare(
    'UPDATE restaurants SET name = @name, country = @country, language = @language WHERE id = @id',
  );
  const find = (id: string): Restaurant => {
    const row = select.get(id) as Restaurant | undefined;
    if (!row) throw new Error('This restaurant does not exist.');
    return row;
  };
  return {
    firstRestaurant: async () => first.get() as Restaurant | undefined,
    createTenant: ({ restaurant, shop, key }, act) =>
      write(() => {
        const scope = { restaurant_id: restaurant.id, location_ids: null };
        insert.run({ ...restaurant, at: act.at });
        insertShop(scope, shop, act);
        insertKey(scope, key, act);
      }),
    restaurant: async ({ restaurant_id }) => find(restaurant_id),
    updateRestaurant: (scope, changes, act) =>
      write(() => {
        const current = find(scope.restaurant_id);
        const changed = differences(current, { ...current, ...changes });
        if (changed.length === 0) return current;
        update.run({ ...current, ...changes });
        const data = { changed };
        record(scope, act, { type: 'restaurant.updated', subject_id: scope.restaurant_id, data });
        return find(scope.restaurant_id);
      }),
  };
}
