/** A conversation as it stands. `state` belongs to the room that holds it. */
export type Conversation = {
  /** The line and the guest, or the call. */
  key: string;
  restaurant_id: string;
  location_id: string;
  state: Record<string, unknown>;
  updated_at: number;
};

/** What was answered, under every name by which a repeat of the message is known. */
export type ConversationAnswer = { messages: readonly string[]; answer: string };

/** Conversations on telephone lines, kept so that a restart forgets nothing that was said. */
export interface ConversationStore {
  conversation(key: string): Promise<Conversation | undefined>;
  /** The answer that one of these messages got. */
  conversationAnswer(messages: readonly string[]): Promise<string | undefined>;
  /** The next state and the answer that led there, both or neither. Whatever is older than `forget_before` goes. */
  saveConversation(
    conversation: Conversation,
    answered: ConversationAnswer,
    forget_before: number,
  ): Promise<void>;
}
