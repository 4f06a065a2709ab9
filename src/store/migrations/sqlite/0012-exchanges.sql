-- What was sent to a POS in an attempt, and what came back: secrets masked, cut to a size, and kept for some weeks only.
CREATE TABLE exchanges (
  delivery_id TEXT NOT NULL REFERENCES deliveries (id),
  attempt INTEGER NOT NULL,
  n INTEGER NOT NULL,
  request TEXT NOT NULL,
  reply TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (delivery_id, attempt, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchanges_by_age ON exchanges (at);
