-- The outbox. A row is one order (or one notice) on its way to one destination; it is written with the order, in one transaction.
-- next_attempt_at: when the worker looks at the row next (null: not by itself). lane: what shares a speed limit and a blocked state.
-- unproved: the ticket may be at the destination although nobody has proved it. fence: counts leases; an older one may not write.
CREATE TABLE deliveries (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  location_id TEXT NOT NULL REFERENCES locations (id),
  order_id TEXT REFERENCES orders (id),
  kind TEXT NOT NULL CHECK (kind IN ('pos', 'email', 'sms', 'webhook')),
  lane TEXT NOT NULL,
  target TEXT NOT NULL,
  purpose TEXT NOT NULL,
  vendor TEXT,
  suffix TEXT NOT NULL DEFAULT '',
  payload TEXT NOT NULL DEFAULT '{}',
  state TEXT NOT NULL,
  unproved INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  receipt TEXT,
  degraded TEXT NOT NULL DEFAULT '[]',
  rung INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER,
  deadline_at INTEGER,
  alert_at INTEGER,
  alerts INTEGER NOT NULL DEFAULT 0,
  check_at INTEGER,
  fence INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX deliveries_by_destination ON deliveries (order_id, kind, target, purpose, suffix) WHERE order_id IS NOT NULL;
CREATE UNIQUE INDEX notices_by_purpose ON deliveries (location_id, kind, target, purpose, suffix) WHERE order_id IS NULL;
CREATE INDEX deliveries_due ON deliveries (lane, next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX deliveries_next ON deliveries (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX deliveries_deadline ON deliveries (deadline_at) WHERE deadline_at IS NOT NULL;
CREATE INDEX deliveries_alert ON deliveries (alert_at) WHERE alert_at IS NOT NULL;
CREATE INDEX deliveries_check ON deliveries (check_at) WHERE check_at IS NOT NULL;
CREATE INDEX deliveries_blocked ON deliveries (lane) WHERE state = 'blocked';

-- Written before the request leaves; outcome is null while it is on its way, or if the process died meanwhile.
CREATE TABLE attempts (
  delivery_id TEXT NOT NULL REFERENCES deliveries (id),
  n INTEGER NOT NULL,
  step TEXT NOT NULL,
  outcome TEXT,
  http_status INTEGER,
  vendor_code TEXT,
  message TEXT,
  at INTEGER NOT NULL,
  ended_at INTEGER,
  PRIMARY KEY (delivery_id, n)
) STRICT, WITHOUT ROWID;

-- Destinations that take nothing now (wrong credentials, switched off): all their rows wait until a check passes.
CREATE TABLE blocked_lanes (
  lane TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  location_id TEXT NOT NULL REFERENCES locations (id),
  reason TEXT NOT NULL,
  blocked_at INTEGER NOT NULL,
  check_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE orders ADD COLUMN previous_status TEXT;
