import { createHash } from 'node:crypto';
import { createNumbers, type TwilioNumber } from './account';
import type { Call } from './call';

/** A text message in either direction; times are milliseconds. */
export type Message = {
  sid: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  from: string;
  to: string;
  body: string;
  /** Content types of what came or went with it. */
  media: string[];
  messagingServiceSid: string | null;
  statusCallback: string | null;
  createdAt: number;
  /** Why it will not arrive; null where it will. */
  errorCode: number | null;
};

/** What the console's debugger would show of a conversation: a call to the restaurant's server that went wrong, or a warning. */
export type Notice = { at: number; guest: string; number: string; code: number; text: string };

/** Everything the simulated Twilio knows; a reset makes a new one. */
export type World = {
  numbers: TwilioNumber[];
  messages: Message[];
  calls: Call[];
  notices: Notice[];
  /** Pairs `guest>number` that want no more texts. */
  optedOut: Set<string>;
  /** The prefix and 32 hexadecimal digits, never twice, even in a later run. */
  makeSid(prefix: string, now: number): string;
};

export function createWorld(): World {
  let made = 0;
  return {
    numbers: createNumbers(),
    messages: [],
    calls: [],
    notices: [],
    optedOut: new Set(),
    makeSid: (prefix, now) => prefix + hex(`${prefix} ${now} ${++made}`).slice(0, 32),
  };
}

/** Hexadecimal digits that belong to a text. */
export function hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** As Twilio writes dates: RFC 2822, in UTC. */
export function rfc2822(at: number): string {
  return new Date(at).toUTCString().replace('GMT', '+0000');
}

/** A guest's phone and one of the account's numbers. */
export const pair = (guest: string, number: string): string => `${guest}>${number}`;
