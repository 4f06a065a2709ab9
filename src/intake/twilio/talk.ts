import type { OrderInput } from '../order-api';
import { type Draft, NO_DRAFT } from './draft';
import type { Channel, Language } from './phrases';
import type { Asking } from './questions';

/** A conversation between two messages: plain data, kept in the store. */
export type Talk = {
  channel: Channel;
  /** Decided by the guest's first words. */
  language: Language;
  /** The first message, or the call: the order's own reference. */
  ref: string;
  /** The guest's number; null where the caller hides it. */
  guest: string | null;
  phase: 'ordering' | 'confirming' | 'placed';
  draft: Draft;
  asking: Asking | null;
  /** What the guest said of this order, for whoever looks at it later. */
  said: string[];
  /** How often in a row nothing was understood. */
  failures: number;
  /** The order as it was read back; null: it is not yet. */
  ready: OrderInput | null;
  order: { id: string; number: string } | null;
};

/** What is said next, and what becomes of the line. */
export type Turn = { talk: Talk; say: string; next: 'listen' | 'hang up' | 'dial' };

export function newTalk(start: Pick<Talk, 'channel' | 'language' | 'ref' | 'guest'>): Talk {
  return {
    ...start,
    phase: 'ordering',
    draft: NO_DRAFT,
    asking: null,
    said: [],
    failures: 0,
    ready: null,
    order: null,
  };
}

/** A conversation as it was stored, by this version or an earlier one. */
export function readTalk(stored: Record<string, unknown>): Talk {
  const talk = stored as Partial<Talk> & Talk;
  return { ...talk, language: talk.language ?? 'en', draft: { ...NO_DRAFT, ...talk.draft } };
}
