-- Who is signed in to the pages, and the links that were mailed for signing in. Only the SHA-256 of a session's or a link's secret is kept.
-- form_secret is what the tokens of its forms are made from. A session ends with its key.
CREATE TABLE sessions (
  hash BLOB PRIMARY KEY,
  key_id TEXT NOT NULL REFERENCES keys (id),
  form_secret TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_key ON sessions (key_id);
CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE TABLE sign_in_links (
  hash BLOB PRIMARY KEY,
  key_id TEXT NOT NULL REFERENCES keys (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_links_by_key ON sign_in_links (key_id, created_at);
CREATE INDEX sign_in_links_by_end ON sign_in_links (expires_at);
