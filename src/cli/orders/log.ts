import { wallClock } from '../../order/time';
import { findVendor } from '../../pos/vendors';
import type { EventAnswer } from '../api-answers';
import { type Facts, mailWords, ticketWords } from './words';

type Told = {
  kind?: string;
  purpose?: string;
  vendor?: string;
  ticket_number?: string;
  reason?: { message: string } | null;
  status?: { from: string; to: string };
  changed?: string[];
};

type Entry = { day: string; time: string; words: string; times: number; last: string };

/** The whole history in plain words on the shop's clock, a heading for each day. */
export function logLines(events: EventAnswer[], timezone: string): string[] {
  let today = '';
  return entriesOf(events, timezone).flatMap(({ day, time, words, times, last }) => {
    const again = times > 1 ? ` (${times} times, last at ${last})` : '';
    const heading = day === today ? [] : [day];
    today = day;
    return [...heading, `  ${time.padStart(8)}  ${words}${again}`];
  });
}

/** Attempt and failure that follow one another many times are one entry each. */
function entriesOf(events: EventAnswer[], timezone: string): Entry[] {
  const entries: Entry[] = [];
  for (const event of events) {
    const words = wordsOf(event);
    if (words === null) continue;
    const { day, time } = wallClock(event.at, { timezone, locale: 'en-US' });
    const same = entries.slice(-2).find((entry) => entry.words === words && entry.day === day);
    if (same) Object.assign(same, { times: same.times + 1, last: time });
    else entries.push({ day, time, words, times: 1, last: time });
  }
  return entries;
}

function wordsOf({ type, data }: EventAnswer): string | null {
  const told = data as Told;
  if (type === 'order.created') return 'The order came in.';
  if (type === 'order.acked') return 'Its reader has taken it over.';
  if (type === 'order.updated') return changeWords(told);
  const event = type.replace('delivery.', '');
  const { kind = '', purpose = '' } = told;
  if (kind === 'pos') return ticketWords(event, purpose, factsOf(told));
  return kind === 'email' ? mailWords(event, purpose, factsOf(told)) : null;
}

function changeWords({ status, changed = [] }: Told): string {
  const parts = changed.length > 0 ? [`The order was changed: ${changed.join(', ')}.`] : [];
  return [...parts, ...(status ? [`It is now ${status.to.replaceAll('_', ' ')}.`] : [])].join(' ');
}

function factsOf({ vendor, ticket_number, reason }: Told): Facts {
  return {
    pos: findVendor(vendor ?? '')?.name ?? 'the POS',
    ticket: ticket_number ? `, ticket #${ticket_number}` : '',
    why: reason ? `: ${reason.message}` : '.',
  };
}
