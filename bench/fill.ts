import Database from 'better-sqlite3';
import { parseOrder } from '../src/order/parse';
import { sampleOrder } from '../src/order/sample';
import { readStoredShop } from '../src/order/shop';
import { hashKey } from '../src/server/access';
import { prepareStore } from '../src/server/first-start';
import { createIds, createSecret, keyPrefix } from '../src/server/ids';
import { openSqliteStore } from '../src/store/sqlite/open';
import { benchConfig, squareAt } from './servers/setting';

/** Restaurants with one shop each, whose orders came in by turns: the first one's lie scattered among all the others'. */
export const TENANTS = 10;
const DAY_MS = 86_400_000;
/** When the first and the last order came. */
const FROM = Date.parse('2025-11-01T00:00:00Z');
const TO = FROM + 365 * DAY_MS;
const AT_ONCE = 50_000;

/** The moment and id of the nth order: what a cursor is made of. */
export function orderAt(n: number, orders: number): { at: number; id: string } {
  return { at: FROM + Math.floor((n * (TO - FROM)) / orders), id: `ord_${String(n).padStart(26, '0')}` };
}

/** A database with so many orders that were delivered to a POS and mailed, written by SQL alone: a million take less than two minutes. */
export async function fill(file: string, orders: number): Promise<void> {
  await addTenants(file);
  const db = new Database(file);
  // Nobody counts on these rows: no sync, no log, and foreign keys are known to hold.
  for (const setting of [
    'journal_mode = OFF',
    'synchronous = OFF',
    'foreign_keys = OFF',
    'cache_size = -400000',
  ]) {
    db.pragma(setting);
  }
  const statements = INSERTS.map((sql) => db.prepare(sql));
  // Whole numbers reach SQL only as BigInt: others would make a shop "loc_1.0".
  const values = {
    ...bodyParts(),
    from_at: BigInt(FROM),
    span: BigInt(TO - FROM),
    orders: BigInt(orders),
    tenants: BigInt(TENANTS),
  };
  for (let first = 0; first < orders; first += AT_ONCE) {
    const last = Math.min(first + AT_ONCE, orders) - 1;
    db.transaction(() => {
      for (const statement of statements)
        statement.run({ ...values, first: BigInt(first), last: BigInt(last) });
    })();
  }
  db.pragma('journal_mode = WAL');
  db.close();
}

async function addTenants(file: string): Promise<void> {
  const store = openSqliteStore(file);
  const parts = {
    store,
    config: benchConfig(file),
    now: Date.now,
    newId: createIds(Date.now),
    newSecret: createSecret,
  };
  await prepareStore(parts, [squareAt('http://127.0.0.1:9')]);
  for (let n = 2; n <= TENANTS; n++) {
    const restaurant = { id: `rst_${n}`, name: `${n}`, country: 'US', language: 'en', organization_id: null };
    const secret = createSecret();
    const key = {
      ...{ id: `key_${n}`, name: `${n}`, prefix: keyPrefix(secret), scope: 'admin' as const },
      ...{ location_ids: null, hash: hashKey(secret) },
    };
    await store.createTenant(
      { restaurant, shop: readStoredShop({ name: `${n}` }), key },
      { key_id: null, at: FROM },
    );
  }
  await store.close();
}

/** The sample order as it is stored, before and behind its reference. */
function bodyParts(): { before: string; behind: string } {
  const shop = { currency: 'USD', country: 'US', timezone: 'America/New_York' };
  const mark = 'CA-of-this-order';
  const body = JSON.stringify(parseOrder({ ...sampleOrder, external_ref: mark, source: {} }, shop));
  const [before = '', behind = ''] = body.split(mark);
  return { before, behind };
}

/** Every row of a batch, with what all tables need of it. */
const ROWS = `
  WITH RECURSIVE counted (n) AS (SELECT @first UNION ALL SELECT n + 1 FROM counted WHERE n < @last),
  rows AS (
    SELECT n, printf('%026d', n) AS tail, 'ord_' || printf('%026d', n) AS id, 1 + n % @tenants AS tenant, @from_at + n * @span / @orders AS at
    FROM counted
  )`;
const RECEIPT = `json_object('vendor', 'square', 'pos_order_id', 'sq' || tail, 'ticket_number', n, 'state', 'accepted', 'pos_total', 6190,
  'currency', 'USD', 'completed', json('["order","payment"]'), 'sent_to_kitchen', json('true'), 'kitchen_confirmed', json('true'))`;
const DELIVERY = (
  kind: string,
  columns: { lane: string; target: string; purpose: string; receipt: string },
) => `
  INSERT INTO deliveries (id, restaurant_id, location_id, order_id, kind, lane, target, purpose, vendor, state, receipt, attempts, fence, created_at, updated_at)
  ${ROWS} SELECT 'dlv_${kind}' || tail, 'rst_' || tenant, 'loc_' || tenant, id, '${kind}', ${columns.lane}, ${columns.target}, '${columns.purpose}',
    ${kind === 'pos' ? "'square'" : 'NULL'}, 'delivered', ${columns.receipt}, 1, 1, at, at + 900 FROM rows`;
const ATTEMPT = (kind: string) => `
  INSERT INTO attempts (delivery_id, n, step, outcome, http_status, at, ended_at)
  ${ROWS} SELECT 'dlv_${kind}' || tail, 1, 'submit', 'ok', 200, at + 5, at + 900 FROM rows`;
const INSERTS = [
  `INSERT INTO orders (id, restaurant_id, location_id, external_ref, business_day, number, status, phone_e164, phone_last4, body, body_hash, created_at, updated_at)
  ${ROWS} SELECT id, 'rst_' || tenant, 'loc_' || tenant, 'CA-' || tail, date(at / 1000, 'unixepoch'), 1 + n % 200, 'sent', '+16175550123', '0123',
    @before || 'CA-' || tail || @behind, randomblob(32), at, at + 900 FROM rows`,
  DELIVERY('pos', {
    lane: "'pos:square:con_square'",
    target: "'con_square'",
    purpose: 'order',
    receipt: RECEIPT,
  }),
  DELIVERY('email', {
    lane: "'email:rst_' || tenant",
    target: "'shop'",
    purpose: 'new_order',
    receipt: 'NULL',
  }),
  ATTEMPT('pos'),
  ATTEMPT('email'),
  `INSERT INTO events (restaurant_id, location_id, subject_id, type, data, at)
  ${ROWS} SELECT 'rst_' || tenant, 'loc_' || tenant, id, 'order.created', '{}', at FROM rows`,
];
