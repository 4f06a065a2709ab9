import type { Database } from 'better-sqlite3';
import type { ItemAvailability, Scope } from '../records';
import type { Store } from '../store';
import { eventReader, eventRecorder, inShops, type Write } from './events';
import { ORDER_FIELDS, type OrderRow, toRecord } from './order-rows';
import { SELECT_OWNER } from './shops';

type Part = Pick<
  Store,
  | 'menu'
  | 'menuVersion'
  | 'saveMenu'
  | 'availability'
  | 'setAvailability'
  | 'forgetReturns'
  | 'ordersToSend'
  | 'events'
>;

export const SELECT_MENU = 'SELECT body, version FROM menus WHERE location_id = ? AND restaurant_id = ?';
export const SELECT_MENU_VERSION = 'SELECT version FROM menus WHERE location_id = ? AND restaurant_id = ?';
export const SELECT_AVAILABILITY =
  'SELECT item_id, available, until FROM menu_availability WHERE location_id = ? AND restaurant_id = ?';

/** Whatever waits has a deadline, and little does: this walks only that. */
export const SELECT_TO_SEND = `
  SELECT order_id FROM deliveries INDEXED BY deliveries_deadline
  WHERE deadline_at IS NOT NULL AND deadline_at > 0 AND location_id = ? AND restaurant_id = ? AND kind = 'pos' AND purpose = 'order'
    AND unproved = 0 AND state IN ('pending', 'held', 'retry_wait', 'blocked')`;

export function menuStore(db: Database, write: Write): Part {
  const record = eventRecorder(db);
  const events = eventReader(db);
  const select = db.prepare(SELECT_MENU);
  const selectVersion = db.prepare(SELECT_MENU_VERSION).pluck();
  const marks = db.prepare(SELECT_AVAILABILITY);
  const upsert = db.prepare(`
    INSERT INTO menus (location_id, restaurant_id, body, version, updated_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (location_id) DO UPDATE SET body = excluded.body, version = excluded.version, updated_at = excluded.updated_at`);
  const mark = db.prepare(`
    INSERT INTO menu_availability (location_id, restaurant_id, item_id, available, until, updated_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (location_id, item_id) DO UPDATE SET available = excluded.available, until = excluded.until, updated_at = excluded.updated_at`);
  const unmark = db.prepare(
    `DELETE FROM menu_availability WHERE location_id = @location_id AND restaurant_id = @restaurant_id AND available = 1
      AND updated_at <= @said_before AND (@item_ids IS NULL OR item_id IN (SELECT value FROM json_each(@item_ids)))`,
  );
  const toSend = db.prepare(SELECT_TO_SEND).pluck();
  const order = db.prepare(`SELECT ${ORDER_FIELDS} FROM orders WHERE id = ?`);
  const owner = db.prepare(SELECT_OWNER).pluck();
  const mustOwn = (scope: Scope, location_id: string) => {
    if (owner.get(location_id) !== scope.restaurant_id || !inShops(scope.location_ids, location_id))
      throw new Error('A menu for a shop outside its scope.');
  };
  return {
    menu: async (scope, location_id) => {
      if (!inShops(scope.location_ids, location_id)) return undefined;
      const row = select.get(location_id, scope.restaurant_id) as
        | { body: string; version: string }
        | undefined;
      return row && { body: JSON.parse(row.body), version: row.version };
    },
    menuVersion: async (scope, location_id) =>
      inShops(scope.location_ids, location_id)
        ? (selectVersion.get(location_id, scope.restaurant_id) as string | undefined)
        : undefined,
    saveMenu: (scope, location_id, { body, version, replaces }, act) =>
      write(() => {
        mustOwn(scope, location_id);
        const current = selectVersion.get(location_id, scope.restaurant_id) ?? null;
        if (replaces !== undefined && replaces !== current) return false;
        upsert.run(location_id, scope.restaurant_id, JSON.stringify(body), version, act.at);
        record(scope, act, {
          type: 'menu.replaced',
          subject_id: location_id,
          location_id,
          data: { version },
        });
        return true;
      }),
    availability: async (scope, location_id) =>
      (
        marks.all(location_id, scope.restaurant_id) as (Omit<ItemAvailability, 'available'> & {
          available: number;
        })[]
      ).map((row) => ({ ...row, available: row.available === 1 })),
    setAvailability: (scope, location_id, { item_id, available, until }, act) =>
      write(() => {
        mustOwn(scope, location_id);
        mark.run(location_id, scope.restaurant_id, item_id, Number(available), until, act.at);
        const data = { item_id, available, until };
        record(scope, act, { type: 'menu.availability', subject_id: location_id, location_id, data });
      }),
    forgetReturns: (scope, location_id, { said_before, item_ids }) =>
      write(() => {
        mustOwn(scope, location_id);
        const { restaurant_id } = scope;
        const named = item_ids === undefined ? null : JSON.stringify(item_ids);
        unmark.run({ location_id, restaurant_id, said_before, item_ids: named });
      }),
    ordersToSend: async (scope, location_id) =>
      inShops(scope.location_ids, location_id)
        ? [...new Set(toSend.all(location_id, scope.restaurant_id))].map((id) =>
            toRecord(order.get(id) as OrderRow),
          )
        : [],
    events: async (scope, subject_id) => events(scope, subject_id),
  };
}
