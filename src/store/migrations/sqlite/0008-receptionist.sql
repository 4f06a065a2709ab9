-- How far a receptionist's own database has been read. mark is what its row at cursor said: another file in its place is noticed by it.
CREATE TABLE receptionist_files (
  file TEXT PRIMARY KEY,
  cursor INTEGER NOT NULL,
  mark TEXT,
  adopted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Its calls. done_row is the latest row that has become the order, or part of it; next_at is when the call is looked at again, null: when it has a new row.
CREATE TABLE receptionist_calls (
  file TEXT NOT NULL REFERENCES receptionist_files (file) ON DELETE CASCADE,
  call_key TEXT NOT NULL,
  first_row INTEGER NOT NULL,
  seen_row INTEGER NOT NULL,
  done_row INTEGER NOT NULL DEFAULT 0,
  order_id TEXT,
  seen_at INTEGER NOT NULL,
  next_at INTEGER,
  PRIMARY KEY (file, call_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX receptionist_calls_due ON receptionist_calls (file, next_at) WHERE next_at IS NOT NULL;
