import { pair, type World } from './world';

/** https://help.twilio.com/articles/223134027 (keywords of long codes), read 2026-11-24. */
const STOP = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const START = new Set(['START', 'UNSTOP']);
/** Opts in again, but is an ordinary word for everybody who had not opted out. */
const YES = 'YES';
const HELP = new Set(['HELP', 'INFO']);

const STOPPED =
  'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.';
const STARTED =
  'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.';
const HELPED = 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.';

/** Whether this guest wants no texts from this number. */
export function isOptedOut(world: World, guest: string, number: string): boolean {
  return world.optedOut.has(pair(guest, number));
}

/**
 * Twilio's own handling of the keywords, for a message that is one word and nothing else: the reply it sends by itself, or
 * null. The webhook is called all the same.
 */
export function answerKeyword(
  world: World,
  { guest, number, body }: { guest: string; number: string; body: string },
): string | null {
  const word = body.trim().toUpperCase();
  const key = pair(guest, number);
  if (STOP.has(word)) {
    const isNew = !world.optedOut.has(key);
    world.optedOut.add(key);
    return isNew ? STOPPED : null;
  }
  if (START.has(word) || word === YES) return world.optedOut.delete(key) || word !== YES ? STARTED : null;
  return HELP.has(word) && !world.optedOut.has(key) ? HELPED : null;
}
