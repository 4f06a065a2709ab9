-- What POS systems told us by webhook: kept before it is answered, worked off later. body is the verified event, without a guest's data.
CREATE TABLE pos_news (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  connection_id TEXT NOT NULL REFERENCES connections (id),
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  event_id TEXT NOT NULL,
  body TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER,
  received_at INTEGER NOT NULL,
  UNIQUE (connection_id, event_id)
) STRICT;
CREATE INDEX pos_news_due ON pos_news (due_at) WHERE due_at IS NOT NULL;

CREATE INDEX deliveries_by_pos_order ON deliveries (target, json_extract(receipt, '$.pos_order_id')) WHERE kind = 'pos' AND receipt IS NOT NULL;
CREATE INDEX deliveries_by_reference ON deliveries (target, json_extract(receipt, '$.reference')) WHERE kind = 'pos' AND receipt IS NOT NULL;
