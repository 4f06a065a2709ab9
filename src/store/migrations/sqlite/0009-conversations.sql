-- What is being said on a telephone line. state is the conversation as its room left it (src/intake/twilio); it holds a guest's words, so it goes when it ends.
CREATE TABLE conversations (
  key TEXT PRIMARY KEY,
  restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
  location_id TEXT NOT NULL REFERENCES locations (id),
  state TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX conversations_by_age ON conversations (updated_at);

-- What was answered to each message: a repeat gets the same answer, and does nothing a second time.
CREATE TABLE conversation_answers (
  message TEXT PRIMARY KEY,
  answer TEXT NOT NULL,
  answered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_answers_by_age ON conversation_answers (answered_at);
