-- Times are milliseconds since 1970. Bodies are JSON. organization_id is for agencies, who come later.

CREATE TABLE restaurants (
  id TEXT PRIMARY KEY,
  organization_id TEXT,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  language TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Settings is the shop as the API shows it; a setting that is missing there has its default.
CREATE TABLE locations (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  settings TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX locations_by_restaurant ON locations (restaurant_id, n);

-- Only the SHA-256 of a key is kept. location_ids is a JSON list; null means every shop.
CREATE TABLE keys (
  id TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  organization_id TEXT,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  hash BLOB NOT NULL UNIQUE,
  scope TEXT NOT NULL CHECK (scope IN ('read', 'write', 'admin')),
  location_ids TEXT,
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX keys_by_restaurant ON keys (restaurant_id, created_at, id);

-- body is the order as it stands; original, as it was first sent (null while nothing has changed). Both are kept as given:
-- a reference or time of taking that was left out is filled in on reading, so that a repeat compares equal.
CREATE TABLE orders (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  location_id TEXT NOT NULL REFERENCES locations (id),
  external_ref TEXT NOT NULL,
  business_day TEXT NOT NULL,
  number INTEGER NOT NULL,
  status TEXT NOT NULL,
  acked_at INTEGER,
  acked INTEGER NOT NULL GENERATED ALWAYS AS (acked_at IS NOT NULL) VIRTUAL,
  phone_e164 TEXT,
  phone_last4 TEXT,
  body TEXT NOT NULL,
  original TEXT,
  body_hash BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX orders_by_ref ON orders (location_id, external_ref);
CREATE INDEX orders_by_created ON orders (location_id, created_at, id);
CREATE INDEX orders_by_updated ON orders (location_id, updated_at, id);
CREATE INDEX orders_by_state ON orders (location_id, acked, status, created_at, id);
CREATE INDEX orders_by_phone ON orders (location_id, phone_last4, created_at, id) WHERE phone_last4 IS NOT NULL;

-- The last ticket number given in a shop on a business day.
CREATE TABLE order_numbers (
  location_id TEXT NOT NULL REFERENCES locations (id),
  business_day TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (location_id, business_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_keys (
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  key TEXT NOT NULL,
  order_id TEXT NOT NULL REFERENCES orders (id),
  created_at INTEGER NOT NULL,
  PRIMARY KEY (restaurant_id, key)
) STRICT, WITHOUT ROWID;

-- What happened, for ever; it holds names of fields and states, never a guest's data.
CREATE TABLE events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  location_id TEXT,
  subject_id TEXT NOT NULL,
  type TEXT NOT NULL,
  key_id TEXT,
  data TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX events_by_subject ON events (subject_id, seq);
CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE menus (
  location_id TEXT PRIMARY KEY REFERENCES locations (id),
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  body TEXT NOT NULL,
  version TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sold out and back again, as staff said it: survives a new menu.
CREATE TABLE menu_availability (
  location_id TEXT NOT NULL REFERENCES locations (id),
  item_id TEXT NOT NULL,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  available INTEGER NOT NULL,
  until INTEGER,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (location_id, item_id)
) STRICT, WITHOUT ROWID;
