import { ALERT_SETTINGS, textMessage } from './alert';
import type { Module } from './blueprint';
import type { HttpGeneration } from './http';
import { exists, settings, toJson, tryAgain, variables, webhook, when } from './parts';

/** Where what is mapped stands in every direct scenario. */
export const AT = { settings: 2, reference: 3, note: 5 };

const TWIML = { key: 'Content-Type', value: 'text/xml' };
const THANKS =
  'Thank you! The kitchen gets your message as you wrote it, and calls you if anything is unclear. You pay at the shop.';

/** From Twilio's call to the moment before the POS is asked: answered at once, as Twilio waits no longer than 15 seconds. */
export function beginning(pos: Record<string, string>, note: string): Module[] {
  const isOrder = when('A text with words', [exists('{{1.MessageSid}}'), exists('{{1.Body}}')]);
  const reference = `ow{{substring(sha256(${AT.settings}.pos_location + newline + 1.MessageSid); 0; 18)}}`;
  return [
    webhook('A guest texts'),
    settings(AT.settings, { ...pos, ...ALERT_SETTINGS }),
    variables(
      { id: AT.reference, name: 'Reference', filter: isOrder },
      // The same reference as every other door makes (docs/make.md): one text, one ticket.
      { reference, phone: '{{1.From}}' },
    ),
    {
      id: 4,
      name: 'Thank the guest',
      module: 'gateway:WebhookRespond',
      version: 1,
      mapper: {
        status: '200',
        body: `<?xml version="1.0" encoding="UTF-8"?><Response><Message>${THANKS}</Message></Response>`,
        headers: [TWIML],
      },
    },
    toJson({ id: AT.note, name: 'Note as JSON' }, note),
  ];
}

/** A text to the manager with the guest's own words. */
export function tellManager(
  id: number,
  http: HttpGeneration,
  problem: string,
  more: Partial<Module> = {},
): Module {
  const text = `OrderWire: the text order of {{1.From}} ${problem} It says: {{substring(1.Body; 0; 1200)}}`;
  return { ...http(textMessage({ id, settings: AT.settings, text, mayFail: true })), ...more };
}

/** First the manager knows, then the module is tried again. */
export function tellAndTryAgain(ids: [number, number], http: HttpGeneration, pos: string): Module[] {
  const problem = `is not in ${pos} yet; it is tried 3 times more. Look there before you key it in.`;
  return [tellManager(ids[0], http, problem), tryAgain(ids[1], { count: 3, minutes: 2 })];
}
