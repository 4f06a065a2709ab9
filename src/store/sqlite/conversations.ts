import type { Database } from 'better-sqlite3';
import type { Conversation, ConversationStore } from '../conversations';
import type { Write } from './events';

type Row = Omit<Conversation, 'state'> & { state: string };

export const SELECT_CONVERSATION =
  'SELECT key, restaurant_id, location_id, state, updated_at FROM conversations WHERE key = ?';
export const SELECT_ANSWER = 'SELECT answer FROM conversation_answers WHERE message = ?';

export function conversationStore(db: Database, write: Write): ConversationStore {
  const select = db.prepare(SELECT_CONVERSATION);
  const answer = db.prepare(SELECT_ANSWER).pluck();
  const save = db.prepare(`
    INSERT INTO conversations (key, restaurant_id, location_id, state, updated_at) VALUES (@key, @restaurant_id, @location_id, @state, @updated_at)
    ON CONFLICT (key) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at`);
  const keep = db.prepare(
    'INSERT INTO conversation_answers (message, answer, answered_at) VALUES (?, ?, ?) ON CONFLICT (message) DO NOTHING',
  );
  const forget = db.prepare('DELETE FROM conversations WHERE updated_at < ?');
  const forgetAnswers = db.prepare('DELETE FROM conversation_answers WHERE answered_at < ?');
  return {
    conversation: async (key) => {
      const row = select.get(key) as Row | undefined;
      return row && { ...row, state: JSON.parse(row.state) };
    },
    conversationAnswer: async (messages) =>
      messages.map((message) => answer.get(message) as string | undefined).find((one) => one !== undefined),
    saveConversation: (conversation, answered, forget_before) =>
      write(() => {
        save.run({ ...conversation, state: JSON.stringify(conversation.state) });
        for (const message of answered.messages) keep.run(message, answered.answer, conversation.updated_at);
        forget.run(forget_before);
        forgetAnswers.run(forget_before);
      }),
  };
}
