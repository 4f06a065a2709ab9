import { parseOrder } from '../../src/order/parse';
import { ticketReference } from '../../src/order/reference';
import { readStoredShop } from '../../src/order/shop';
import type { PosOrder } from '../../src/pos/pos-order';
import type { PreviewContext, PreviewRequest } from '../../src/pos/vendor';
import type { Request } from './http';

/** Words that stand for what a text message will hold; each is found again in the vendor's own requests. */
const WORDS = { reference: 'MESSAGESID', phone: '+16175550100', said: 'GUESTWORDS', place: 'POSLOCATION' };
const HOST = 'https://pos.invalid';
const OWN_REFERENCE = ticketReference({ pos_location: WORDS.place, external_ref: WORDS.reference });
const DISH = 'TEXT ORDER, UNPAID, NO PRICE: see the note';

/** Where the guest's words go: the field of this vendor that is long enough for a text message. */
type Room = 'line' | 'order';

/** The order that a text message becomes where no menu is known: one line, and the guest's own words. */
export function textOrder(room: Room): PosOrder {
  const shop = { id: 'loc_1', ...readStoredShop({ name: 'Shop', timezone: 'UTC' }) };
  const input = {
    external_ref: WORDS.reference,
    source: { channel: 'sms' },
    customer: { phone: WORDS.phone },
    items: [{ name: DISH, quantity: '1', notes: room === 'line' ? WORDS.said : null }],
    notes: room === 'order' ? WORDS.said : null,
  };
  return parseOrder(input, shop);
}

/** The context of a preview whose host and place are found again. */
export const PREVIEW: PreviewContext<'access_token'> = {
  credentials: { access_token: 'TOKEN' },
  settings: {},
  posLocation: WORDS.place,
  environment: 'production',
  baseUrl: HOST,
};

/** Which modules hold what is mapped: settings, the reference, and the note as JSON. */
export type At = { settings: number; reference: number; note: number };

/** A vendor's text with everything mapped that a text message brings. */
export function mapped(text: string, at: At): string {
  const own = `${at.reference}.reference`;
  const parts: [string, string][] = [
    [HOST, `{{${at.settings}.pos_address}}`],
    [OWN_REFERENCE, `{{${own}}}`],
    [OWN_REFERENCE.slice(0, 12), `{{substring(${own}; 0; 12)}}`],
    [OWN_REFERENCE.slice(2, 6).toUpperCase(), `{{upper(substring(${own}; 2; 6))}}`],
    [WORDS.phone, `{{${at.reference}.phone}}`],
    [WORDS.said, '{{1.Body}}'],
    [WORDS.place, `{{${at.settings}.pos_location}}`],
    ['"currency": "USD"', `"currency": "{{${at.settings}.currency}}"`],
  ];
  return parts.reduce((whole, [word, mapping]) => whole.replaceAll(word, mapping), text);
}

/** The text that holds the guest's words, for a module that makes JSON of it. */
export function noteIn(body: unknown): string {
  let found = '';
  JSON.stringify(body, (_, value) => {
    if (typeof value === 'string' && value.includes(WORDS.said)) found = value;
    return value;
  });
  return found;
}

/** One of the vendor's requests as a module; what the vendor answered before stands in `answers`. */
export function directRequest(
  { method, url, headers, body }: PreviewRequest,
  at: At & { answers?: Record<string, string> },
): Pick<Request, 'method' | 'url' | 'headers' | 'query' | 'json'> {
  const { authorization: _, 'content-type': __, ...rest } = headers;
  const address = new URL(url);
  const query = Object.fromEntries([...address.searchParams].map(([name, one]) => [name, mapped(one, at)]));
  const written = JSON.stringify(body, null, 2).replace(JSON.stringify(noteIn(body)), `{{${at.note}.json}}`);
  const filled = Object.entries(at.answers ?? {}).reduce(
    (text, [word, mapping]) => text.replaceAll(word, mapping),
    mapped(written, at),
  );
  return {
    method: method === 'GET' ? 'get' : 'post',
    url: mapped(`${address.origin}${address.pathname}`, at),
    headers: { Authorization: `Bearer {{${at.settings}.pos_token}}`, ...rest },
    query,
    ...(body !== null && { json: filled }),
  };
}
