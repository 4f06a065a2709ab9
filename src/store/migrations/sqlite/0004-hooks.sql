-- Who wants to be called about what. Secrets are sealed with the row's id. location_ids and events are JSON lists; null: every shop.
-- A row is never removed: calls in the outbox refer to it.
CREATE TABLE hooks (
  id TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  location_ids TEXT,
  target_url TEXT NOT NULL,
  events TEXT NOT NULL,
  secret BLOB NOT NULL,
  previous_secret BLOB,
  previous_until INTEGER,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  disabled_reason TEXT,
  failing_since INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX hooks_by_restaurant ON hooks (restaurant_id, created_at, id) WHERE deleted_at IS NULL;
