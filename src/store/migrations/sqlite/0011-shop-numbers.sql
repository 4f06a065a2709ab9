-- The numbers on which shops take orders, in E.164, so that a message finds its shop at once. e164() is the program's own.
CREATE TABLE shop_numbers (
  number TEXT NOT NULL,
  location_id TEXT NOT NULL REFERENCES locations (id),
  PRIMARY KEY (number, location_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shop_numbers_by_shop ON shop_numbers (location_id);

INSERT OR IGNORE INTO shop_numbers (number, location_id)
SELECT e164(one.value, ifnull(settings ->> '$.country', 'US')), locations.id
FROM locations, json_each(settings, '$.twilio_numbers') AS one
WHERE e164(one.value, ifnull(settings ->> '$.country', 'US')) IS NOT NULL;
