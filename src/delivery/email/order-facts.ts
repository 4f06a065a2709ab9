import { toE164 } from '../../order/phone';
import type { Order } from '../../order/schema';
import type { Shop } from '../../order/shop';
import { addressText } from '../../order/ticket-text';
import type { BlockOf, Fact } from './blocks';
import { type Texts, textsFor } from './texts';
import { wantedAt } from './wanted';

/** The order a mail is about. `at` (milliseconds) is when the mail is written: it decides what "today" means. */
export type OrderFacts = { id: string; number: string; order: Order; shop: Shop; at: number };

/** The guest's name as mails use it. */
export function guestName({ order, shop }: OrderFacts): string {
  return order.customer.name ?? textsFor(shop.language).someGuest;
}

/** Which order it is, in one line for a subject: `#14 Ann Lee, pickup 7:15 PM`. */
export function orderLine(facts: OrderFacts): string {
  const texts = textsFor(facts.shop.language);
  return `#${facts.number} ${guestName(facts)}, ${texts.service(facts.order).toLowerCase()} ${wantedAt(facts).text}`;
}

/** Name, phone, address: who it is for and where it goes. */
export function guestFacts({ order, shop }: OrderFacts, texts: Texts): Fact[] {
  const { customer, delivery, service } = order;
  const rows: [label: string, value: string | null, url?: string | null][] = [
    [texts.guest, customer.name],
    [texts.phone, customer.phone, phoneLink(customer.phone, shop.country)],
    [texts.address, addressText(order)],
    [texts.atTheDoor, delivery?.instructions ?? null],
    [texts.table, service.table],
    [texts.party, service.party_size === null ? null : String(service.party_size)],
  ];
  return rows.flatMap(([label, value, url]) => (value ? [{ label, value, ...(url && { url }) }] : []));
}

/** The order in short, for mails that are not the ticket. */
export function orderSummary(facts: OrderFacts, texts: Texts): BlockOf<'facts'> {
  const wanted = wantedAt(facts);
  const { customer } = facts.order;
  const phone = phoneLink(customer.phone, facts.shop.country);
  return {
    kind: 'facts',
    facts: [
      { label: texts.order, value: `#${facts.number}, ${texts.service(facts.order)}` },
      { label: texts.wanted, value: wanted.text },
      { label: texts.guest, value: guestName(facts) },
      ...(customer.phone
        ? [{ label: texts.phone, value: customer.phone, ...(phone && { url: phone }) }]
        : []),
    ],
  };
}

/** Only digits are left of what the guest gave, so that the link can do nothing but call. */
function phoneLink(phone: string | null, country: string): string | null {
  const number = phone && toE164(phone, country);
  return number ? `tel:${number}` : null;
}
