-- One shop's access to one POS. credentials is sealed with the row's id; null where configuration holds them, and once deleted.
-- A row is never removed: deliveries refer to it.
CREATE TABLE connections (
  id TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  location_id TEXT NOT NULL REFERENCES locations (id),
  vendor TEXT NOT NULL,
  name TEXT NOT NULL,
  pos_location TEXT NOT NULL,
  environment TEXT NOT NULL CHECK (environment IN ('production', 'sandbox')),
  api_url TEXT,
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  credentials BLOB,
  settings TEXT NOT NULL DEFAULT '{}',
  source TEXT NOT NULL CHECK (source IN ('api', 'configuration')),
  status TEXT NOT NULL DEFAULT 'untested' CHECK (status IN ('untested', 'ok', 'blocked')),
  status_reason TEXT,
  checked_at INTEGER,
  mode TEXT NOT NULL DEFAULT 'live' CHECK (mode IN ('live', 'rehearsal')),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX connections_by_restaurant ON connections (restaurant_id, created_at, id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX connections_default ON connections (location_id) WHERE is_default = 1 AND deleted_at IS NULL;

-- What a vendor gave at the last log-in, sealed. A refresh token may work once only: this row is the only copy of the next one.
CREATE TABLE tokens (
  connection_id TEXT PRIMARY KEY REFERENCES connections (id),
  sealed BLOB NOT NULL,
  expires_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
