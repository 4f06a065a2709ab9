import type { Element } from './twiml';

export type CallStatus = 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer';

/** One line of what happened in a call. */
export type CallLine = { at: number; who: 'guest' | 'restaurant' | 'twilio'; text: string };

/** The verb that waits for the guest (Gather, Record) or for another phone (Dial), and what follows it in its document. */
export type Waiting = { verb: Element; rest: Element[]; url: string };

/** A call from a guest's phone to one of the account's numbers. */
export type Call = {
  sid: string;
  from: string;
  to: string;
  status: CallStatus;
  startedAt: number;
  endedAt: number | null;
  waiting: Waiting | null;
  lines: CallLine[];
  /** Where the number's StatusCallback pointed when the call came in. */
  statusCallback: string;
};

export const hasEnded = ({ endedAt }: Call): boolean => endedAt !== null;

/** Whole seconds, as Twilio counts them. */
export function secondsOf({ startedAt, endedAt }: Call): number {
  return endedAt === null ? 0 : Math.ceil((endedAt - startedAt) / 1000);
}
