import { guestPhone, type PosOrder } from '../pos-order';
import { LENGTHS, type ToastCustomer } from './api';
import { refusal } from './errors';

/** Toast's own rule: up to 53 characters, a-z, A-Z, 0-9 and _ (https://doc.toasttab.com/openapi/orders/). A domain has dots, so the list is read as one for the name. */
const EMAIL = /^\w+@[\w-]+(?:\.[\w-]+)+$/;

/** Countries where Toast is sold, by the prefix of their phone numbers. */
const PREFIXES = ['1', '44', '353', '61'];

type Guest = { customer?: ToastCustomer; words: string[]; warnings: string[] };

/**
 * The guest as Toast takes one: first name, last name, e-mail and phone, all four, for each takeout and delivery order
 * (https://doc.toasttab.com/doc/devguide/apiOrderTypeDetails.html). A dine-in guest who lacks one of them stays in the note.
 */
export function toCustomer(order: PosOrder, settings: Record<string, string | undefined>): Guest {
  const dineIn = order.service.type === 'dine_in';
  const phone = toPhone(order);
  const { email, words, warnings } = emailFor(order, settings, dineIn);
  if (phone && email) {
    return { customer: { entityType: 'Customer', ...toNames(order), email, ...phone }, words, warnings };
  }
  if (dineIn) return { words, warnings };
  throw refusal(
    'GUEST_PHONE_NEEDED',
    'Toast demands a phone number for each pickup and delivery guest, and this order has none that can be dialled. Ask the guest, then send it again.',
  );
}

function toNames(order: PosOrder): { firstName: string; lastName: string } {
  const [firstName = 'Phone', ...rest] = order.customer.name?.trim().split(/\s+/) ?? [];
  return { firstName, lastName: rest.join(' ') || 'Guest' };
}

function toPhone(order: PosOrder): { phone: string; phoneCountryCode?: string } | undefined {
  const digits = guestPhone(order)?.slice(1);
  if (!digits) return undefined;
  const phoneCountryCode = PREFIXES.find((prefix) => digits.startsWith(prefix));
  return phoneCountryCode
    ? { phone: digits.slice(phoneCountryCode.length), phoneCountryCode }
    : { phone: digits };
}

/** The guest's own address where Toast can take it, else the one the restaurant set aside for this; the guest's then goes into the note. */
function emailFor(order: PosOrder, settings: Record<string, string | undefined>, optional: boolean) {
  const given = order.customer.email?.trim();
  const fallback = settings.fallback_guest_email?.trim();
  if (given && fits(given)) return { email: given, words: [], warnings: [] };
  const words = given ? [`E-mail: ${given}`] : [];
  if (fallback && fits(fallback)) {
    const warnings = given
      ? ["Toast cannot take the guest's e-mail address, so the fallback address was used; it is in the note."]
      : [];
    return { email: fallback, words, warnings };
  }
  if (optional) return { email: undefined, words, warnings: [] };
  throw given || fallback ? wrongEmail(fallback) : noEmail();
}

function fits(email: string): boolean {
  return email.length <= LENGTHS.email && EMAIL.test(email);
}

function noEmail() {
  return refusal(
    'GUEST_EMAIL_NEEDED',
    'Toast demands an e-mail address for each pickup and delivery guest, and this order has none. Ask the guest for one, or set "Fallback Guest Email" to an address of the restaurant.',
  );
}

function wrongEmail(fallback: string | undefined) {
  const rule = `Toast takes e-mail addresses of at most ${LENGTHS.email} characters: letters, digits and _`;
  return refusal(
    'GUEST_EMAIL_CHARACTERS',
    fallback
      ? `${rule}. "Fallback Guest Email" is not one; correct it.`
      : `${rule}; the guest's is not one. Set "Fallback Guest Email" to an address of the restaurant.`,
  );
}
