-- What a night's rehearsal came to, kept once the night has ended. Its mail is added in the same write: once, also after a crash.
CREATE TABLE rehearsal_nights (
  connection_id TEXT NOT NULL REFERENCES connections (id),
  business_day TEXT NOT NULL,
  body TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (connection_id, business_day)
) STRICT, WITHOUT ROWID;
