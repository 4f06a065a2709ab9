-- Words that a restaurant taught us, for all of its shops or (location_id) for one. phrase is said as it is compared.
-- One phrase means one dish; as an option it may mean another with each dish.
CREATE TABLE aliases (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  organization_id TEXT,
  location_id TEXT REFERENCES locations (id),
  said TEXT NOT NULL,
  phrase TEXT NOT NULL,
  item_id TEXT NOT NULL,
  variation_id TEXT,
  option_id TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX aliases_by_phrase ON aliases
  (restaurant_id, ifnull(location_id, ''), phrase, iif(option_id IS NULL, '', item_id));
CREATE INDEX aliases_by_restaurant ON aliases (restaurant_id, n);
