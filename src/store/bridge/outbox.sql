-- From when on a file's calls are sent; 0: all of them. What is older is left alone, also when another file takes its place.
CREATE TABLE bridge_beginnings (
  file TEXT PRIMARY KEY,
  begins_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Every order that calls have become, as it was handed to the outbox last: later rows of its call are held against it.
CREATE TABLE bridge_orders (
  number INTEGER PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  status TEXT NOT NULL,
  order_data TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- The outbox: what the receiver has not taken yet. A row goes once it has.
CREATE TABLE bridge_messages (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  reference TEXT NOT NULL REFERENCES bridge_orders (reference),
  body TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL
) STRICT;
CREATE INDEX bridge_messages_due ON bridge_messages (next_at);
CREATE INDEX bridge_messages_of_order ON bridge_messages (reference, position);
