-- A shop's orders of a business day, in the order in which they came.
CREATE INDEX orders_by_day ON orders (location_id, business_day, seq);
