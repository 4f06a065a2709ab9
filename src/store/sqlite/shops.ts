import type { Database } from 'better-sqlite3';
import { differences } from '../../order/differences';
import type { Shop, ShopSettings } from '../../order/shop';
import { readStoredShop } from '../../order/shop';
import type { Act, Scope } from '../records';
import type { Store } from '../store';
import { eventRecorder, inShops, type Write } from './events';
import { numberKeeper, SELECT_SHOPS_OF_NUMBER } from './shop-numbers';

type Part = Pick<Store, 'shops' | 'shop' | 'everyShop' | 'shopsWithNumber' | 'createShop' | 'updateShop'>;
type Row = { id: string; settings: string };
type OwnedRow = Row & { restaurant_id: string };

export const SELECT_OWNER = 'SELECT restaurant_id FROM locations WHERE id = ?';
export const SELECT_SHOP = 'SELECT id, settings FROM locations WHERE id = ? AND restaurant_id = ?';
export const SELECT_SHOPS = 'SELECT id, settings FROM locations WHERE restaurant_id = ? ORDER BY n';
export const SELECT_EVERY_SHOP = 'SELECT id, settings, restaurant_id FROM locations ORDER BY n';

export function shopStore(db: Database, write: Write): Part {
  const record = eventRecorder(db);
  const insert = shopInserter(db);
  const list = db.prepare(SELECT_SHOPS);
  const update = db.prepare('UPDATE locations SET settings = ?, updated_at = ? WHERE id = ?');
  const byId = db.prepare(SELECT_SHOP);
  const everywhere = db.prepare(SELECT_EVERY_SHOP);
  const ofNumber = db.prepare(SELECT_SHOPS_OF_NUMBER);
  const keepNumbers = numberKeeper(db);
  const shops = ({ restaurant_id, location_ids }: Scope): Shop[] =>
    (list.all(restaurant_id) as Row[]).filter((row) => inShops(location_ids, row.id)).map(toShop);
  const shop = ({ restaurant_id, location_ids }: Scope, id: string): Shop | undefined => {
    const row = byId.get(id, restaurant_id) as Row | undefined;
    return row && inShops(location_ids, id) ? toShop(row) : undefined;
  };
  return {
    shops: async (scope) => shops(scope),
    shop: async (scope, id) => shop(scope, id),
    everyShop: async () => (everywhere.all() as OwnedRow[]).map(toOwned),
    shopsWithNumber: async (e164) => (ofNumber.all(e164) as OwnedRow[]).map(toOwned),
    createShop: (scope, settings, act) => write(() => insert(scope, settings, act)),
    updateShop: (scope, id, change, act) =>
      write(() => {
        const current = shop(scope, id);
        if (!current) return undefined;
        const changedShop = { ...change(current), id };
        const { id: _id, ...settings } = changedShop;
        const changed = differences(current, changedShop);
        if (changed.length === 0) return current;
        update.run(JSON.stringify(settings), act.at, id);
        keepNumbers(id, settings);
        const event = { type: 'location.updated', subject_id: id, location_id: id, data: { changed } };
        record(scope, act, event);
        return changedShop;
      }),
  };
}

/** Inside a write: makes a shop and numbers it. */
export function shopInserter(db: Database): (scope: Scope, settings: ShopSettings, act: Act) => Shop {
  const record = eventRecorder(db);
  const keepNumbers = numberKeeper(db);
  const next = db.prepare('SELECT coalesce(max(n), 0) + 1 FROM locations').pluck();
  const insert = db.prepare(
    'INSERT INTO locations (n, id, restaurant_id, settings, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return (scope, settings, act) => {
    const n = next.get() as number;
    const id = `loc_${n}`;
    insert.run(n, id, scope.restaurant_id, JSON.stringify(settings), act.at, act.at);
    keepNumbers(id, settings);
    record(scope, act, { type: 'location.created', subject_id: id, location_id: id });
    return { id, ...settings };
  };
}

export function toShop(row: Row): Shop {
  return { id: row.id, ...readStoredShop(JSON.parse(row.settings)) };
}

const toOwned = (row: OwnedRow) => ({ restaurant_id: row.restaurant_id, shop: toShop(row) });
